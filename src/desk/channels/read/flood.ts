import type { Context } from "../../../platform/operation.ts";

/** More mails of one kind to one address within an hour help nobody but a mail bomb, or another machine that answers (assurance). */
const mailsMost = 5;

/** Whether an address has had as many mails of this kind within the hour as it gets. */
export async function isFlooded(
	{ tx, now }: Context,
	address: string,
	purpose: "RECEIPT" | "DECLINED",
): Promise<boolean> {
	const mails = await tx
		.selectFrom("outbox")
		.select("id")
		.where("recipient", "=", address.toLowerCase())
		.where("purpose", "=", purpose)
		.where("queued_at", ">", now.subtract({ hours: 1 }))
		.limit(mailsMost)
		.execute();
	return mails.length === mailsMost;
}
