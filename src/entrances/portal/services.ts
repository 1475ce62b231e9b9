import type { FastifyInstance } from "fastify";
import { publicService, publicServices } from "../../desk/agreements/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Reach, Service, ServiceRow } from "../../web/portal/pages.ts";
import type { PortalDoor } from "./portal.ts";

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

/** Pages that only tell: home, one service, the accessibility statement, and everything there is not. */
export function infoRoutes(app: FastifyInstance, parts: PortalDoor): void {
	const { pages } = parts;
	const hidden = { schema: { hide: true } };
	app.get("/", hidden, async (request, reply) => {
		const services = await supportedServices(parts);
		return pages.send(request, reply, { kind: "home", services, reach: await reachOf(parts, services) });
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
