import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { FormInput } from "../../desk/channels/contract.ts";
import { type Obstacle, Refusal } from "../../kernel/refusal.ts";
import type { Page } from "../../web/portal/pages.ts";
import { handInForm } from "../mail/take-in-form.ts";
import { fileLimits, formKey, type Posted, readForm } from "./form-data.ts";
import { languageOf } from "./pages.ts";
import type { PortalDoor } from "./portal.ts";
import { supportedService, supportedServices } from "./services.ts";

const hidden = { schema: { hide: true } };
const formsPerTenMinutes = 20;

/** The public form and what follows it. */
export function askRoutes(app: FastifyInstance, parts: PortalDoor): void {
	const { pages } = parts;
	const limit = app.createRateLimit({ max: formsPerTenMinutes, timeWindow: "10 minutes" });

	app.get<{ Querystring: { storitev?: string } }>("/vprasanje", hidden, async (request, reply) => {
		const values = { service: request.query.storitev ?? "" };
		return pages.send(request, reply, await askPage(parts, values, []));
	});

	app.post("/vprasanje", hidden, async (request, reply) => {
		const posted = await readForm(request);
		const count = await limit(request);
		const refused = count.isAllowed || !count.isExceeded ? [] : [{ code: "too-many-requests" }];
		return refused.length > 0
			? again(parts, request, reply, posted, refused, 429)
			: handIn(parts, request, reply, posted);
	});

	app.get("/prejeto", hidden, async (request, reply) => pages.send(request, reply, { kind: "held" }));
}

async function handIn(parts: PortalDoor, request: FastifyRequest, reply: FastifyReply, posted: Posted) {
	const form = await formOf(parts, request, posted);
	const refused = refusedOf(form, posted);
	if (refused.length > 0) return again(parts, request, reply, posted, refused, 422);
	const whole = { ...form, attachments: await keepFiles(parts, posted) };
	try {
		const receipt = await handInForm(parts, whole, formKey(posted.values.key)).catch((error) => {
			// Changed after it was sent: another question, which needs a key of its own.
			if (error instanceof Refusal && error.code === "idempotency-key-reused")
				return handInForm(parts, whole, randomUUID());
			throw error;
		});
		return reply.redirect(receipt ? `/prejeto/${receipt.token}` : "/prejeto", 303);
	} catch (error) {
		if (!(error instanceof Refusal) || error.kind === "unavailable") throw error;
		return again(parts, request, reply, posted, obstaclesOf(error), 422);
	}
}

const obstaclesOf = (refusal: Refusal): readonly Obstacle[] =>
	refusal.obstacles.length > 0 ? refusal.obstacles : [{ code: refusal.code, details: refusal.details }];

/** The form as its contract wants it: empty fields are absent, the service by its id; `undefined` = a service we do not support. */
async function formOf(parts: PortalDoor, request: FastifyRequest, { values }: Posted) {
	const text = (name: string): string | null => values[name]?.trim() || null;
	const code = text("service");
	return {
		reporter: {
			name: text("reporter.name"),
			email: text("reporter.email"),
			phone: text("reporter.phone"),
			group: text("reporter.group") ?? "citizen",
		},
		subject: values.subject ?? "",
		body: (values.body ?? "").replaceAll("\r\n", "\n"),
		language: values.language === "en" || values.language === "sl" ? values.language : languageOf(request),
		serviceId: code === null ? null : (await supportedService(parts, code))?.serviceId,
		website: values.website ?? "",
	};
}

/** All that is wrong with the form, before any of its files is kept. */
function refusedOf(form: Awaited<ReturnType<typeof formOf>>, { hasTooMuch }: Posted): Obstacle[] {
	const { success, error } = FormInput.safeParse(form);
	const { email, phone } = form.reporter;
	return [
		...(form.serviceId === undefined ? [{ code: "not-supported", at: "serviceId" }] : []),
		...(success
			? []
			: error.issues.map(({ code, path }) => ({
					code: code === "too_big" ? "too-big" : "invalid-value",
					at: path.join("."),
				}))),
		...(hasTooMuch ? [{ code: "too-big", at: "attachments" }] : []),
		...(email === null && phone === null ? [{ code: "contact-required", at: "reporter.email" }] : []),
	];
}

const keepFiles = ({ desk }: PortalDoor, { files }: Posted) =>
	files.length === 0
		? []
		: desk.database.write((tx) =>
				Promise.all(
					files.map(async ({ name, contentType, bytes }) => ({
						fileId: await desk.store.put(tx, bytes),
						name,
						contentType: contentType.slice(0, 120),
					})),
				),
			);

async function again(
	parts: PortalDoor,
	request: FastifyRequest,
	reply: FastifyReply,
	{ values }: Posted,
	refused: readonly Obstacle[],
	status: number,
) {
	return parts.pages.send(request, reply, await askPage(parts, values, refused), status);
}

async function askPage(
	parts: PortalDoor,
	values: Readonly<Record<string, string>>,
	refused: readonly Obstacle[],
): Promise<Page> {
	return {
		kind: "ask",
		services: await supportedServices(parts),
		limits: fileLimits.shown,
		key: formKey(values.key),
		values,
		refused,
	};
}
