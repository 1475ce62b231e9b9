import { createHash } from "node:crypto";
import { keepArrival } from "../../../platform/mail/inbox.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { ArrivalId, submitForm } from "../contract.ts";
import { formSubmitted } from "../facts.ts";
import { maySubmitForm } from "../policy.ts";
import { setAside } from "../write.ts";

/** A person does not ask more often within an hour; what goes beyond is kept and looked at, never dropped (assurance). */
const formsMost = 10;

export default operation(submitForm)({
	may: maySubmitForm,
	async run(context, input) {
		const address = input.reporter.email ?? "";
		const held = input.website !== "" ? "honeypot" : (await isFlooded(context, address)) ? "too-many-forms" : null;
		const key = createHash("sha256").update(context.newId()).digest("hex");
		const raw = new TextEncoder().encode(JSON.stringify(input));
		const arrival = { channel: "WEB_FORM", key, raw, envelopeFrom: address } as const;
		const id = ArrivalId.parse(await keepArrival(context.tx, context.store, arrival, context.now));
		if (held !== null) await setAside(context, id, held);
		context.record(formSubmitted.of(id, 1, { isHeld: held !== null }));
		return { id, isHeld: held !== null };
	},
});

async function isFlooded({ tx, now }: Context, address: string): Promise<boolean> {
	if (address === "") return false;
	const rows = await tx
		.selectFrom("inbox")
		.select("id")
		.where("channel", "=", "WEB_FORM")
		.where("envelope_from", "=", address)
		.where("received_at", ">", now.subtract({ hours: 1 }))
		.limit(formsMost)
		.execute();
	return rows.length === formsMost;
}
