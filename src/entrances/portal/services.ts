import type { FastifyInstance } from "fastify";
import { publicService, publicServices } from "../../desk/agreements/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Reach, Service, ServiceRow } from "../../web/portal/pages.ts";
import type { PortalDoor } from "./portal.ts";
import { foundServices } from "./search.ts";

export async function supportedServices({ asPublic }: PortalDoor): Promise<readonly ServiceRow[]> {
	return (await asPublic(publicServices, {})).rows;
}

/** A supported service by its code; null for one that is not supported (yet), whatever the reason. */
export async function supportedService({ asPublic }: PortalDoor, code: string): Promise<Service | null> {
	try {
		return await asPublic(publicService, { code });
	} catch (error) {
		if (error instanceof Refusal && (error.kind === "not-found" || error.kind === "invalid")) return null;
		throw error;
	}
}

/** Contacts of the contact centre: they may be shown as soon as one service is supported (STA-05). */
async function reachOf(parts: PortalDoor, services: readonly ServiceRow[]): Promise<Reach | null> {
	const [first] = services;
	return first ? supportedService(parts, first.code) : null;
}

const wordsMost = 200;

async function wholeOf(parts: PortalDoor, services: readonly ServiceRow[]): Promise<Service[]> {
	const found = await Promise.all(services.map(({ code }) => supportedService(parts, code)));
	return found.filter((service) => service !== null);
}

/** Pages that only tell: home, one service, the accessibility statement, and everything there is not. */
export function infoRoutes(app: FastifyInstance, parts: PortalDoor): void {
	const { pages } = parts;
	const hidden = { schema: { hide: true } };
	app.get<{ Querystring: { iskanje?: unknown } }>("/", hidden, async (request, reply) => {
		const services = await supportedServices(parts);
		const { iskanje } = request.query;
		const words = typeof iskanje === "string" ? iskanje.trim().slice(0, wordsMost) : "";
		const search = words === "" ? null : { words, found: foundServices(words, await wholeOf(parts, services)) };
		return pages.send(request, reply, { kind: "home", services, reach: await reachOf(parts, services), search });
	});
	app.get<{ Params: { code: string } }>("/storitve/:code", hidden, async (request, reply) => {
		const service = await supportedService(parts, request.params.code);
		return service
			? pages.send(request, reply, { kind: "service", service })
			: pages.send(request, reply, { kind: "notFound" }, 404);
	});
	app.get("/dostopnost", hidden, async (request, reply) => {
		const reach = await reachOf(parts, await supportedServices(parts));
		return pages.send(request, reply, { kind: "accessibility", reach });
	});
	app.get("/*", hidden, async (request, reply) =>
		request.url.startsWith("/api/") ? reply.callNotFound() : pages.send(request, reply, { kind: "notFound" }, 404),
	);
}
