import type { FastifyInstance } from "fastify";
import { Refusal } from "../../kernel/refusal.ts";
import type { Fact } from "../../kernel/fact.ts";
import type { Who } from "./who.ts";

export type Live = {
	/** Tells every listener which kinds of object changed; never which object, so that nothing out of scope leaks. */
	tell(facts: readonly Pick<Fact, "aggregate">[]): void;
	routes(app: FastifyInstance): void;
	close(): void;
};

const keepAliveMs = 25_000;

/** Server-sent events for signed-in people: "tickets changed", upon which screens ask again within their own scope. */
export function openLive(who: Who): Live {
	const listeners = new Set<(line: string) => void>();
	const closers = new Set<() => void>();
	return {
		tell(facts) {
			const aggregates = [...new Set(facts.map((fact) => fact.aggregate))];
			for (const listener of listeners) listener(`event: changed\ndata: ${JSON.stringify(aggregates)}\n\n`);
		},
		routes(app) {
			app.get("/api/v1/live", { schema: { hide: true } }, async (request, reply) => {
				const actor = await who.asks(request);
				if (actor.kind !== "person") throw new Refusal("forbidden", "sign-in-needed");
				reply.hijack();
				const { raw } = reply;
				raw.writeHead(200, {
					"content-type": "text/event-stream",
					"cache-control": "no-store",
					"x-accel-buffering": "no",
				});
				raw.write(": open\n\n");
				const listener = (line: string) => raw.write(line);
				const beat = setInterval(() => raw.write(": beat\n\n"), keepAliveMs);
				const close = () => {
					clearInterval(beat);
					listeners.delete(listener);
					closers.delete(close);
					raw.end();
				};
				listeners.add(listener);
				closers.add(close);
				request.raw.on("close", close);
			});
		},
		close() {
			for (const close of closers) close();
		},
	};
}
