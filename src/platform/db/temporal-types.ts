import pg from "pg";

const OID = { int8: 20, date: 1082, timestamptz: 1184, dateArray: 1182, timestamptzArray: 1185 } as const;

const arrayOf =
	<T>(parse: (text: string) => T) =>
	(text: string): (T | null)[] =>
		text === "{}"
			? []
			: text
					.slice(1, -1)
					.split(",")
					.map((part) => (part === "NULL" ? null : parse(part.replaceAll('"', ""))));

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
	[OID.int8]: Number,
	[OID.date]: (text) => Temporal.PlainDate.from(text),
	[OID.timestamptz]: (text) => Temporal.Instant.from(text),
	[OID.dateArray]: arrayOf((text) => Temporal.PlainDate.from(text)),
	[OID.timestamptzArray]: arrayOf((text) => Temporal.Instant.from(text)),
};

/**
 * How rows come out of *our* queries: `timestamptz` → `Temporal.Instant`, `date` → `Temporal.PlainDate`, `int8` → number
 * (ours stay far below 2⁵³). Given per query, because the sign-in and job libraries share the pool and expect `Date`.
 */
export const temporalTypes: pg.CustomTypesConfig = {
	getTypeParser: ((oid: number, format?: "text" | "binary") =>
		(format === undefined || format === "text" ? parsers[oid] : undefined) ??
		pg.types.getTypeParser(oid, format as "text")) as pg.CustomTypesConfig["getTypeParser"],
};

const isTemporal = (value: unknown): value is { toString(): string } =>
	value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.Duration;

/** Temporal values as the text PostgreSQL reads; anything else as it is. */
export const toParameter = (value: unknown): unknown => {
	if (typeof value !== "object" || value === null) return value;
	if (isTemporal(value)) return value.toString();
	if (Array.isArray(value) && (value as unknown[]).some(isTemporal)) return (value as unknown[]).map(toParameter);
	return value;
};
