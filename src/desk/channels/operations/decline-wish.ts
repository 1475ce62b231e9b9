import { operation } from "../../../platform/operation.ts";
import { declineWish } from "../contract.ts";
import { wishDeclined } from "../facts.ts";
import { declinedMail } from "../notices-second-level.ts";
import { mayRunDoors } from "../policy.ts";
import { isFlooded } from "../read/flood.ts";
import { queueTicketMail, secondLevelLink, ticketForMail } from "../ticket-mail.ts";

export default operation(declineWish)({
	may: mayRunDoors,
	async run(context, { id, ticketId, to, wish, reason }) {
		const ticket = await ticketForMail(context, ticketId);
		if (!(await isFlooded(context, to, "DECLINED")))
			await queueTicketMail(
				context,
				ticket,
				to,
				"DECLINED",
				declinedMail(secondLevelLink(context, ticket), wish, reason),
				"s",
			);
		context.record(wishDeclined.of(id, 1, { ticketId, wish }));
		return { id };
	},
});
