import type { SupportSet } from "../../../kernel/values.ts";
import type { ClockKind } from "../rules/kinds.ts";
import type { ClockRow } from "./clock-row.ts";

/** What every fact about a clock says of it. */
export const ofClock = (row: ClockRow) => ({
	ticketId: row.ticket_id,
	kind: row.kind as ClockKind,
	round: row.round,
	agreementId: row.agreement_id,
	set: row.hours === "TECHNICAL" || row.hours === "CONTENT" ? (row.hours as SupportSet) : null,
});
