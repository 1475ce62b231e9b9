import { sql } from "kysely";
import type { z } from "zod";
import type { ServiceId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { CannedReplyView } from "../contract.ts";
import type { TicketRow } from "./ticket-row.ts";

export const cannedRows = (tx: Tx) =>
	tx
		.selectFrom("canned_reply")
		.leftJoin("service", "service.id", "canned_reply.service_id")
		.selectAll("canned_reply")
		.select("service.name as service_name");

type CannedRow = Awaited<ReturnType<ReturnType<typeof cannedRows>["executeTakeFirstOrThrow"]>>;

/** Offered on a ticket: in its language, general or of its service, general or of its set. */
export const offeredOn = (row: TicketRow) =>
	sql<boolean>`is_offered and (service_id is null or service_id = ${row.service_id}::uuid)
		and (support_set is null or support_set = ${row.support_set}::text)
		and (${row.language}::text = 'sl' or body_en is not null)`;

export const cannedView = (row: CannedRow): z.input<typeof CannedReplyView> => ({
	id: row.id,
	version: row.version,
	name: row.name,
	service: row.service_id === null ? null : { id: row.service_id as ServiceId, name: row.service_name ?? "" },
	set: row.support_set as SupportSet | null,
	sl: row.body_sl,
	en: row.body_en,
	isOffered: row.is_offered,
});
