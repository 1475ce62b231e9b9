import type { FastifyInstance } from "fastify";
import { fromNodeHeaders } from "better-auth/node";
import type { SignIn } from "../../platform/sign-in/sign-in.ts";
import { signInLimits } from "./sign-in-limits.ts";

/** The sign-in library's own routes: the one exception to `perform`, on the snapshot of unauthenticated routes. */
export async function signInRoutes(app: FastifyInstance, signIn: SignIn): Promise<void> {
	await app.register(async (scope) => {
		const limits = signInLimits(scope);
		scope.route({
			method: ["GET", "POST"],
			url: "/api/auth/*",
			schema: { hide: true },
			async handler(request, reply) {
				if (request.method === "POST") await limits(request);
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
