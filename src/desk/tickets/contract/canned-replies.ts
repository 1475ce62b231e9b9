import { z } from "zod";
import { act, question } from "../../../kernel/contract.ts";
import { Id, ServiceId, TicketId } from "../../../kernel/id.ts";
import { Obstacles } from "../../../kernel/obstacles.ts";
import { pageInput, pageOf } from "../../../kernel/page.ts";
import { Line, SupportSet, Text, Version } from "../../../kernel/values.ts";

export const CannedReplyId = Id("canned-reply");

/** Words with variables in double braces, each with what stands there when it is not known: `{{uporabnik|Spoštovani}}`. */
const words = {
	/** What advisers find it by. */
	name: Line(2, 80),
	/** Null, each: for all of them. */
	serviceId: ServiceId.nullable().default(null),
	set: SupportSet.nullable().default(null),
	sl: Text(1, 5000),
	/** Null: not offered for tickets in English. */
	en: Text(1, 5000).nullable().default(null),
};

export const CannedReplyView = z.strictObject({
	id: CannedReplyId,
	version: Version,
	name: z.string(),
	service: z.strictObject({ id: ServiceId, name: z.string() }).nullable(),
	set: SupportSet.nullable(),
	sl: z.string(),
	en: z.string().nullable(),
	/** False: kept, but no longer offered. */
	isOffered: z.boolean(),
});
export type CannedReplyView = z.infer<typeof CannedReplyView>;

const CannedReplyRef = z.strictObject({ id: CannedReplyId, version: Version });

export const cannedReplies = question({
	name: "tickets.cannedReplies",
	summary: "Canned replies: all that are kept, or those offered on a ticket (general ones and its service's and set's)",
	input: z.strictObject({ ...pageInput, ticketId: TicketId.optional() }),
	output: pageOf(CannedReplyView).extend({ can: z.strictObject({ keep: Obstacles }) }),
	doors: { http: "GET /canned-replies", cli: true },
});

export const writeCannedReply = act({
	name: "tickets.writeCannedReply",
	summary: "Write a canned reply in Slovenian and, where wanted, English",
	input: z.strictObject(words),
	output: CannedReplyRef,
	doors: { http: "POST /canned-replies", cli: true },
});

export const changeCannedReply = act({
	name: "tickets.changeCannedReply",
	summary: "Change a canned reply, or offer it no longer",
	input: z.strictObject({ id: CannedReplyId, version: Version, ...words, isOffered: z.boolean().default(true) }),
	output: CannedReplyRef,
	doors: { http: "PUT /canned-replies/{id}", cli: true },
});
