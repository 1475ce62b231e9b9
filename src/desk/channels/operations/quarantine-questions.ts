import { sql } from "kysely";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import type { FileId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayKeepQuarantine, mayReadArrival } from "../policy.ts";
import { quarantined } from "../read.ts";

export const quarantine = operation(contract.quarantine)({
	may: mayKeepQuarantine,
	async run(context, input) {
		const after = cursorValues(input.after, ["instant", "id"]);
		let query = context.tx
			.selectFrom("inbox")
			.innerJoin("file", "file.sha256", "inbox.file")
			.select(["inbox.id", "version", "channel", "received_at", "reason", "envelope_from", "file.size_bytes"])
			.where("state", "=", "QUARANTINED");
		if (after)
			query = query.where(sql<boolean>`(received_at, inbox.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
		const rows = await query
			.orderBy("received_at")
			.orderBy("inbox.id")
			.limit(input.limit + 1)
			.execute();
		const can = { reprocess: mayKeepQuarantine(context.actor), dismiss: mayKeepQuarantine(context.actor) };
		return pageFrom(
			rows,
			input.limit,
			(row) => ({
				id: row.id,
				version: row.version,
				channel: row.channel as "EMAIL" | "WEB_FORM",
				receivedAt: row.received_at.toString(),
				reason: row.reason ?? "",
				envelopeFrom: row.envelope_from,
				sizeBytes: row.size_bytes,
				can,
			}),
			(row) => [row.received_at.toString(), row.id],
		);
	},
});

export const rawArrival = operation(contract.rawArrival)({
	load: (context, input) => quarantined(context, input.id, "read"),
	may: mayReadArrival,
	async run(context, _, row) {
		const bytes = await context.store.get(context.tx, row.file as FileId);
		const isMail = row.channel === "EMAIL";
		return {
			name: `${row.id}.${isMail ? "eml" : "json"}`,
			contentType: isMail ? "message/rfc822" : "application/json",
			base64: bytes.toString("base64"),
		};
	},
});
