import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { type FormStory, readForm } from "../../desk/agreements/rules/form-document.ts";
import type { DraftTerms } from "../../desk/agreements/rules/terms.ts";
import { Channel, Effect, TicketType, UserGroup } from "../../desk/tickets/rules/codes.ts";
import { PlainDateText } from "../../kernel/values.ts";
import type { Moved } from "./moved.ts";

const folder = new URL("../../../test/story/", import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** A filled agreement: its file, what the file says, and the story it tells of signatures, training and start. */
export type ExampleAgreement = {
	readonly code: string;
	readonly yaml: string;
	readonly terms: DraftTerms;
	readonly story: FormStory;
};

/** The two example agreements, every date in them moved with the story. */
export const exampleAgreements = (moved: Moved): ExampleAgreement[] =>
	["agreement-eokence.yaml", "agreement-eprireditev.yaml"].map((name) => {
		const text = fileOf(name);
		const yaml = moved.weeks === 0 ? text : stringify(withDatesMoved(parse(text), moved));
		const { draft, story } = readForm(parse(yaml));
		if (!story || !draft.agreement?.code) throw new Error(`the example ${name} tells no story`);
		return { code: draft.agreement.code, yaml, terms: draft, story };
	});

/** Every whole text that is a date; a shortened day of the calendar keeps its day and month, because it belongs to a holiday. */
function withDatesMoved(value: unknown, moved: Moved, key = ""): unknown {
	if (typeof value === "string") {
		if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
		return key === "exceptions" ? `${moved.date(value).slice(0, 4)}${value.slice(4)}` : moved.date(value);
	}
	if (Array.isArray(value)) return value.map((item) => withDatesMoved(item, moved, key));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [name, withDatesMoved(item, moved, key === "exceptions" ? key : name)]),
	);
}

/** Codes stand in the file in small letters. */
const upper = <Code extends string>(codes: z.ZodType<Code>) =>
	z.string().transform((word) => codes.parse(word.toUpperCase()));

/** What the file says of how a request is classified; the rest of its `expected` is read by the test. */
const facts = {
	service: z.string().nullable(),
	type: upper(TicketType),
	category: z.string().nullable(),
	effect: Effect.nullish(),
	soleChannel: z.boolean().optional(),
	requiresOtherBodies: z.boolean().optional(),
	otherBodies: z.array(z.string()).default([]),
	userDeadline: PlainDateText.nullish(),
	priorityFlags: z.array(z.string()).default([]),
};
const incoming = {
	channel: upper(Channel),
	receivedAt: z.string(),
	from: z.object({
		group: UserGroup,
		alias: z.string(),
		email: z.string().nullish(),
		phone: z.string().nullish(),
	}),
	subject: z.string(),
	body: z.string(),
	attachments: z.array(z.string()).default([]),
};

const Earlier = z.object({ request: z.string(), ...incoming, ...facts, escalatedAt: z.string() });
const ExampleRequest = z.object({
	id: z.string(),
	...incoming,
	relatesTo: Earlier.optional(),
	expected: z.object({ ...facts, l2: z.object({ escalatedAt: z.string() }).nullable() }),
});
const ExampleFile = z.object({ schema: z.literal("ekc-requests/1"), requests: z.array(ExampleRequest) });

export type ExampleRequest = {
	readonly id: string;
	readonly incoming: z.output<z.ZodObject<typeof incoming>>;
	readonly facts: z.output<z.ZodObject<typeof facts>>;
	readonly escalatedAt: string | null;
};

/** The example requests with the earlier one that R12 complains about, in the order of the file. */
export const exampleRequests = (): ExampleRequest[] =>
	ExampleFile.parse(parse(fileOf("requests.yaml"))).requests.flatMap((request) => {
		const { id, expected, relatesTo } = request;
		const own: ExampleRequest = {
			id,
			incoming: request,
			facts: expected,
			escalatedAt: expected.l2?.escalatedAt ?? null,
		};
		if (!relatesTo) return [own];
		const { request: earlier, escalatedAt } = relatesTo;
		return [{ id: earlier, incoming: relatesTo, facts: relatesTo, escalatedAt }, own];
	});

/** A file that a request of the examples came with. */
export const exampleAttachment = (name: string): Uint8Array => readFileSync(new URL(name, folder));
