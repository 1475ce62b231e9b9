import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import { Refusal, notFound } from "../../kernel/refusal.ts";
import type { FileId } from "../../kernel/id.ts";
import { prepared } from "../db/prepared.ts";
import type { DB, Tx } from "../db/tx.ts";

export const fileSizeMostBytes = 25 * 1024 * 1024;

/**
 * Content-addressed bytes: the SHA-256 is the name, so the same file is kept once and a changed one is noticed.
 * In the database, so that two nodes and one backup see the same; another store may take this interface over.
 */
export type FileStore = {
	/** Refuses more than 25 MiB (`file-too-large`). */
	put(tx: Tx, bytes: Uint8Array): Promise<FileId>;
	/** Refuses an unknown id (`not-found`); the caller has checked that the actor may see what it belongs to. */
	get(tx: Tx, id: FileId): Promise<Buffer>;
};

export const sha256 = (bytes: Uint8Array): FileId => createHash("sha256").update(bytes).digest("hex") as FileId;

const kept = prepared((db, file: Insertable<DB["file"]>) =>
	db
		.insertInto("file")
		.values(file)
		.onConflict((conflict) => conflict.doNothing()),
);

export const databaseFileStore: FileStore = {
	async put(tx, bytes) {
		if (bytes.byteLength > fileSizeMostBytes) {
			throw new Refusal("invalid", "file-too-large", { details: { mostBytes: fileSizeMostBytes } });
		}
		const id = sha256(bytes);
		kept.ahead(tx, { sha256: id, size_bytes: bytes.byteLength, bytes: Buffer.from(bytes) });
		return id;
	},
	async get(tx, id) {
		const row = await tx.selectFrom("file").select("bytes").where("sha256", "=", id).executeTakeFirst();
		if (!row) throw notFound("file");
		return row.bytes;
	},
};
