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

/** What the database compares a sort value with: a value of another form would be its fault instead of a refusal. */
const forms = {
	text: z.string().refine((text) => !text.includes("\u0000")),
	instant: z.string().refine(isInstant),
	id: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};

/** The sort values of the last row seen, null at the beginning; refuses a cursor that is not one of ours (`bad-cursor`). */
export function cursorValues<const Forms extends readonly (keyof typeof forms)[]>(
	after: string | undefined,
	wanted: Forms,
): { readonly [Index in keyof Forms]: string } | null {
	if (after === undefined) return null;
	const values = readCursor(after);
	const isOurs =
		values?.length === wanted.length && wanted.every((form, at) => forms[form].safeParse(values[at]).success);
	if (isOurs) return values as unknown as { readonly [Index in keyof Forms]: string };
	throw new Refusal("invalid", "bad-cursor");
}

function isInstant(text: string): boolean {
	try {
		return Temporal.Instant.from(text) !== null;
	} catch {
		return false;
	}
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
