import type { Fact } from "../../../kernel/fact.ts";
import { type Context, onAll } from "../../../platform/operation.ts";
import { clockBreached, clockWarned, escalationMoved } from "../../clocks/facts.ts";
import { escalationsOf } from "../../clocks/read.ts";
import { clockMail, custodianMail } from "../notices-second-level.ts";
import { type Letter, lettersOf, type Owed, purposeOf } from "../rules/clock-letters.ts";
import { owedUntil } from "../rules/owed-until.ts";
import {
	addressAtDesk,
	custodianEmail,
	deskLink,
	type HandedOver,
	handedOver,
	mailboxesOf,
	queueTicketMails,
	secondLevelLink,
	secondLevelOf,
	setOf,
	targetOf,
	type TicketForMail,
	type TicketMail,
	ticketsForMail,
} from "../ticket-mail.ts";
import { filesFor, targetMail } from "./target-mail.ts";

/** What ran out, what will, and who is called next: all of a batch in one question each and one insert. */
export const ofClocks = onAll([clockWarned, clockBreached, escalationMoved], async (context, facts) => {
	const ofTickets = Map.groupBy(facts, ({ id, payload }) => String(payload.ticketId ?? id));
	const ids = [...ofTickets.keys()];
	const calls = new Map(facts.filter(isCall).map(({ id, payload }) => [id, Number(payload.toOrder)]));
	const tickets = await ticketsForMail(context, ids);
	const given = await handedOver(context, [...calls.keys()]);
	const paths = await escalationsOf(context.tx, ids);
	const mailboxes = await mailboxesOf(context);
	const mails: TicketMail[] = [];
	for (const [id, said] of ofTickets) {
		const ticket = tickets.get(id)!;
		const partI = await secondLevelOf(context, ticket);
		const order = calls.get(id) ?? paths.get(id)?.target_order ?? ticket.target_order;
		const target = targetOf(partI, setOf(ticket), order);
		const letters = lettersOf(
			{ warned: owedBy(said, clockWarned), breached: owedBy(said, clockBreached), isCalled: calls.has(id) },
			{
				target: target?.email ?? null,
				custodian: custodianEmail(partI, setOf(ticket)),
				adviser: addressAtDesk(mailboxes, ticket),
			},
		);
		const called = { given: given.get(id), name: target?.name ?? "", order: order ?? 0 };
		mails.push(...letters.map((letter) => mailOf(context, ticket, letter, called)));
	}
	await queueTicketMails(context, mails);
});

const isCall = ({ name }: Fact): boolean => name === escalationMoved.name;

const owedBy = (facts: readonly Fact[], kind: { readonly name: string }): Owed[] =>
	facts
		.filter(({ name }) => name === kind.name)
		.map(({ payload }) => ({
			kind: String(payload.kind),
			dueAt: owedUntil(String(payload.kind), Temporal.Instant.from(String(payload.dueAt))),
		}));

type Called = { readonly given: HandedOver | undefined; readonly name: string; readonly order: number };

function mailOf(context: Context, ticket: TicketForMail, letter: Letter, { given, name, order }: Called): TicketMail {
	const { to } = letter;
	const common = { ticket, to, purpose: purposeOf(letter), thread: letter.as === "ADVISER" ? null : ("s" as const) };
	if (letter.as === "CALLED" && given) {
		return { ...common, mail: targetMail(context, ticket, given, letter), more: filesFor(ticket, given) };
	}
	if (letter.as === "PASSED_ON") {
		return { ...common, mail: custodianMail(secondLevelLink(context, ticket), name, order, letter) };
	}
	const link = letter.as === "ADVISER" ? deskLink(context, ticket) : secondLevelLink(context, ticket);
	return { ...common, mail: clockMail(link, letter) };
}
