export type CommandLine = {
	readonly name: string;
	readonly json: boolean;
	readonly as: string | null;
	/** The whole input as JSON; `field=value` pairs win over it. */
	readonly input: string | null;
	readonly pairs: readonly (readonly [string, string])[];
};

/** Reads `<operation> [--json] [--as handle] [--input JSON] [field=value …]`. */
export function readCommandLine(args: readonly string[]): CommandLine {
	let name = "";
	let json = false;
	let as: string | null = null;
	let input: string | null = null;
	const pairs: [string, string][] = [];
	for (let next = 0; next < args.length; next += 1) {
		const word = args[next]!;
		const equals = word.indexOf("=");
		if (word === "--json") json = true;
		else if (word === "--as") as = args[++next] ?? null;
		else if (word === "--input") input = args[++next] ?? null;
		else if (name === "") name = word;
		else if (equals > 0) pairs.push([word.slice(0, equals), word.slice(equals + 1)]);
	}
	return { name, json, as, input, pairs };
}

type Property = { readonly type?: unknown; readonly anyOf?: readonly { readonly type?: unknown }[] };

/** The operation's input: text stays text, other fields of the schema are read as JSON (`true`, `12`, `["a"]`, `null`). */
export function inputOf(line: CommandLine, schema: unknown): Record<string, unknown> {
	const properties = (schema as { properties?: Record<string, Property> }).properties ?? {};
	const input: Record<string, unknown> = line.input === null ? {} : (JSON.parse(line.input) as Record<string, unknown>);
	for (const [field, text] of line.pairs)
		input[field] = isText(properties[field]) && text !== "null" ? text : asJson(text);
	return input;
}

const isText = (property: Property | undefined): boolean =>
	property?.type === "string" || (property?.anyOf?.some((choice) => choice.type === "string") ?? false);

const asJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};
