import { createHash } from "node:crypto";
import { keepArrival } from "../../../platform/mail/inbox.ts";
import { operation } from "../../../platform/operation.ts";
import { ArrivalId, submitForm } from "../contract.ts";
import { formSubmitted } from "../facts.ts";
import { maySubmitForm } from "../policy.ts";
import { setAside } from "../write.ts";

export default operation(submitForm)({
	may: maySubmitForm,
	async run(context, input) {
		const key = createHash("sha256").update(context.newId()).digest("hex");
		const raw = new TextEncoder().encode(JSON.stringify(input));
		const id = ArrivalId.parse(
			await keepArrival(context.tx, context.store, { channel: "WEB_FORM", key, raw }, context.now),
		);
		const isHeld = input.website !== "";
		if (isHeld) await setAside(context, id, "honeypot");
		context.record(formSubmitted.of(id, 1, { isHeld }));
		return { id, isHeld };
	},
});
