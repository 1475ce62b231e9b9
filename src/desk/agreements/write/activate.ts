import { sql } from "kysely";
import type { ServiceId } from "../../../kernel/id.ts";
import { json } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { catalogueById } from "../../catalogue/read.ts";
import { holdersOf } from "../../identity/read.ts";
import { agreementActivated, agreementSuperseded } from "../facts.ts";
import { noticeOf, notify } from "../notices.ts";
import { agreementRows, asAgreement } from "../read/rows.ts";
import { type Agreement, gathered } from "../read/situation.ts";
import { supportStart } from "../rules/gates.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import { writeAgreement } from "../write.ts";

/**
 * Puts the signed version of a service in force if both gates are open and nothing else stands against it (STA-02);
 * otherwise does nothing: what it waits for stands in the gates. The version it supersedes ends in the same instant.
 *
 * `by` says what may have let it go on. A gate's own act: support starts on the day of the later gate, which may be one of
 * the past, because signatures carry their own dates. Time or an office: nobody was supported before today.
 */
export async function activateIfOpen(context: Context, serviceId: string, by: "gate" | "time"): Promise<void> {
	const { tx, today } = context;
	const row = await agreementRows(tx)
		.where("agreement.service_id", "=", serviceId)
		.where("agreement.state", "=", "signed")
		.forUpdate("agreement")
		.executeTakeFirst();
	if (!row) return;
	const agreement = await gathered(tx, { row: asAgreement(row), parts: ["WHOLE"], substitutions: [] }, today);
	const opened = supportStart(agreement.situation.gates);
	if (opened === null || obstaclesTo("activate", agreement.situation).length > 0) return;
	const start = by === "time" && Temporal.PlainDate.compare(opened, today) < 0 ? today : opened;
	await supersedeFormer(context, agreement.row.supersedes, agreement.row.id);
	await putInForce(context, agreement, start);
}

async function putInForce(context: Context, agreement: Agreement, start: Temporal.PlainDate): Promise<void> {
	const { row, situation, training } = agreement;
	const version = await writeAgreement(context, row, {
		state: stateAfter("activate", situation),
		support_start: start,
		active_period: sql<string>`tstzrange(${context.now}, null)`,
		gate_two: json(training),
	});
	const catalogueVersionId = row.catalogue_version_id ?? "";
	context.record(
		agreementActivated.of(row.id, version, {
			serviceId: row.service_id,
			number: row.number,
			supportStart: start.toString(),
			supersedes: row.supersedes,
			catalogueVersionId,
		}),
	);
	await tellClient(context, agreement, start);
}

async function supersedeFormer(context: Context, former: string | null, by: string): Promise<void> {
	if (former === null) return;
	const row = await agreementRows(context.tx)
		.where("agreement.id", "=", former)
		.where("agreement.state", "=", "active")
		.forUpdate("agreement")
		.executeTakeFirst();
	if (!row) return;
	const supportEnd = context.today;
	const version = await writeAgreement(context, row, {
		state: "superseded",
		superseded_by: by,
		support_end: supportEnd,
		active_period: sql<string>`tstzrange(lower(active_period), ${context.now})`,
	});
	context.record(
		agreementSuperseded.of(row.id, version, {
			serviceId: row.service_id,
			number: row.number,
			supersededBy: by,
			supportEnd: supportEnd.toString(),
		}),
	);
}

/** The owner learns that support has started, the custodians that they may publish the contacts (SM-1, STA-03). */
async function tellClient(context: Context, { row, holders }: Agreement, start: Temporal.PlainDate): Promise<void> {
	const { tx, today } = context;
	const { contacts } = (await catalogueById(tx, row.catalogue_version_id ?? "")).content;
	await notify(context, [holders.service_owner], { ...noticeOf(row, "AGREEMENT_ACTIVATED"), start });
	const where = { serviceId: row.service_id as ServiceId };
	const content = await holdersOf(tx, "content_custodian", today, where);
	const technical = await holdersOf(tx, "technical_custodian", today, where);
	await notify(
		context,
		[...content, ...technical].filter((one) => !one.isDeputy),
		{
			...noticeOf(row, "PUBLICATION_PERMITTED"),
			start,
			contacts: [...contacts.phones, contacts.webFormUrl, contacts.email],
		},
	);
}
