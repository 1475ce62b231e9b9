import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type EmscriptenStream = { nfd?: number; node: unknown };
type EmscriptenModule = {
	NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number }; realPath(node: unknown): string };
	ErrnoError?: unknown;
	FS: { ErrnoError: new (errno: number) => Error };
};

const EIO = 29;

/**
 * PGlite's folder with a real fsync.
 *
 * PGlite starts PostgreSQL with `-F` and its Node file system has no fsync, so a power cut loses the whole folder
 * (measured 4 of 4; with this class 0 of 5 lost an acknowledged row). A failed fsync is reported as an I/O error, upon
 * which PostgreSQL stops itself rather than go on unsafely.
 */
export class DurableFolder extends NodeFS {
	static get startParams(): string[] {
		const standard = (PGlite as unknown as { defaultStartParams: string[] }).defaultStartParams;
		return [...standard.filter((parameter) => parameter !== "-F"), "-c", "fsync=on", "-c", "wal_sync_method=fsync"];
	}

	override async init(pg: PGlite, options: Parameters<NodeFS["init"]>[1]): ReturnType<NodeFS["init"]> {
		const started = await super.init(pg, options);
		const preRun = started.emscriptenOpts.preRun as unknown as ((module: EmscriptenModule) => void)[];
		preRun.unshift((module) => {
			module.NODEFS.stream_ops.fsync = (stream) => {
				try {
					if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd);
					else syncFolder(module.NODEFS.realPath(stream.node));
					return 0;
				} catch {
					throw new module.FS.ErrnoError(EIO);
				}
			};
		});
		return started;
	}
}

function syncFolder(path: string): void {
	const descriptor = fs.openSync(path, "r");
	try {
		fs.fsyncSync(descriptor);
	} finally {
		fs.closeSync(descriptor);
	}
}
