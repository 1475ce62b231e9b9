import type { FastifyInstance } from "fastify";
import { fromNodeHeaders } from "better-auth/node";
import { Refusal } from "../../kernel/refusal.ts";
import type { SignIn } from "../../platform/sign-in/sign-in.ts";

const attemptsPerMinute = 20;

/** The sign-in library's own routes: the one exception to `perform`, on the snapshot of unauthenticated routes. */
export async function signInRoutes(app: FastifyInstance, signIn: SignIn): Promise<void> {
	await app.register(async (scope) => {
		scope.route({
			method: ["GET", "POST"],
			url: "/api/auth/*",
			schema: { hide: true },
			config: {
				rateLimit: {
					max: attemptsPerMinute,
					timeWindow: "1 minute",
					keyGenerator: (request) => `${request.ip} ${request.method}`,
					allowList: (request) => request.method === "GET",
					errorResponseBuilder: (_request, { ttl }) =>
						new Refusal("too-soon", "too-many-requests", { details: { seconds: Math.ceil(ttl / 1000) } }),
				},
			},
			async handler(request, reply) {
				const url = new URL(request.url, `${request.protocol}://${request.host}`);
				const answer = await signIn.handle(
					new Request(url, {
						method: request.method,
						headers: fromNodeHeaders(request.headers),
						...(request.body === undefined || request.body === null ? {} : { body: JSON.stringify(request.body) }),
					}),
				);
				reply.code(answer.status);
				for (const [name, value] of answer.headers) if (name !== "set-cookie") reply.header(name, value);
				for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
				return reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()));
			},
		});
	});
}
