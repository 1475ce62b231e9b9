import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { replyByToken, track } from "../../desk/tickets/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { readForm } from "./form-data.ts";
import type { PortalDoor } from "./portal.ts";

const hidden = { schema: { hide: true } };
const repliesPerTenMinutes = 20;

type Params = { token: string };

/** One ticket by its link. Opening it changes nothing, so that mail scanners may click; a reply is posted. */
export function trackingRoutes(app: FastifyInstance, { asPublic, pages }: PortalDoor): void {
	const limit = app.createRateLimit({ max: repliesPerTenMinutes, timeWindow: "10 minutes" });

	app.get<{ Params: Params; Querystring: { poslano?: string; novo?: string } }>(
		"/sledenje/:token",
		hidden,
		async (request, reply) => {
			const { token } = request.params;
			const ticket = await asPublic(track, { token });
			const { poslano, novo = "" } = request.query;
			if (/^\d{1,12}$/.test(novo)) return pages.send(request, reply, { kind: "replied", number: Number(novo) });
			const sent = poslano !== undefined;
			return pages.send(request, reply, {
				kind: "tracking",
				ticket,
				token,
				key: randomUUID(),
				sent,
				values: {},
				refused: [],
			});
		},
	);

	app.post<{ Params: Params }>("/sledenje/:token", hidden, async (request, reply) => {
		const { token } = request.params;
		const { values } = await readForm(request);
		const key = values.key || randomUUID();
		const body = (values.body ?? "").replaceAll("\r\n", "\n");
		try {
			const count = await limit(request);
			if (!count.isAllowed && count.isExceeded) throw new Refusal("too-soon", "too-many-requests");
			const { isNewTicket, number } = await asPublic(replyByToken, { token, body }, { idempotencyKey: `reply:${key}` });
			return reply.redirect(`/sledenje/${token}?${isNewTicket ? `novo=${number}` : "poslano=1"}`, 303);
		} catch (error) {
			if (!(error instanceof Refusal) || error.kind === "not-found" || error.kind === "unavailable") throw error;
			const ticket = await asPublic(track, { token });
			const refused = error.obstacles.length > 0 ? error.obstacles : [{ code: error.code }];
			return pages.send(request, reply, { kind: "tracking", ticket, token, key, sent: false, values, refused }, 422);
		}
	});
}
