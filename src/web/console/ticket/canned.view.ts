import type { CannedReplyView, TicketView } from "../../../desk/tickets/contract.ts";
import type { CannedValues } from "../../../desk/tickets/rules/canned-reply.ts";
import type { ClockView } from "../../../desk/clocks/contract.ts";
import { proseDate } from "../../../kernel/slovenian.ts";

/** A slash that begins a word, with what is written after it up to the caret; null where there is none. */
export type Slash = { readonly from: number; readonly query: string };

export const slashAt = (text: string, caret: number): Slash | null => {
	const [, query] = /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret)) ?? [];
	return query === undefined ? null : { from: caret - query.length - 1, query };
};

const folded = (text: string): string =>
	text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("sl").replaceAll("đ", "d");

/** Replies with a word in their name that begins as written, those whose name begins so first. */
export const matching = <Reply extends Pick<CannedReplyView, "name">>(
	replies: readonly Reply[],
	query: string,
): Reply[] => {
	const wanted = folded(query);
	const found = replies.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`));
	return found.toSorted(
		(a, b) => rankOf(a.name, wanted) - rankOf(b.name, wanted) || a.name.localeCompare(b.name, "sl"),
	);
};

const rankOf = (name: string, wanted: string): number => (folded(name).startsWith(wanted) ? 0 : 1);

/** The text with words in place of the slash and what was written after it, and where the caret then stands. */
export const inserted = (text: string, slash: Slash, words: string): { text: string; caret: number } => {
	const before = text.slice(0, slash.from) + words;
	return { text: before + text.slice(slash.from + 1 + slash.query.length), caret: before.length };
};

/** The text with a slash that begins a word where the caret stands, for who has no key for it at hand. */
export const withSlash = (text: string, caret: number): { text: string; caret: number } => {
	const mark = caret === 0 || /\s/.test(text[caret - 1] ?? "") ? "/" : " /";
	return { text: text.slice(0, caret) + mark + text.slice(caret), caret: caret + mark.length };
};

/** What the variables of a canned reply stand for on a ticket, in the language of its user. */
export const cannedValues = (
	ticket: Pick<TicketView, "number" | "reporter" | "service" | "competentBody" | "language">,
	clocks: readonly Pick<ClockView, "kind" | "state" | "dueOn">[],
	adviser: string,
): CannedValues => {
	const owed = clocks.find((clock) => clock.kind === "STATUTORY" && clock.state === "running")?.dueOn ?? null;
	return {
		user: ticket.reporter?.name ?? null,
		number: String(ticket.number),
		service: ticket.service?.name ?? null,
		competentBody: ticket.competentBody,
		adviser,
		replyBy: owed === null ? null : proseDate(ticket.language, Temporal.PlainDate.from(owed)),
	};
};

/** The words of a reply in the language of the ticket's user. */
export const wordsIn = (reply: Pick<CannedReplyView, "sl" | "en">, language: TicketView["language"]): string =>
	(language === "en" ? reply.en : null) ?? reply.sl;
