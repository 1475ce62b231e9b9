import { deskZone } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { workFreeDates } from "../../calendars/read.ts";
import { statutoryReply } from "../../calendars/rules/statutory-reply.ts";

/** The last day of the statutory reply (UUP Art. 17), as the user is told it. */
export const replyBy = async (tx: Tx, receivedAt: Temporal.Instant): Promise<Temporal.PlainDate> =>
	statutoryReply(receivedAt, deskZone, await workFreeDates(tx)).lastDay;
