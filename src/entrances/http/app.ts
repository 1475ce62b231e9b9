import type { IncomingMessage, ServerResponse } from "node:http";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import helmet from "helmet";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { Refusal } from "../../kernel/refusal.ts";
import { newId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Operation } from "../../platform/operation.ts";
import type { SignIn } from "../../platform/sign-in/sign-in.ts";
import type { Desk, Perform } from "../perform.ts";
import { canRoutes } from "./can.ts";
import { ContractSchemas, documentation } from "./documentation.ts";
import { healthRoutes, type Health } from "./health.ts";
import { presenceRoutes } from "./presence.ts";
import { asRefusal, sendRefusal } from "./problem.ts";
import { apiPrefix, operationRoutes } from "./routes.ts";
import { screenRoutes } from "./screens.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { refuseForeignSite, type Who } from "./who.ts";

export type HttpParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly signIn: SignIn;
	readonly who: Who;
	readonly operations: readonly Operation[];
	readonly log: Log;
	readonly health: Health;
	/** Further entrances on the same server: the portal, the live view. */
	readonly more: readonly ((app: FastifyInstance) => Promise<void> | void)[];
	/** Told of each route as it is added. */
	readonly onRoute?: (route: { readonly method: string | string[]; readonly url: string }) => void;
};

const bodyMostBytes = 1024 * 1024;
const publicActsPerMinute = 60;

/** The whole web server, not yet listening. */
export async function httpApp(parts: HttpParts): Promise<FastifyInstance> {
	const { desk, log, operations, perform, signIn } = parts;
	const app = Fastify({
		bodyLimit: bodyMostBytes,
		genReqId: () => newId(desk.clock.now()),
		trustProxy: desk.settings.trustProxy.length > 0 ? [...desk.settings.trustProxy] : false,
	});
	if (parts.onRoute) app.addHook("onRoute", parts.onRoute);
	// `perform` validates every input and output against its contract; the schemas on routes only document.
	app.setValidatorCompiler(() => () => true);
	app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
	app.setErrorHandler((error, request, reply) => {
		const known = asRefusal(error);
		if (known) return sendRefusal(request, reply, known.refusal, known.status);
		log.error({ err: error, fault: request.id }, "fault");
		return sendRefusal(
			request,
			reply,
			new Refusal("unavailable", "server-fault", { details: { fault: request.id } }),
			500,
		);
	});
	app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, new Refusal("not-found", "not-found")));
	app.addHook("onRequest", async (request) => refuseForeignSite(request, desk.settings.baseUrl));

	const secured = securityHeaders(desk.settings.baseUrl);
	app.addHook("onRequest", (_, reply, done) => {
		reply.raw.setHeaders(secured);
		done();
	});
	await app.register(rateLimit, { global: false });
	const schemas = new ContractSchemas();
	await app.register(swagger, documentation(schemas));

	healthRoutes(app, parts.health);
	await signInRoutes(app, signIn);
	const limit = app.createRateLimit({ max: publicActsPerMinute, timeWindow: "1 minute" });
	const who = async (request: FastifyRequest) => {
		const actor = await parts.who.asks(request);
		if (actor.kind === "public" && request.method !== "GET") {
			const count = await limit(request);
			if (!count.isAllowed && count.isExceeded)
				throw new Refusal("too-soon", "too-many-requests", { details: { seconds: count.ttlInSeconds } });
		}
		return actor;
	};
	await app.register(
		async (api) => {
			operationRoutes(api, operations, perform, who, schemas);
			canRoutes(api, parts.who, operations);
			presenceRoutes(api, parts.who, perform, desk.database);
			api.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
		},
		{ prefix: apiPrefix },
	);
	await app.register(swaggerUi, { routePrefix: `${apiPrefix}/docs` });
	await screenRoutes(app);
	for (const entrance of parts.more) await entrance(app);
	return app;
}

/** The same for every answer, so they are made once. */
function securityHeaders(baseUrl: string): Map<string, string> {
	const headers = new Map<string, string>();
	const keep = { setHeader: headers.set.bind(headers), removeHeader() {} } as unknown as ServerResponse;
	const make = helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				styleSrcAttr: ["'unsafe-inline'"],
				imgSrc: ["'self'", "data:"],
				objectSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
			},
		},
		strictTransportSecurity: baseUrl.startsWith("https:"),
		crossOriginEmbedderPolicy: false,
	});
	make({} as IncomingMessage, keep, (fault?: unknown) => {
		if (fault) throw fault;
	});
	return headers;
}
