import { z } from "zod";
import { Refusal } from "./refusal.ts";

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

/** The sort values of the last row seen, null at the beginning; refuses a cursor that is not one of ours (`bad-cursor`). */
export function cursorValues(after: string | undefined, count: number): string[] | null {
	if (after === undefined) return null;
	const values = readCursor(after);
	if (values?.length === count && values.every((value) => typeof value === "string")) return values as string[];
	throw new Refusal("invalid", "bad-cursor");
}

/** A page from one row more than was asked for: whether there is a next one is known without counting. */
export const pageFrom = <Row, View>(
	rows: readonly Row[],
	limit: number,
	view: (row: Row) => View,
	key: (row: Row) => readonly string[],
): Page<View> => {
	const last = rows[limit - 1];
	return { rows: rows.slice(0, limit).map(view), next: rows.length > limit && last ? writeCursor(key(last)) : null };
};
