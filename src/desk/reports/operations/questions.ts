import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { operation } from "../../../platform/operation.ts";
import { isAtFirstLevel } from "../../tickets/read.ts";
import { subjectFor } from "../../tickets/rules/subject.ts";
import * as contract from "../contract.ts";
import { reportFileName, reportTable } from "../notices.ts";
import { mayReadReports } from "../policy.ts";
import { type CountedRow, countWithheld, reportedService, ticketsBehind } from "../read/counts.ts";
import { monthReport } from "../read/month-report.ts";
import { csvText } from "../rules/csv.ts";
import { monthOf } from "../rules/months.ts";

export const month = operation(contract.month)({
	may: mayReadReports,
	run: (context, input) => monthReport(context, input),
});

export const csv = operation(contract.csv)({
	may: mayReadReports,
	async run(context, input) {
		const report = await monthReport(context, input);
		return {
			name: reportFileName(report, input.language),
			text: csvText(reportTable(report, input.language)),
		};
	},
});

export const tickets = operation(contract.tickets)({
	may: mayReadReports,
	async run({ tx, actor }, { after, limit, month: asked, ...behind }) {
		await reportedService(tx, actor, behind.serviceId);
		const of = monthOf(asked);
		const page = { after: cursorValues(after, ["instant", "id"]), limit: limit + 1 };
		const rows = await ticketsBehind(tx, actor, behind, of, page);
		return {
			...pageFrom(
				rows,
				limit,
				(row) => countedTicket(row, actor),
				(row) => [row.received_at.toString(), row.id],
			),
			withheld: await countWithheld(tx, actor, behind, of),
		};
	},
});

const countedTicket = (row: CountedRow, actor: Actor): z.input<typeof contract.CountedTicket> =>
	({
		id: row.id,
		number: row.number,
		receivedAt: row.received_at.toString(),
		serviceName: row.service_name,
		channel: row.channel,
		group: row.user_group,
		type: row.type,
		set: row.support_set,
		category: row.category === null ? null : { code: row.category, label: row.category_label ?? "" },
		priority: row.priority,
		state: row.state,
		subject:
			row.subject &&
			subjectFor(row.subject, {
				isFirst: isAtFirstLevel(actor, { isRestricted: row.restricted }),
				reporterName: row.reporter_name,
			}),
	}) as z.input<typeof contract.CountedTicket>;
