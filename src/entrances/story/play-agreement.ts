import {
	agreement,
	approveAgreement,
	importAgreement,
	publishContacts,
	signAgreement,
	submitAgreement,
} from "../../desk/agreements/contract.ts";
import type { FormSignature } from "../../desk/agreements/rules/form-document.ts";
import { type SetKey, setKeys, setOfKey } from "../../desk/agreements/rules/terms-values.ts";
import {
	attest,
	confirmSession,
	evaluateSession,
	holdSession,
	planSession,
	requestSession,
} from "../../desk/training/contract.ts";
import type { AgreementId } from "../../kernel/id.ts";
import { deskZone } from "../../platform/clock.ts";
import { advisers } from "./cast.ts";
import type { ExampleAgreement } from "./examples.ts";
import type { Stage } from "./stage.ts";
import type { Scene } from "./timeline.ts";

/** UTC ms of a wall clock time on a date of the example, days later or earlier. */
const on = (date: string, time: string, days = 0): number =>
	Temporal.PlainDate.from(date)
		.add({ days })
		.toZonedDateTime({ timeZone: deskZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

/**
 * One agreement from its draft to the published contacts, as the file tells it: import, review, approval by both, both
 * signatures with their places, dates and numbers, training of each set, attestation by the lead, publication.
 */
export function scenesOfAgreement({ code, yaml, terms, story }: ExampleAgreement): Scene[] {
	const owner = terms.partI?.client?.serviceOwner?.id ?? "";
	const publisher = terms.partI?.client?.contentCustodian?.id ?? "";
	const head = terms.ekcRoles?.ekc_head?.id ?? "";
	const acknowledged = terms.agreement?.catalogue?.acknowledgedAt ?? "";
	const { provider, client } = story.signatures;
	if (!provider || !client || !story.contactPublication.publishedAt) throw new Error(`${code} tells no whole story`);
	const firstSigned = provider.date < client.date ? provider.date : client.date;
	let id = "" as AgreementId;
	let version = 1;
	let contentHash = "";
	const then = (answer: { version: number; contentHash: string | null }) => {
		version = answer.version;
		contentHash = answer.contentHash ?? "";
	};
	const scene = (at: number, play: (stage: Stage) => Promise<void>): Scene => ({ at, play });
	const sign = ({ signer, place, date, documentNumber, method }: FormSignature, time: string) =>
		scene(on(date, time), async (stage) => {
			const signature = { place, date, documentNumber, method: methods[method], contentHash };
			then(await stage.perform(signAgreement, signer, { id, version, ...signature }));
		});

	return [
		scene(on(acknowledged, "10:00", -3), async (stage) => {
			const draft = await stage.perform(importAgreement, head, { yaml });
			id = draft.id;
			then(draft);
		}),
		scene(on(acknowledged, "14:00"), async (stage) =>
			then(await stage.perform(submitAgreement, head, { id, version })),
		),
		scene(on(firstSigned, "09:00", -3), async (stage) =>
			then(await stage.perform(approveAgreement, head, { id, version })),
		),
		scene(on(firstSigned, "13:00", -3), async (stage) =>
			then(await stage.perform(approveAgreement, owner, { id, version })),
		),
		sign(provider, "10:30"),
		sign(client, "11:30"),
		...setKeys.flatMap((key) => scenesOfTraining(code, key, terms, story)),
		scene(on(story.contactPublication.publishedAt, "12:00"), async (stage) => {
			const { publishedAt, urls } = story.contactPublication;
			// The attestation has made it active meanwhile, which counts as a change.
			then(await stage.perform(agreement, publisher, { id }));
			then(await stage.perform(publishContacts, publisher, { id, version, publishedOn: publishedAt ?? "", urls }));
		}),
	];
}

const methods = {
	"qualified-e-signature": "QUALIFIED_E_SIGNATURE",
	"wet-ink-scan": "WET_INK_SCAN",
} as const satisfies Record<FormSignature["method"], string>;

/** Training of one set, when the file tells of it: asked for by the lead, planned and held by the client, judged by the lead. */
function scenesOfTraining(
	code: string,
	key: SetKey,
	terms: ExampleAgreement["terms"],
	{ startGates }: ExampleAgreement["story"],
): Scene[] {
	const gate = startGates.advisersQualified[key];
	if (!gate?.at) return [];
	const set = setOfKey(key);
	const lead = terms.ekcRoles?.[key === "technical" ? "ekc_tech_lead" : "ekc_content_lead"]?.id ?? "";
	const contact = terms.partI?.training?.[key]?.contact ?? "";
	const trained = advisers.slice(0, gate.qualifiedAdvisers).map(({ handle }) => handle);
	const held = gate.sessions.flatMap((date) => scenesOfSession({ code, set, lead, contact, trained, date }));
	return [
		...held,
		{
			at: on(gate.at, "08:30"),
			async play(stage) {
				await stage.perform(attest, lead, { serviceId: serviceOf(stage, code), set });
			},
		},
	];
}

function scenesOfSession(training: {
	code: string;
	set: "TECHNICAL" | "CONTENT";
	lead: string;
	contact: string;
	trained: readonly string[];
	date: string;
}): Scene[] {
	const { code, set, lead, contact, trained, date } = training;
	const heldAt = Temporal.Instant.fromEpochMilliseconds(on(date, "09:00")).toString();
	let session: { id: string; version: number } = { id: "", version: 1 };
	const people = (stage: Stage) => trained.map((handle) => stage.people.get(handle) ?? "");
	return [
		{
			at: on(date, "08:00", -4),
			async play(stage) {
				const serviceId = serviceOf(stage, code);
				session = await stage.perform(requestSession, lead, { serviceId, set, reason: "agreement" });
				session = await stage.perform(planSession, contact, {
					...ref(session),
					plannedFor: heldAt,
					place: "Ljubljana, velika učilnica EKC",
				});
				session = await stage.perform(confirmSession, lead, ref(session));
			},
		},
		{
			at: on(date, "12:30"),
			async play(stage) {
				session = await stage.perform(holdSession, contact, { ...ref(session), heldAt, attended: people(stage) });
				session = await stage.perform(evaluateSession, lead, { ...ref(session), qualified: people(stage) });
			},
		},
	];
}

const ref = ({ id, version }: { id: string; version: number }) => ({ id, version });

const serviceOf = (stage: Stage, code: string): string => stage.services.get(code) ?? "";
