import type { z } from "zod";
import { refuseIf } from "../../../kernel/refusal.ts";
import { refusing } from "../../../platform/db/stale.ts";
import type { Context } from "../../../platform/operation.ts";
import type { changeCannedReply } from "../contract.ts";
import { cannedReplyKept } from "../facts.ts";
import { cannedObstacles } from "../rules/canned-reply.ts";

type Words = Omit<z.output<typeof changeCannedReply.input>, "id" | "version">;

const constraints = { canned_reply_service_known: "unknown-service", canned_reply_name_free: "name-taken" };

/** Writes a canned reply as its version; refuses words whose variables could not be filled in. */
export async function keepCannedReply(context: Context, ref: { id: string; version: number }, words: Words) {
	refuseIf([...cannedObstacles(words.sl, "sl"), ...cannedObstacles(words.en ?? "", "en")]);
	const { serviceId, set, isOffered } = words;
	const kept = {
		version: ref.version,
		name: words.name,
		service_id: serviceId,
		support_set: set,
		body_sl: words.sl,
		body_en: words.en,
		is_offered: isOffered,
	};
	await refusing(constraints, () =>
		context.tx
			.insertInto("canned_reply")
			.values({ id: ref.id, ...kept })
			.onConflict((conflict) => conflict.column("id").doUpdateSet(kept))
			.execute(),
	);
	context.record(cannedReplyKept.of(ref.id, ref.version, { serviceId, set, isOffered }));
	return ref;
}
