import { type Context, on, type Reaction } from "../../platform/operation.ts";
import { workFreeDayRecorded } from "../calendars/facts.ts";
import {
	interimReplySent,
	priorityOverridden,
	ticketAcknowledged,
	ticketAnswered,
	ticketClosed,
	ticketHandedOver,
	ticketLinked,
	ticketMarkedSpam,
	ticketPaused,
	ticketReceived,
	ticketReopened,
	ticketRestricted,
	ticketResumed,
	ticketReturned,
	ticketSolved,
	ticketTriaged,
} from "../tickets/facts.ts";
import { receivedAtOf, roundOf } from "./read/rounds.ts";
import { canPause, ClockKind, firstLevelKinds, secondLevelKinds } from "./rules/kinds.ts";
import { dueForRecheck } from "./write/calendar.ts";
import { endClocks, refresh, runningClocks } from "./write/clocks.ts";
import { settleEscalation } from "./write/escalation.ts";
import { startLegal, startReply } from "./write/first-level.ts";
import { announceReply } from "./write/interim-reply.ts";
import { startSecondLevel, takeNewPriority } from "./write/second-level.ts";

const pausing = ClockKind.options.filter(canPause);
const underAgreement = [...firstLevelKinds, ...secondLevelKinds];

const pauseOrResume = async (context: Context, fact: { readonly id: string }): Promise<void> => {
	await refresh(context, await runningClocks(context, fact.id, pausing), null);
};

/** Second level has no more to do: its clocks end and nobody further is called. */
const endSecondLevel = async (context: Context, ticketId: string, state: "met" | "cancelled"): Promise<void> => {
	await endClocks(context, ticketId, secondLevelKinds, state);
	await settleEscalation(context, ticketId, true);
};

/** Clocks follow the ticket's facts in its own transaction (SM-2, `working-time.md` 10–15). */
export const reactions: readonly Reaction[] = [
	on(ticketReceived, (context, { id, payload }) =>
		startReply(context, id, 1, Temporal.Instant.from(payload.receivedAt)),
	),
	on(ticketTriaged, (context, { id }) => endClocks(context, id, ["FIRST_LEVEL_RESPONSE"], "met")),
	on(ticketHandedOver, async (context, fact) => {
		await endClocks(context, fact.id, firstLevelKinds, "met");
		await startSecondLevel(context, fact);
	}),
	on(ticketAcknowledged, async (context, { id }) => {
		await endClocks(context, id, ["RESPONSE"], "met");
		await settleEscalation(context, id, false);
	}),
	on(priorityOverridden, takeNewPriority),
	on(ticketPaused, pauseOrResume),
	on(ticketResumed, pauseOrResume),
	on(ticketReturned, (context, { id }) => endSecondLevel(context, id, "cancelled")),
	on(ticketSolved, async (context, { id, payload }) => {
		if (payload.level === 2) await endSecondLevel(context, id, "met");
		else await endClocks(context, id, firstLevelKinds, "met");
	}),
	on(ticketLinked, async (context, { id, payload }) => {
		if (payload.kind === "CHILD") await endClocks(context, id, firstLevelKinds, "met");
	}),
	on(interimReplySent, (context, { id, payload }) =>
		announceReply(context, id, Temporal.PlainDate.from(payload.expectedOn)),
	),
	on(ticketAnswered, (context, { id }) => endClocks(context, id, ["STATUTORY", ...firstLevelKinds], "met")),
	on(ticketClosed, async (context, { id }) => {
		await endClocks(context, id, ["STATUTORY", ...underAgreement], "cancelled");
		await settleEscalation(context, id, true);
	}),
	on(ticketMarkedSpam, (context, { id }) => endClocks(context, id, ["STATUTORY", ...underAgreement], "cancelled")),
	on(ticketReopened, async (context, { id, payload }) => {
		const since = payload.from === "spam" ? await receivedAtOf(context.tx, id) : context.now;
		await startReply(context, id, (await roundOf(context.tx, id)) + 1, since);
	}),
	on(ticketRestricted, async (context, { id, payload }) =>
		startLegal(context, id, await receivedAtOf(context.tx, id), payload.personalDataBreachSuspected),
	),
	on(workFreeDayRecorded, (context, { payload }) => dueForRecheck(context, Temporal.PlainDate.from(payload.day))),
];
