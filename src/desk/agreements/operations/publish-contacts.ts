import { operation } from "../../../platform/operation.ts";
import { publishContacts } from "../contract.ts";
import { contactsPublished } from "../facts.ts";
import { mayPublish } from "../policy.ts";
import { obstaclesTo } from "../rules/life-cycle.ts";
import { agreementForAct, answerWith, writeAgreement } from "../write.ts";

export default operation(publishContacts)({
	load: agreementForAct,
	may: (actor, { row, situation, today }, input) => [
		...mayPublish(actor, row.service_id),
		...obstaclesTo("publishContacts", situation, {
			date: Temporal.PlainDate.from(input.publishedOn),
			earliest: row.support_start,
			today,
		}),
	],
	async run(context, { publishedOn, urls }, { row }) {
		const version = await writeAgreement(context, row, {
			published_on: Temporal.PlainDate.from(publishedOn),
			publication_urls: urls,
		});
		const by = context.actor.kind === "person" ? context.actor.personId : "";
		const payload = { serviceId: row.service_id, number: row.number, publishedOn, by };
		context.record(contactsPublished.of(row.id, version, payload));
		return answerWith(context, row.id);
	},
});
