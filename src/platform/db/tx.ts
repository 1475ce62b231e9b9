import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DB } from "../../../generated/schema.ts";

/**
 * The open transaction of the operation under way: the only database handle that `desk/` ever sees. Temporal values go in
 * and come out. Questions get one too, on a connection that refuses writes.
 */
export type Tx = Kysely<DB>;
export type { DB };

/** A value as `jsonb`; needed for arrays, which the driver would otherwise write as PostgreSQL arrays. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;

/** The named constraint that PostgreSQL refused by, or null: the one place that looks into a driver's error. */
export const violatedConstraint = (error: unknown): string | null =>
	typeof error === "object" && error !== null && "constraint" in error && typeof error.constraint === "string"
		? error.constraint
		: null;
