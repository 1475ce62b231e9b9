import type pg from "pg";

type Column = {
	table: string;
	column: string;
	type: string;
	nullable: boolean;
	hasDefault: boolean;
	generatedAlways: boolean;
};

const typeOf: Readonly<Record<string, string>> = {
	bool: "boolean",
	int2: "number",
	int4: "number",
	int8: "number",
	float8: "number",
	text: "string",
	uuid: "string",
	bytea: "Buffer",
	jsonb: "unknown",
	date: "Temporal.PlainDate",
	timestamptz: "Temporal.Instant",
	tstzrange: "string",
	daterange: "string",
	tsvector: "string",
};

/** The row types of every table of the migrated database, for Kysely. */
export async function generateSchema(pool: pg.Pool): Promise<string> {
	const { rows } = await pool.query<Column>(`
		select c.table_name as "table", c.column_name as "column", c.udt_name as "type", c.is_nullable = 'YES' as "nullable",
			c.column_default is not null or c.is_identity = 'YES' as "hasDefault",
			c.is_generated = 'ALWAYS' or c.identity_generation = 'ALWAYS' as "generatedAlways"
		from information_schema.columns c
		join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
		order by c.table_name, c.ordinal_position`);
	const tables = Map.groupBy(rows, (row) => row.table);
	const bodies = [...tables].map(
		([table, columns]) => `export type ${pascal(table)}Table = {\n${columns.map(field).join("\n")}\n};`,
	);
	const index = [...tables.keys()].map((table) => `\t${table}: ${pascal(table)}Table;`).join("\n");
	return `// Generated from the migrated database by \`npm run generate\`; the check fails when it is stale.\nimport type { Generated, GeneratedAlways } from "kysely";\n\n${bodies.join("\n\n")}\n\nexport type DB = {\n${index}\n};\n`;
}

function field(column: Column): string {
	const isArray = column.type.startsWith("_");
	const base = typeOf[isArray ? column.type.slice(1) : column.type];
	if (!base) throw new Error(`generate-schema.ts knows no type for ${column.table}.${column.column}: ${column.type}`);
	const value = `${isArray ? `${base}[]` : base}${column.nullable && base !== "unknown" ? " | null" : ""}`;
	const wrapped = column.generatedAlways
		? `GeneratedAlways<${value}>`
		: column.hasDefault
			? `Generated<${value}>`
			: value;
	return `\t${column.column}: ${wrapped};`;
}

const pascal = (name: string): string => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
