import type { FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import { httpApp, type HttpParts } from "../../src/entrances/http/app.ts";
import { openLog } from "../../src/platform/log.ts";
import { openSignIn } from "../../src/platform/sign-in/sign-in.ts";
import type { Operation } from "../../src/platform/operation.ts";
import { operations, type TestDesk } from "./desk.ts";

/** The whole web server of a test desk without a port: ask it with `inject`, close it before the desk. */
export function openTestWeb(
	{ desk, database, perform }: TestDesk,
	more: { operations?: readonly Operation[]; doors?: HttpParts["more"]; onRoute?: HttpParts["onRoute"] } = {},
): Promise<FastifyInstance> {
	return httpApp({
		desk,
		perform,
		operations: more.operations ?? operations,
		signIn: openSignIn(database, { secret: desk.settings.secret ?? "", baseUrl: desk.settings.baseUrl }),
		log: openLog("silent"),
		health: { metrics: new Registry(), check: async () => ({}) },
		more: more.doors ?? [],
		...(more.onRoute ? { onRoute: more.onRoute } : {}),
	});
}
