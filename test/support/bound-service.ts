import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { AgreementTerms } from "../../src/desk/agreements/rules/terms.ts";
import type { AgreementId, ServiceId } from "../../src/kernel/id.ts";
import { json } from "../../src/platform/db/tx.ts";
import { exampleCatalogue } from "./catalogue.ts";
import type { TestDesk } from "./desk.ts";

type PartOne = AgreementTerms["partI"];

/** Part I as far as the desk runs by it: the two example agreements, one for each priority scheme. */
export type RunningTerms = Pick<PartOne, "availability" | "priorityScheme" | "escalationPaths" | "classification"> & {
	readonly soleChannel: boolean;
};

const decision = { decidedBy: ["lea.sraj"], rationale: "zgled" };
const words = { CRITICAL: "onemogočen", MAJOR: "oviran", MINOR: "zmanjšana produktivnost" };
const cell = (response: number, resolution: number) => ({ response: `PT${response}H`, resolution: `PT${resolution}H` });

export const eOkence: RunningTerms = {
	soleChannel: false,
	escalationPaths: {
		technical: [
			{ order: 1, kind: "queue", target: "2. nivo – tehnična ekipa", email: "2nivo.tehnika@okence.example.si" },
			{ order: 2, kind: "person", target: "cvetka.domisljan", after: "responseDue" },
			{ order: 3, kind: "otherBody", target: "upravljavec storitve spletne prijave", after: "manual" },
		],
		content: [
			{ order: 1, kind: "queue", target: "2. nivo – vsebinska ekipa", email: "2nivo.vsebina@okence.example.si" },
			{ order: 2, kind: "person", target: "boris.primerek", when: "ni odziva v odzivnem času" },
		],
	},
	availability: {
		timeZone: "Europe/Ljubljana",
		holidays: "si-work-free-days",
		technical: {
			mon: ["08:00-16:00"],
			tue: ["08:00-16:00"],
			wed: ["08:00-16:00"],
			thu: ["08:00-16:00"],
			fri: ["08:00-14:30"],
		},
		content: {
			mon: ["08:00-15:00"],
			tue: ["08:00-15:00"],
			wed: ["08:00-17:00"],
			thu: ["08:00-15:00"],
			fri: ["08:00-13:00"],
		},
		exceptions: [{ date: "2026-12-24", technical: ["08:00-16:00"], content: ["08:00-12:00"] }],
	},
	priorityScheme: {
		kind: "matrix",
		decision: { outcome: "matrix", ...decision },
		clock: "availability",
		descriptions: { solo: words, withOthers: words },
		solo: { CRITICAL: cell(1, 4), MAJOR: cell(2, 6), MINOR: cell(5, 12) },
		withOthers: { CRITICAL: cell(2, 6), MAJOR: cell(3, 8), MINOR: cell(5, 18) },
		mixedCells: { soloNotSoleChannel: "solo", withOthersSoleChannel: "withOthers" },
		triageDefault: { requiresOtherBodies: true },
	},
	classification: {
		technical: [
			{ code: "T2", label: "delovanje sistema", children: [{ code: "T2.1", label: "ni dosegljiv" }] },
			{ code: "T3", label: "varnost", children: [{ code: "T3.1", label: "sum razkritja podatkov" }] },
		],
		content: [{ code: "V2", label: "kaj prinesti", children: [{ code: "V2.2", label: "pooblastilo" }] }],
	},
};

const office = {
	mon: ["09:00-15:30"],
	tue: ["09:00-15:30"],
	wed: ["09:00-15:30"],
	thu: ["09:00-15:30"],
	fri: ["09:00-14:30"],
};

export const ePrireditev: RunningTerms = {
	soleChannel: true,
	escalationPaths: {
		technical: [
			{ order: 1, kind: "queue", target: "zunanji vzdrževalec", email: "podpora@vzdrzevalec.example.si" },
			{ order: 2, kind: "person", target: "eva.poskusnik", after: { workingDays: 1 } },
		],
		content: [
			{ order: 1, kind: "person", target: "eva.poskusnik" },
			{ order: 2, kind: "otherBody", target: "občina", when: "vprašanje o soglasju" },
		],
	},
	availability: {
		timeZone: "Europe/Ljubljana",
		holidays: "si-work-free-days",
		technical: office,
		content: office,
		exceptions: [],
	},
	priorityScheme: {
		kind: "days",
		decision: { outcome: "days", ...decision },
		dayUnit: "availabilityDays",
		descriptions: { P1: "onemogočen", P2: "oviran", P3: "zmanjšana produktivnost" },
		resolutionDays: { content: 5, technical: 3 },
		responseTime: null,
		notSoleChannelPolicy: "demote",
	},
	classification: {
		technical: [{ code: "T1", label: "prijava in podpis", children: [{ code: "T1.2", label: "podpis prijave" }] }],
		content: [{ code: "V1", label: "postopek", children: [{ code: "V1.2", label: "soglasja" }] }],
	},
};

/** A service whose agreement has been in force since the new year, without the way there: for tests of what it then runs. */
export async function bindService(
	desk: Pick<TestDesk, "database" | "organisation">,
	code: string,
	{ soleChannel, ...partI }: RunningTerms,
): Promise<{ serviceId: ServiceId; agreementId: AgreementId }> {
	const organisationId = await desk.organisation("Naročnik");
	const [serviceId, agreementId] = [randomUUID() as ServiceId, randomUUID() as AgreementId];
	const terms = { partI: { ...partI, service: { name: code, soleChannel }, support: {}, client: people(code) } };
	await desk.database.write(async (tx) => {
		await tx
			.insertInto("service")
			.values({
				id: serviceId,
				version: 1,
				code,
				name: code,
				organisation_id: organisationId,
				valid_from: Temporal.PlainDate.from("2026-01-01"),
			})
			.execute();
		await tx
			.insertInto("agreement")
			.values({
				id: agreementId,
				version: 1,
				service_id: serviceId,
				number: 1,
				state: "active",
				terms: json(terms),
				template_revision: "v1",
				content_hash: createHash("sha256").update(JSON.stringify(terms)).digest("hex"),
				catalogue_version_id: await catalogueId(tx),
				support_start: Temporal.PlainDate.from("2026-01-01"),
				active_period: sql<string>`'[2026-01-01,)'::tstzrange`,
				created_at: Temporal.Instant.from("2026-01-01T00:00Z"),
			})
			.execute();
	});
	return { serviceId, agreementId };
}

/** Whom notices about second level go to. */
function people(code: string) {
	const person = (id: string) => ({
		id,
		name: id,
		title: id,
		email: `${id}@${code.toLowerCase()}.example.si`,
		phone: "01 000 00 00",
	});
	return {
		serviceOwner: person("lastnik"),
		contentCustodian: person("vsebina"),
		technicalCustodian: person("tehnika"),
		director: person("direktor"),
	};
}

async function catalogueId(tx: Parameters<Parameters<TestDesk["database"]["write"]>[0]>[0]): Promise<string> {
	const found = await tx.selectFrom("catalogue_version").select("id").executeTakeFirst();
	if (found) return found.id;
	const id = randomUUID();
	await tx
		.insertInto("catalogue_version")
		.values({
			id,
			version: 1,
			number: 1,
			state: "inForce",
			content: json(exampleCatalogue),
			approved_at: Temporal.Instant.from("2026-01-01T00:00Z"),
			in_force_from: Temporal.PlainDate.from("2026-01-01"),
		})
		.execute();
	return id;
}
