import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { agreements, exportAgreement } from "../../src/desk/agreements/contract.ts";
import { ofTicket } from "../../src/desk/clocks/contract.ts";
import check from "../../src/desk/clocks/operations/check.ts";
import { read } from "../../src/desk/tickets/contract.ts";
import { deskAlone } from "../../src/entrances/story/desk-alone.ts";
import { exampleAgreements } from "../../src/entrances/story/examples.ts";
import { movedBy } from "../../src/entrances/story/moved.ts";
import { beginStory } from "../../src/entrances/story/play-story.ts";
import { narrator, type Stage } from "../../src/entrances/story/stage.ts";
import { playTimeline } from "../../src/entrances/story/timeline.ts";
import { openTestDesk, system, type TestDesk } from "../support/desk.ts";
import { exampleForm } from "./example-forms.ts";
import { type Expected, expectedRequests, type SecondLevel } from "./expected.ts";
import { pathGone } from "./milestones.ts";

/** When everything has been judged that the requests speak of, and before anything later happens. */
const end = "2026-12-04T23:00";

describe("The examples come out as they are written, on their own dates", () => {
	let desk: TestDesk;
	let stage: Stage;

	before(async () => {
		desk = await openTestDesk({ at: "2026-01-05T08:00+01:00" });
		const story = await beginStory(desk.desk, movedBy(0));
		stage = story.stage;
		await playTimeline(stage, story.scenes, stage.moved.instant(end), deskAlone);
	});
	after(() => desk.close());

	for (const name of ["eokence", "eprireditev"] as const) {
		test(`agreement ${name}: the export is the file`, async () => {
			const serviceId = stage.services.get(name.toUpperCase()) ?? "";
			const { rows } = await stage.perform(agreements, "lea.sraj", { serviceId });
			assert.equal(rows.length, 1);
			const { yaml } = await stage.perform(exportAgreement, "lea.sraj", { id: rows[0]!.id });
			assert.deepEqual(parse(yaml), exampleForm(name));
		});
	}

	for (const { id, expected, relatesTo } of expectedRequests) {
		test(`${id}: ${expected.path.join(" → ")}`, async () => {
			const ticket = await ticketOf(stage, id);
			assert.deepEqual(classified(ticket), expectedClass(expected));
			assert.deepEqual(ticket.secondLevel, expected.l2 && expectedSecondLevel(expected.l2));
			assert.equal(ticket.statutoryReplyBy, expected.statutoryReplyBy);
			assert.deepEqual(pathGone(expected.path, ticket.view.steps), expected.path);
			assert.equal(ticket.view.state, "closed");
			if (expected.legalClocks) assert.deepEqual(ticket.legal, inUtc(expected.legalClocks));
			if (expected.notify && !relatesTo) {
				assert.deepEqual(await toldOf(stage, expected, ticket.view.id, null), expected.notify);
			}
			if (expected.piiFindings) assert.deepEqual(ticket.view.messages[0]?.masked, expected.piiFindings);
		});
		if (relatesTo) {
			test(`${relatesTo.request}: waits at second level, past every time owed`, async () => {
				const ticket = await ticketOf(stage, relatesTo.request);
				assert.deepEqual(classified(ticket), expectedClass({ ...relatesTo, l2: relatesTo, path: [] }));
				assert.deepEqual(ticket.secondLevel, expectedSecondLevel(relatesTo));
				assert.equal(ticket.statutoryReplyBy, relatesTo.statutoryReplyBy);
				assert.equal(ticket.view.state, "escalatedL2");
				assert.deepEqual(ticket.breached, relatesTo.breached.toSorted());
				const complaint = await ticketOf(stage, id);
				const told = await toldOf(stage, expected, ticket.view.id, complaint.view.owner?.id ?? null);
				assert.deepEqual(told, expected.notify);
			});
		}
	}

	test("all clocks, rebuilt from their facts, are as they are stored", async () => {
		const { tickets, differences } = await desk.perform(check, system, { limit: 200 });
		assert.ok(tickets >= expectedRequests.length);
		assert.deepEqual(differences, []);
	});
});

/** All that the test compares of a ticket, in the words of the file. */
async function ticketOf(stage: Stage, key: string) {
	const { id } = stage.tickets.get(key)!;
	const view = await stage.perform(read, narrator, { id });
	const { clocks } = await stage.perform(ofTicket, narrator, { ticketId: id });
	const own = clocks.filter((clock) => clock.ticketId === id);
	const due = (kind: string) => own.find((clock) => clock.kind === kind)?.dueAt ?? null;
	const resolution = own.find((clock) => clock.kind === "RESOLUTION");
	return {
		view,
		code: [...stage.services].find(([, serviceId]) => serviceId === view.service?.id)?.[0] ?? null,
		flags: [
			...(view.priority?.flags ?? []),
			...((await isAfterUserDeadline(stage, id)) ? ["user_deadline_before_sla"] : []),
		],
		statutoryReplyBy: own.find((clock) => clock.kind === "STATUTORY")?.dueOn,
		breached: own.flatMap((clock) => (clock.isBreached ? [clock.kind.toLowerCase()] : [])).toSorted(),
		secondLevel: resolution
			? {
					escalatedAt: resolution.startedAt,
					table: view.priority?.table ?? null,
					days: resolution.allowance.unit === "days" ? resolution.allowance.amount : null,
					respondBy: due("RESPONSE"),
					resolveBy: due("RESOLUTION"),
				}
			: null,
		legal: {
			nis2EarlyWarningBy: due("NIS2_EARLY_WARNING"),
			nis2NotificationBy: due("NIS2_NOTIFICATION"),
			gdprAuthorityBy: due("GDPR_AUTHORITY"),
		},
	};
}

/** A-43 is a matter of the clocks: kept with the hand-over, whose due time it is about. */
const isAfterUserDeadline = (stage: Stage, ticketId: string): Promise<boolean> =>
	stage.desk.database.read(async (tx) => {
		const rows = await tx
			.selectFrom("clock_hand_over")
			.select("after_user_deadline")
			.where("ticket_id", "=", ticketId)
			.execute();
		return rows.some((row) => row.after_user_deadline);
	});

const classified = ({ view, code, flags }: Awaited<ReturnType<typeof ticketOf>>) => ({
	service: code,
	type: view.type,
	set: view.set,
	category: view.category?.code ?? null,
	effect: view.effect,
	priority: view.priority?.code ?? null,
	flags: flags.toSorted(),
	isRestricted: view.isRestricted,
});

const expectedClass = (expected: Expected) => ({
	service: expected.service,
	type: expected.type.toUpperCase(),
	set: expected.set?.toUpperCase() ?? null,
	category: expected.category,
	effect: expected.effect ?? null,
	priority: expected.priority,
	flags: (expected.priorityFlags ?? []).toSorted(),
	isRestricted: expected.visibility === "restricted",
});

const utc = (text: string): string => Temporal.Instant.from(text).toString();
const inUtc = (legal: NonNullable<Expected["legalClocks"]>) => ({
	nis2EarlyWarningBy: utc(legal.nis2EarlyWarningBy),
	nis2NotificationBy: utc(legal.nis2NotificationBy),
	gdprAuthorityBy: utc(legal.gdprAuthorityBy),
});

const expectedSecondLevel = (l2: SecondLevel) => ({
	escalatedAt: utc(l2.escalatedAt),
	table: l2.table ?? null,
	days: l2.days ?? null,
	respondBy: l2.respondBy && utc(l2.respondBy),
	resolveBy: utc(l2.resolveBy),
});

/** Those named in `notify` who know of a ticket: by a mail to the address the agreement gives, or because it is theirs. */
async function toldOf(stage: Stage, expected: Expected, about: string, owner: string | null): Promise<string[]> {
	const rows = await stage.desk.database.read((tx) =>
		tx.selectFrom("outbox").select("recipient").where("about_id", "=", about).execute(),
	);
	const told = new Set(rows.map((row) => row.recipient));
	const terms = exampleAgreements(stage.moved).find(({ code }) => code === expected.service)?.terms;
	const { contentCustodian, technicalCustodian } = terms?.partI?.client ?? {};
	const { ekc_content_lead: contentLead, ekc_tech_lead: technicalLead } = terms?.ekcRoles ?? {};
	const [, technical, content] = terms?.agreement?.catalogue?.managementEmails ?? [];
	const knows: Record<string, boolean> = {
		content_custodian: told.has(contentCustodian?.email ?? ""),
		technical_custodian: told.has(technicalCustodian?.email ?? ""),
		ekc_content_lead: told.has(content ?? "") || owner === stage.people.get(contentLead?.id ?? ""),
		ekc_tech_lead: told.has(technical ?? "") || owner === stage.people.get(technicalLead?.id ?? ""),
	};
	return (expected.notify ?? []).filter((role) => knows[role]);
}
