import fs from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../../kernel/refusal.ts";

/**
 * Takes the one exclusive lock on a data folder; gives the release.
 *
 * The embedded database opens one folder twice without a word and then loses acknowledged rows, so a second process is
 * refused (`data-folder-in-use`). The lock is an SQLite transaction: the operating system frees it when the holder dies.
 */
export function lockFolder(folder: string): () => void {
	fs.mkdirSync(folder, { recursive: true });
	const lock = new DatabaseSync(path.join(folder, ".lock"));
	try {
		lock.exec("pragma busy_timeout = 0");
		lock.exec("begin exclusive");
	} catch (cause) {
		lock.close();
		throw new Refusal("unavailable", "data-folder-in-use", { details: { folder: path.resolve(folder) }, cause });
	}
	return () => lock.close();
}
