import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";

export type Health = {
	/** Resolves when the desk can serve; rejects with the reason otherwise. */
	readonly check: () => Promise<Record<string, string | number | boolean>>;
	readonly metrics: Registry;
};

/** `/healthz`: the process lives. `/readyz`: it can serve, with what durability holds. `/metrics`: Prometheus text. */
export function healthRoutes(app: FastifyInstance, health: Health): void {
	const hide = { schema: { hide: true } };
	app.get("/healthz", hide, async () => ({ status: "ok" }));
	app.get("/readyz", hide, async (_request, reply) => {
		try {
			return { status: "ready", ...(await health.check()) };
		} catch {
			return reply.code(503).send({ status: "not-ready" });
		}
	});
	app.get("/metrics", hide, async (_request, reply) =>
		reply.type(health.metrics.contentType).send(await health.metrics.metrics()),
	);
}
