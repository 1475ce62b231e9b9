import { sql } from "kysely";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayReadTraining, trainingScope } from "../policy.ts";
import {
	asSession,
	qualificationView,
	serviceForTraining,
	sessionInScope,
	sessionRows,
	sessionViews,
} from "../read.ts";

export const sessions = operation(contract.sessions)({
	may: mayReadTraining,
	async run({ tx, actor }, input) {
		const scope = trainingScope(actor);
		const after = cursorValues(input.after, ["instant", "id"]);
		let query = sessionRows(tx);
		if (scope.kind === "some") query = query.where("service_id", "=", sql<string>`any(${[...scope.services]}::uuid[])`);
		if (input.serviceId) query = query.where("service_id", "=", input.serviceId);
		if (after) {
			query = query.where(
				sql<boolean>`(requested_at, training_session.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
			);
		}
		const rows = await query
			.orderBy("requested_at", "desc")
			.orderBy("training_session.id", "desc")
			.limit(input.limit + 1)
			.execute();
		const page = pageFrom(rows, input.limit, asSession, (row) => [row.requested_at.toString(), row.id]);
		return { rows: await sessionViews(tx, actor, page.rows), next: page.next };
	},
});

export const session = operation(contract.session)({
	load: ({ tx, actor }, input) => sessionInScope(tx, actor, input.id),
	may: mayReadTraining,
	async run({ tx, actor }, _, found) {
		const [view] = await sessionViews(tx, actor, [found]);
		return view!;
	},
});

export const qualification = operation(contract.qualification)({
	load: ({ tx, actor }, input) => serviceForTraining(tx, actor, input.serviceId),
	may: mayReadTraining,
	run: (context, _, service) => qualificationView(context, service),
});
