import type { CannedReplyView } from "../../../desk/tickets/contract.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { SupportSet } from "../../../kernel/values.ts";

export type ReplyFields = {
	readonly name: string;
	readonly serviceId: string;
	readonly set: string;
	readonly sl: string;
	readonly en: string;
};

/** The fields of a form, empty for a new canned reply. */
export const fieldsOf = (reply: CannedReplyView | null): ReplyFields => ({
	name: reply?.name ?? "",
	serviceId: reply?.service?.id ?? "",
	set: reply?.set ?? "",
	sl: reply?.sl ?? "",
	en: reply?.en ?? "",
});

/** What the fields say: an empty choice is all, empty English words are none. */
export const wordsOf = (fields: ReplyFields) => ({
	name: fields.name,
	serviceId: fields.serviceId === "" ? null : ServiceId.parse(fields.serviceId),
	set: fields.set === "" ? null : SupportSet.parse(fields.set),
	sl: fields.sl,
	en: fields.en.trim() === "" ? null : fields.en,
});
