import { z } from "zod";

/** Keyset paging: `after` is the opaque cursor a former page gave; never an offset. */
export const pageInput = {
	after: z.string().max(200).optional(),
	limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOf = <Row extends z.ZodType>(row: Row) =>
	z.strictObject({ rows: z.array(row), next: z.string().nullable() });

export type Page<Row> = { rows: Row[]; next: string | null };

/** A cursor is the sort values of the last row given, as base64url JSON. */
export const writeCursor = (values: readonly (string | number | null)[]): string => {
	const bytes = new TextEncoder().encode(JSON.stringify(values));
	return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
};

/** Null for a cursor that is not one of ours: the caller refuses it as `bad-cursor`. */
export const readCursor = (cursor: string): (string | number | null)[] | null => {
	try {
		const values: unknown = JSON.parse(
			new TextDecoder().decode(Uint8Array.fromBase64(cursor, { alphabet: "base64url" })),
		);
		return Array.isArray(values) && values.every((v) => v === null || typeof v === "string" || typeof v === "number")
			? values
			: null;
	} catch {
		return null;
	}
};
