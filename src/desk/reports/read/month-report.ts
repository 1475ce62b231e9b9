import type { z } from "zod";
import type { ServiceId } from "../../../kernel/id.ts";
import type { Language } from "../../../kernel/values.ts";
import type { Context } from "../../../platform/operation.ts";
import type { Behind, MonthReport } from "../contract.ts";
import { reportScope } from "../policy.ts";
import { type Bar, barsOf } from "../rules/bars.ts";
import { definitions } from "../rules/definitions.ts";
import { Measure } from "../rules/measure.ts";
import { monthsUpTo } from "../rules/months.ts";
import { countByMonth, countReceived, reportedService } from "./counts.ts";

const trendMonths = 12;

type Asked = { readonly serviceId?: ServiceId; readonly month: string; readonly language: Language };

/** A month's report in the actor's scope: the screen, the table and what is printed read this one answer. */
export async function monthReport(
	{ tx, actor, now }: Pick<Context, "tx" | "actor" | "now">,
	asked: Asked,
): Promise<z.input<typeof MonthReport>> {
	const service = await reportedService(tx, actor, asked.serviceId);
	const scope = reportScope(actor);
	const months = monthsUpTo(asked.month, trendMonths);
	const month = months.at(-1)!;
	const count = await countByMonth(tx, scope, asked.serviceId, months);
	const received = await countReceived(tx, scope, asked.serviceId, month);
	const period = (of: string) => ({ ...(service ? { serviceId: service.id } : {}), month: of });
	const figure = (measure: Measure, of = month.month) => ({
		measure,
		count: count(measure, of),
		behind: { ...period(of), measure },
	});
	const bars = (values: readonly Bar[], name: "channel" | "category" | "group") =>
		values.map((bar) => ({
			...bar,
			behind: { ...period(month.month), measure: "RECEIVED", [name]: bar.value } as z.input<typeof Behind>,
		}));
	return {
		service,
		month: month.month,
		from: month.firstDay.toString(),
		until: month.nextFirstDay.toString(),
		isOver: Temporal.Instant.compare(month.until, now) <= 0,
		countedAt: now.toString(),
		figures: Measure.options.map((measure) => figure(measure)),
		byChannel: bars(barsOf(received, "channel", false), "channel"),
		byCategory: bars(barsOf(received, "category", true), "category"),
		byGroup: bars(barsOf(received, "group", false), "group"),
		trend: months.map(({ month: of }) => ({
			month: of,
			received: figure("RECEIVED", of),
			solvedFirstLevel: figure("SOLVED_FIRST_LEVEL", of),
			forwarded: figure("FORWARDED", of),
		})),
		definitions: Measure.options.map((measure) => ({ measure, ...definitions[asked.language][measure] })),
	};
}
