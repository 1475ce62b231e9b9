import type { FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import { httpApp, type HttpParts } from "../../src/entrances/http/app.ts";
import { openWho } from "../../src/entrances/http/who.ts";
import { openLog } from "../../src/platform/log.ts";
import { openSignIn } from "../../src/platform/sign-in/sign-in.ts";
import type { Operation } from "../../src/platform/operation.ts";
import { operations, type TestDesk } from "./desk.ts";

/** The whole web server of a test desk without a port: ask it with `inject`, close it before the desk. */
export function openTestWeb(
	{ desk, database, perform }: TestDesk,
	more: { operations?: readonly Operation[]; doors?: HttpParts["more"]; onRoute?: HttpParts["onRoute"] } = {},
): Promise<FastifyInstance> {
	const signIn = openSignIn(database, { secret: desk.settings.secret ?? "", baseUrl: desk.settings.baseUrl });
	return httpApp({
		desk,
		perform,
		operations: more.operations ?? operations,
		signIn,
		// The clock of a test stands, so nobody may be kept.
		who: openWho(desk, signIn, 0),
		log: openLog("silent"),
		health: { metrics: new Registry(), check: async () => ({}) },
		more: more.doors ?? [],
		...(more.onRoute ? { onRoute: more.onRoute } : {}),
	});
}
