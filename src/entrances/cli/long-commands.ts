import check from "../../desk/clocks/operations/check.ts";
import rebuild from "../../desk/clocks/operations/rebuild.ts";
import { numberFacts, verifyJournal } from "../../platform/journal/sequencer.ts";
import { type Desk, performer } from "../perform.ts";
import { rehearseTerms, rehearseUsage } from "./rehearse.ts";
import { tellDeadlines } from "./why.ts";

export type LongCommand = {
	readonly words: readonly string[];
	readonly summary: string;
	/** Gives the exit code: 0 = all is well, 1 = something was found. */
	readonly run: (desk: Desk, options: readonly string[], say: Say) => Promise<number>;
};
/** `out` is what a script reads (JSON lines), `complain` what a person watches. */
export type Say = { readonly out: (text: string) => void; readonly complain: (text: string) => void };

const machine = { kind: "system", name: "command-line" } as const;
const pageSize = 200;

/** Commands that go through everything there is, page after page: more than one operation in one transaction may be. */
export const longCommands: readonly LongCommand[] = [
	{
		words: ["journal.verify"],
		summary: "recompute the journal's chain of hashes",
		async run(desk, _options, { out }) {
			while ((await numberFacts(desk.database)) > 0);
			const result = await verifyJournal(desk.database);
			out(JSON.stringify(result));
			return result.brokenAt === null ? 0 : 1;
		},
	},
	{
		words: ["clocks", "rebuild"],
		summary: "rebuild all clocks from facts; --check only reports what differs",
		run: (desk, options, say) => rebuildClocks(desk, options.includes("--check"), say),
	},
	{
		words: ["why"],
		summary: "the account of every deadline of a ticket in sentences: TICKET-ID [--language=en]",
		run: tellDeadlines,
	},
	{ words: ["rehearse"], summary: rehearseUsage, run: rehearseTerms },
];

export const longCommandOf = (args: readonly string[]): LongCommand | undefined =>
	longCommands.find(({ words }) => words.every((word, index) => args[index] === word));

async function rebuildClocks(desk: Desk, isCheck: boolean, { out, complain }: Say): Promise<number> {
	const perform = performer(desk);
	const sum = { tickets: 0, rewritten: 0, differences: 0 };
	let after: string | undefined;
	do {
		const input = { limit: pageSize, ...(after === undefined ? {} : { after }) };
		const page = isCheck
			? { rewritten: 0, ...(await perform(check, machine, input)) }
			: await perform(rebuild, machine, input);
		for (const difference of page.differences) out(JSON.stringify(difference));
		sum.tickets += page.tickets;
		sum.differences += page.differences.length;
		sum.rewritten += page.rewritten;
		after = page.next ?? undefined;
		if (after !== undefined) complain(`… ${sum.tickets} tickets`);
	} while (after !== undefined);
	out(JSON.stringify(isCheck ? { tickets: sum.tickets, differences: sum.differences } : sum));
	return sum.differences === 0 ? 0 : 1;
}
