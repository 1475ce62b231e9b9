import type { Tx } from "../../../platform/db/tx.ts";

export type ReporterRow = {
	readonly name: string | null;
	readonly email: string | null;
	readonly phone: string | null;
};

/** Who asked; all null once the person was erased. */
export const reporterOf = async (tx: Tx, ticketId: string): Promise<ReporterRow> =>
	(await tx
		.selectFrom("ticket_reporter")
		.select(["name", "email", "phone"])
		.where("ticket_id", "=", ticketId)
		.executeTakeFirst()) ?? { name: null, email: null, phone: null };
