/** Parts of the driver that its types leave out; `pg-cursor` and others build on the same. */
declare module "pg/lib/utils.js" {
	const utils: { prepareValue(value: unknown): string | Buffer | null };
	export default utils;
}

declare module "pg/lib/result.js" {
	import type { CustomTypesConfig, FieldDef, QueryResult } from "pg";

	export default class Result implements QueryResult {
		constructor(rowMode: null, types: CustomTypesConfig);
		command: string;
		rowCount: number | null;
		oid: number;
		fields: FieldDef[];
		rows: Record<string, unknown>[];
		addFields(fields: FieldDef[]): void;
		parseRow(fields: unknown): Record<string, unknown>;
		addRow(row: Record<string, unknown>): void;
		addCommandComplete(message: unknown): void;
	}
}
