import type { Context } from "../../../platform/operation.ts";
import { receivedAtOf, roundOf } from "../read/rounds.ts";
import type { ClockEffect } from "../read/effects.ts";
import { canPause, ClockKind } from "../rules/kinds.ts";
import { bindAnew } from "./bind-anew.ts";
import { endClocks, refresh, runningClocks } from "./clocks.ts";
import { settleEscalation } from "./escalation.ts";
import { startLegal, startReply } from "./first-level.ts";
import { announceReply } from "./interim-reply.ts";
import { startSecondLevel } from "./second-level.ts";

const pausing = ClockKind.options.filter(canPause);

/** Writes what one fact does to the clocks of its ticket. */
export async function apply(context: Context, ticketId: string, effect: ClockEffect): Promise<void> {
	switch (effect.effect) {
		case "oweReply":
			return startReply(context, ticketId, 1, Temporal.Instant.from(effect.receivedAt));
		case "oweNextReply": {
			const since = effect.from === "receipt" ? await receivedAtOf(context.tx, ticketId) : context.now;
			return startReply(context, ticketId, (await roundOf(context.tx, ticketId)) + 1, since);
		}
		case "bindSecondLevel":
			return startSecondLevel(context, ticketId, effect.handOver);
		case "rebind":
			return bindAnew(context, ticketId, effect.binding, effect.reason);
		case "suggestNotifications":
			return startLegal(context, ticketId, await receivedAtOf(context.tx, ticketId), effect.isPersonalData);
		case "announceReply":
			return announceReply(context, ticketId, Temporal.PlainDate.from(effect.on));
		case "pause":
		case "resume":
			await refresh(context, await runningClocks(context, ticketId, pausing), null);
			return;
		case "end":
			return endClocks(context, ticketId, effect.kinds, effect.state);
		case "settlePath":
			await settleEscalation(context, ticketId, effect.isOver);
	}
}
