import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { replyByToken, track } from "../../desk/tickets/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { asRefusal } from "../http/problem.ts";
import { formKey, readForm } from "./form-data.ts";
import type { PortalDoor } from "./portal.ts";

const hidden = { schema: { hide: true } };
const repliesPerTenMinutes = 20;

type Params = { token: string };

/** One ticket by its link. Opening it changes nothing, so that mail scanners may click; a reply is posted. */
export function trackingRoutes(door: FastifyInstance, parts: PortalDoor): void {
	door.register(async (app) => {
		// A link that has ended and one that never was look alike.
		app.setErrorHandler((error, request, reply) =>
			asRefusal(error)?.status === 404 || (error instanceof Refusal && error.kind === "invalid")
				? parts.pages.send(request, reply, { kind: "linkEnded" }, 404)
				: parts.pages.failed(request, reply, error),
		);
		routes(app, parts);
	});
}

function routes(app: FastifyInstance, { asPublic, pages, desk }: PortalDoor): void {
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

	app.get<{ Params: Params }>("/prejeto/:token", hidden, async (request, reply) => {
		const { token } = request.params;
		const ticket = await asPublic(track, { token });
		return pages.send(request, reply, {
			kind: "received",
			ticket,
			token,
			link: `${desk.settings.baseUrl}/sledenje/${token}`,
		});
	});

	app.post<{ Params: Params }>("/sledenje/:token", hidden, async (request, reply) => {
		const { token } = request.params;
		const { values } = await readForm(request);
		const key = formKey(values.key);
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
