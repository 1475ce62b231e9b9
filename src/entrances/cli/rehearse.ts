import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { otherTermsOf, rehearse, termsOfVersion } from "../../desk/clocks/read/rehearse.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { PlainDateText, SupportSet } from "../../kernel/values.ts";
import { deskZone } from "../../platform/clock.ts";
import type { Desk } from "../perform.ts";
import type { Say } from "./long-commands.ts";

const Options = z.strictObject({
	/** A filled form, or only `availability` and `priorityScheme` of its part I, as YAML or JSON. */
	terms: z.string().optional(),
	/** Or a version of the desk's own, a draft too. */
	agreement: z.uuid().optional(),
	service: z.string().optional(),
	set: SupportSet.optional(),
	category: z.string().optional(),
	from: PlainDateText.optional(),
	until: PlainDateText.optional(),
});

export const rehearseUsage =
	"replay past tickets under other terms: --terms=FILE or --agreement=ID [--service=CODE --set=SET --category=CODE --from=DAY --until=DAY]";

/** Prints the report as one JSON line; what is under way goes to the person who watches. */
export async function rehearseTerms(desk: Desk, words: readonly string[], { out, complain }: Say): Promise<number> {
	const options = readOptions(words);
	const { terms, agreement, from, until, ...which } = options;
	const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(deskZone).toInstant();
	const report = await desk.database.read(async (tx) => {
		const document =
			terms === undefined ? await termsOfVersion(tx, agreement!) : (parse(readFileSync(terms, "utf8")) as unknown);
		const wish = {
			terms: otherTermsOf(document),
			which: {
				...defined(which),
				...(from === undefined ? {} : { from: startOf(from) }),
				...(until === undefined ? {} : { until: startOf(until) }),
			},
			now: desk.clock.now(),
		};
		return rehearse(tx, wish, (replayed) => complain(`… ${replayed} hand-overs`));
	});
	out(JSON.stringify(report));
	return 0;
}

function readOptions(words: readonly string[]): z.infer<typeof Options> {
	const pairs = words.map((word) => /^--([a-z]+)=(.*)$/s.exec(word));
	const read = Options.safeParse(Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""])));
	const one = read.success && (read.data.terms === undefined) !== (read.data.agreement === undefined);
	if (read.success && one) return read.data;
	const wrong = read.success ? ["terms"] : read.error.issues.map(({ path }) => path.join("."));
	throw new Refusal("invalid", "invalid-input", { obstacles: wrong.map((at) => ({ code: "invalid-value", at })) });
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };
const defined = <Value extends object>(value: Value): Defined<Value> =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<Value>;
