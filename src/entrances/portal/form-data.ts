import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { FileLimits } from "../../web/portal/pages.ts";

const MEGABYTE = 1024 * 1024;
const shown: FileLimits = { files: 5, megabytes: 20 };

/** What a public form may bring: enough for a description and some screenshots, little enough to hold in memory. */
export const fileLimits = {
	shown,
	textBytes: 128 * 1024,
	multipart: {
		files: shown.files + 1,
		fileSize: shown.megabytes * MEGABYTE,
		fields: 20,
		fieldSize: 128 * 1024,
		parts: 40,
	},
};

export type PostedFile = { readonly name: string; readonly contentType: string; readonly bytes: Buffer };
export type Posted = {
	readonly values: Readonly<Record<string, string>>;
	readonly files: readonly PostedFile[];
	/** More or larger files than a form may bring; none of them is kept. */
	readonly hasTooMuch: boolean;
};

/** Fields and files of a form, however the browser sent them; too much is told, not failed on. */
export async function readForm(request: FastifyRequest): Promise<Posted> {
	if (!request.isMultipart()) return { values: texts(request.body), files: [], hasTooMuch: false };
	const values: Record<string, string> = {};
	const files: PostedFile[] = [];
	let bytes = 0;
	let hasTooMuch = false;
	try {
		for await (const part of request.parts({ throwFileSizeLimit: false } as object)) {
			if (part.type === "field") {
				if (typeof part.value === "string") values[part.fieldname] = part.value;
				continue;
			}
			const content = await part.toBuffer();
			bytes += content.byteLength;
			hasTooMuch ||= part.file.truncated || bytes > shown.megabytes * MEGABYTE || files.length >= shown.files;
			if (content.byteLength > 0 && !hasTooMuch) {
				files.push({ name: fileName(part.filename), contentType: part.mimetype, bytes: content });
			}
		}
	} catch (error) {
		if (!isLimit(error)) throw error;
		hasTooMuch = true;
	}
	return { values, files: hasTooMuch ? [] : files, hasTooMuch };
}

/** The key that a form of ours carries, so that it counts once; a new one where what came is none of ours. */
export const formKey = (given: string | undefined): string =>
	given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();

/** The plugin stops reading at more parts or files than it was told to expect. */
const isLimit = (error: unknown): boolean =>
	error instanceof Error && "code" in error && /^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test(String(error.code));

const texts = (body: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(typeof body === "object" && body !== null ? body : {}).filter(
			(entry): entry is [string, string] => typeof entry[1] === "string",
		),
	);

/** The last part of a path, in one line, whatever the browser called it. */
const fileName = (given: string | undefined): string =>
	(given ?? "")
		.replace(/^.*[\\/]/, "")
		.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]/g, " ")
		.trim()
		.slice(-200) || "priloga";
