import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import type { Contract } from "../../kernel/contract.ts";
import type { Operation } from "../../platform/operation.ts";
import type { Desk, Perform } from "../perform.ts";
import type { z } from "zod";
import { assetRoutes } from "./assets.ts";
import { askRoutes } from "./ask.ts";
import { fileLimits } from "./form-data.ts";
import { mailRoutes } from "./mails.ts";
import { loadPages, type Pages } from "./pages.ts";
import { infoRoutes } from "./services.ts";
import { trackingRoutes } from "./tracking.ts";

export type PortalParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly operations: readonly Operation[];
	/** Port of the desk's own mail door, where the demo's sink posts its replies; known once the worker runs. */
	readonly smtpPort: () => number;
	/** The built pages; those of `npm run build` unless said otherwise. */
	readonly bundle?: string;
};

/** Performs as anyone: the portal knows no accounts. */
export type AsPublic = <Input extends z.ZodType, Output extends z.ZodType>(
	contract: Contract<Input, Output>,
	input: z.input<Input>,
	options?: { readonly idempotencyKey?: string },
) => Promise<z.output<Output>>;

export type PortalDoor = PortalParts & { readonly pages: Pages; readonly asPublic: AsPublic };

/**
 * The public portal: pages rendered here, whole without scripts, for anyone. Nothing is served before the screens are built.
 * Reading changes nothing; forms are posted, and a form that is posted twice is one ticket.
 */
export const portal =
	(parts: PortalParts) =>
	async (app: FastifyInstance): Promise<void> => {
		const pages = await loadPages(parts.desk, parts.bundle);
		if (!pages) return;
		await app.register(async (door) => {
			await door.register(formbody, { bodyLimit: fileLimits.textBytes });
			await door.register(multipart, { limits: fileLimits.multipart });
			door.setErrorHandler((error, request, reply) => pages.failed(request, reply, error));
			const all: PortalDoor = { ...parts, pages, asPublic: asPublic(parts) };
			assetRoutes(door, pages);
			infoRoutes(door, all);
			askRoutes(door, all);
			trackingRoutes(door, all);
			mailRoutes(door, all);
		});
	};

const asPublic =
	({ operations, perform }: PortalParts): AsPublic =>
	(contract, input, options) => {
		const operation = operations.find((one) => one.contract.name === contract.name);
		if (!operation) throw new Error(`no operation for ${contract.name}`);
		return perform(operation, { kind: "public" }, input, options) as Promise<never>;
	};
