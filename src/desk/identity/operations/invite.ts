import { Refusal } from "../../../kernel/refusal.ts";
import { queueMail } from "../../../platform/mail/outbox.ts";
import { operation } from "../../../platform/operation.ts";
import { withdrawInvitations } from "../accounts.ts";
import { invite } from "../contract.ts";
import { personInvited } from "../facts.ts";
import { invitationMail } from "../notices.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { personInScope } from "../read.ts";
import { newSecret, secretHash } from "../secrets.ts";

const validHours = 72;

export default operation(invite)({
	load: (context, input) => personInScope(context.tx, identityScope(context.actor), input.id),
	may: mayAdministerPeople,
	async run(context, input, person) {
		if (person.stopped_at !== null) throw new Refusal("conflict", "person-stopped");
		await withdrawInvitations(context, input.id);
		const secret = newSecret("invitation");
		const expiresAt = context.now.add({ hours: validHours });
		await context.tx
			.insertInto("invitation")
			.values({ hash: secretHash(secret), person_id: input.id, expires_at: expiresAt })
			.execute();
		const language = person.language === "en" ? "en" : "sl";
		await queueMail(context, {
			to: person.email,
			...invitationMail(language, `${context.settings.baseUrl}/app/invitation/${secret}`),
			purpose: "INVITATION",
			language,
		});
		context.record(personInvited.of(input.id, person.version, { expiresAt: expiresAt.toString() }));
		return { sentTo: person.email };
	},
});
