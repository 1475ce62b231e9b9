import type { z } from "zod";
import type { Context } from "../../../platform/operation.ts";
import { operation } from "../../../platform/operation.ts";
import { serviceById } from "../../catalogue/read.ts";
import { track, type TrackView } from "../contract.ts";
import { mayAnyone } from "../policy.ts";
import { ticketByToken } from "../read/by-token.ts";
import { replyBy } from "../read/reply-by.ts";
import { obstaclesTo } from "../rules/guards.ts";
import { publicState } from "../rules/public-state.ts";
import { linkEndsOn } from "../rules/tracking-link.ts";

export default operation(track)({
	load: (context, input) => ticketByToken(context, input.token, false),
	may: mayAnyone,
	async run(context, _, { row, situation }) {
		const isAnswered = row.answered_at !== null;
		const isOver = situation.state === "answered" || situation.state === "closed";
		const service = row.service_id === null ? null : await serviceById(context.tx, row.service_id);
		return {
			number: row.number,
			subject: row.subject,
			state: publicState(situation.state, isAnswered),
			receivedAt: row.received_at.toString(),
			serviceName: service?.name ?? null,
			replyBy: isAnswered || isOver ? null : (await replyBy(context.tx, row.received_at)).toString(),
			expectedOn: isAnswered ? null : (row.interim_expected_on?.toString() ?? null),
			competentBody: row.competent_body,
			messages: await wordsWithUser(context, row.id),
			isReplyToThis: !isOver || obstaclesTo("reopen", situation, context.now).length === 0,
			linkUntil: linkEndsOn(row)?.toString() ?? null,
		};
	},
});

/** What was said between the desk and the user, oldest first, without absence notes; the user's own numbers are not masked for the user. */
async function wordsWithUser(context: Context, ticketId: string): Promise<z.input<typeof TrackView>["messages"]> {
	const rows = await context.tx
		.selectFrom("ticket_message")
		.select(["at", "direction", "body", "quoted_from"])
		.where("ticket_id", "=", ticketId)
		.where("audience", "=", "USER")
		.where((eb) => eb.or([eb("automatic", "=", false), eb("kind", "=", "REQUEST")]))
		.orderBy("ordinal")
		.execute();
	return rows.map((row) => ({
		at: row.at.toString(),
		direction: row.direction as "IN" | "OUT",
		body: row.quoted_from === null ? row.body : row.body.slice(0, row.quoted_from).trimEnd(),
	}));
}
