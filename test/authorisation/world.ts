import createAgreement from "../../src/desk/agreements/operations/create-agreement.ts";
import { clocksOfTicket } from "../../src/desk/clocks/operations/questions.ts";
import createToken from "../../src/desk/identity/operations/create-token.ts";
import { newSecret, secretHash } from "../../src/desk/identity/secrets.ts";
import { sendMail } from "../../src/entrances/worker/send-mail.ts";
import { sinkTransport } from "../../src/platform/mail/transport.ts";
import quarantineArrival from "../../src/desk/channels/operations/quarantine-arrival.ts";
import writeCannedReply from "../../src/desk/tickets/operations/write-canned-reply.ts";
import planSession from "../../src/desk/training/operations/plan-session.ts";
import requestSession from "../../src/desk/training/operations/request-session.ts";
import { type PersonActor, type Role, roles } from "../../src/kernel/actor.ts";
import { databaseFileStore } from "../../src/platform/files/file-store.ts";
import { keepMail } from "../../src/platform/mail/inbox.ts";
import { activeAgreement, type ExampleName } from "../support/agreements.ts";
import { publicActor, system, type TestDesk } from "../support/desk.ts";
import { breachSuspected, ticketsOf, type Tickets } from "./tickets.ts";

type Ref = { id: string; version: number };

/** What one side has: the ids that a sample input may name. */
export type Objects = {
	readonly service: Ref & { code: string };
	readonly organisation: Ref & { name: string };
	readonly person: Ref & { handle: string };
	readonly holding: Ref;
	readonly token: string;
	readonly agreement: Ref;
	readonly draft: Ref;
	readonly session: Ref;
	readonly adviserId: string;
	readonly tickets: Tickets;
	readonly clock: Ref;
	/** Of a ticket on which a breach of personal data is suspected, which is restricted on every side. */
	readonly legalClock: Ref;
	/** What belongs to no service: the same for both sides. */
	readonly desk: {
		readonly catalogue: string;
		readonly catalogueDraft: string;
		readonly cannedReply: Ref;
		readonly arrival: string;
		readonly outbox: string;
		readonly recipient: string;
		readonly sent: string;
		readonly invitation: string;
		readonly setUp: string;
	};
};

export type World = {
	readonly actors: ReadonlyMap<string, Parameters<TestDesk["perform"]>[1]>;
	readonly own: Objects;
	readonly foreign: Objects;
	/** The own side, its tickets restricted. */
	readonly hidden: Objects;
	/** Ids of the same shape that nothing has. */
	readonly unknown: Objects;
	/** Words that stand on the foreign side alone, and on restricted tickets alone. */
	readonly words: { readonly foreign: string; readonly hidden: string };
};

const words = { foreign: "tujaskrivnost", hidden: "zaupnaskrivnost" };

/** Two clients with an agreement in force each; every office is held for the first one. */
export async function buildWorld(desk: TestDesk): Promise<World> {
	const common = async (name: ExampleName, secret: string) => sideOf(desk, name, secret);
	const ownSide = await common("eokence", "javnabeseda");
	const foreignSide = await common("eprireditev", words.foreign);
	const shared = await deskObjects(desk);
	const own = { ...ownSide, desk: shared };
	const restricted = await ticketsOf(desk, { ...categories.eokence, serviceId: own.service.id }, words.hidden, true);
	const hidden = { ...own, tickets: restricted, clock: await clockOf(desk, restricted.escalatedL2.id) };
	return {
		actors: await castAll(desk, own.service.id),
		own,
		foreign: { ...foreignSide, desk: shared },
		hidden,
		unknown: nothingHas(own),
		words,
	};
}

const categories = { eokence: { category: "T2.2" }, eprireditev: { category: "T1.2" } };

async function sideOf(desk: TestDesk, name: ExampleName, word: string): Promise<Omit<Objects, "desk">> {
	const { serviceId, owner, head, advisers, id: agreementId } = await activeAgreement(desk, name);
	const adviserId = advisers[0]!.personId;
	const draft = await desk.perform(createAgreement, head, { serviceId, copyOf: agreementId });
	const code = name.toUpperCase();
	const organisation = `Naročnik ${code}`;
	const contact = await desk.cast("training_contact", {
		serviceId,
		set: "TECHNICAL",
		organisation,
		handle: `usposabljanje-${name}`,
	});
	const asked = await desk.perform(requestSession, contact, { serviceId, set: "TECHNICAL", reason: "review" });
	const plannedFor = desk.clock.now().add({ hours: 24 }).toString();
	const plan = { id: asked.id, version: asked.version, plannedFor, place: word };
	const session = await desk.perform(planSession, contact, plan);
	const tickets = await ticketsOf(desk, { ...categories[name], serviceId }, word, false);
	const { token } = await desk.perform(createToken, owner, { name: word });
	const person = await version(desk, "person", owner.personId);
	const holding = await desk.database.read((tx) =>
		tx
			.selectFrom("role_holding")
			.select(["id", "version"])
			.where("person_id", "=", owner.personId)
			.executeTakeFirstOrThrow(),
	);
	const { organisationId } = owner.holdings[0]!;
	return {
		service: { ...(await version(desk, "service", serviceId)), code },
		organisation: { ...(await version(desk, "organisation", organisationId)), name: organisation },
		person: { ...person, handle: `lastnik-${name}` },
		holding,
		token: token.id,
		agreement: await version(desk, "agreement", agreementId),
		draft: { id: draft.id, version: draft.version },
		session: { id: session.id, version: session.version },
		adviserId,
		tickets,
		clock: await clockOf(desk, tickets.escalatedL2.id),
		legalClock: await clockOf(desk, await breachSuspected(desk, serviceId), "GDPR_AUTHORITY"),
	};
}

const version = (
	desk: TestDesk,
	table: "person" | "organisation" | "service" | "agreement",
	id: string,
): Promise<Ref> =>
	desk.database.read((tx) =>
		tx.selectFrom(table).select(["id", "version"]).where("id", "=", id).executeTakeFirstOrThrow(),
	);

async function clockOf(desk: TestDesk, ticketId: string, kind = "RESOLUTION"): Promise<Ref> {
	const { clocks } = await desk.perform(clocksOfTicket, system, { ticketId });
	const { id } = clocks.find((clock) => clock.kind === kind)!;
	return desk.database.read((tx) =>
		tx.selectFrom("clock").select(["id", "version"]).where("id", "=", id).executeTakeFirstOrThrow(),
	);
}

/** What the desk itself keeps: catalogue, mail that came and went, invitations. */
async function deskObjects(desk: TestDesk): Promise<Objects["desk"]> {
	// The second client's parties left a draft of the catalogue behind.
	const edition = (state: "inForce" | "draft") =>
		desk.database.read((tx) =>
			tx.selectFrom("catalogue_version").select("id").where("state", "=", state).executeTakeFirstOrThrow(),
		);
	const raw = Buffer.from("From: a@example.si\r\n\r\nvsebina");
	const mail = { raw, envelopeFrom: "a@example.si", envelopeTo: ["ekc@desk.example"] };
	const arrival = await desk.database.write((tx) => keepMail(tx, databaseFileStore, mail, desk.clock.now()));
	await desk.perform(quarantineArrival, system, { id: arrival, reason: "several-senders" });
	await sendMail(desk.desk, desk.perform, sinkTransport(desk.database));
	const sent = await desk.database.read((tx) =>
		tx
			.selectFrom("sent_mail")
			.innerJoin("outbox", "outbox.id", "sent_mail.outbox_id")
			.select(["outbox_id", "recipient"])
			.executeTakeFirstOrThrow(),
	);
	const [invitation, setUp] = [newSecret("invitation"), newSecret("setUp")];
	const person = await desk.cast("auditor");
	await desk.database.write(async (tx) => {
		const expires_at = desk.clock.now().add({ hours: 24 });
		const hash = secretHash(invitation);
		await tx.insertInto("invitation").values({ hash, person_id: person.personId, expires_at }).execute();
		const value = secretHash(setUp).toString("hex");
		await tx.insertInto("desk_setting").values({ name: "set-up-token", value }).execute();
	});
	return {
		catalogue: (await edition("inForce")).id,
		catalogueDraft: (await edition("draft")).id,
		cannedReply: await desk.perform(writeCannedReply, await desk.cast("ekc_head"), {
			name: "izpad",
			sl: "Spoštovani,",
		}),
		arrival,
		outbox: sent.outbox_id,
		recipient: sent.recipient,
		sent: sent.outbox_id,
		invitation,
		setUp,
	};
}

const singleHolders: Partial<Record<Role, string>> = {
	service_owner: "lastnik-eokence",
	content_custodian: "vsebina-eokence",
	technical_custodian: "tehnika-eokence",
	training_contact: "usposabljanje-eokence",
};

/** Everybody there is, each with one office alone; client offices are of the own side, their set the technical one. */
async function castAll(desk: TestDesk, serviceId: string): Promise<World["actors"]> {
	const actors = new Map<string, Parameters<TestDesk["perform"]>[1]>([
		["public", publicActor],
		["system", system],
	]);
	for (const role of roles) actors.set(role, await castOne(desk, role, serviceId));
	return actors;
}

function castOne(desk: TestDesk, role: Role, serviceId: string): Promise<PersonActor> {
	const handle = singleHolders[role] ?? role.replaceAll("_", "-");
	if (role.startsWith("ekc_") || role === "auditor" || role === "platform_admin") return desk.cast(role, { handle });
	if (role === "other_body") return desk.cast(role, { handle, organisation: "Drug organ" });
	const set =
		role === "l2_agent" || role === "kb_editor" || role === "training_contact" ? ("TECHNICAL" as const) : null;
	return desk.cast(role, {
		handle,
		organisation: "Naročnik EOKENCE",
		set,
		serviceId: role === "client_director" ? null : (serviceId as never),
	});
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same objects under ids that nothing has. */
function nothingHas(objects: Objects): Objects {
	const text = JSON.stringify({ ...objects, service: { ...objects.service, code: "NEZNANA" } });
	const turned = (id: string) =>
		id.replaceAll(/[0-9a-f]/g, (digit, at: number) =>
			at === 14 || at === 19 ? digit : (15 - Number.parseInt(digit, 16)).toString(16),
		);
	const unknown = JSON.parse(text.replaceAll(uuid, turned)) as Objects;
	for (const ticket of Object.values(unknown.tickets))
		Object.assign(ticket, { token: ticket.token.toLowerCase(), number: ticket.number + 1_000_000 });
	return unknown;
}
