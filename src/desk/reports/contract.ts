import { z } from "zod";
import { question } from "../../kernel/contract.ts";
import { ServiceId, TicketId } from "../../kernel/id.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Language, MonthText, PlainDateText, SupportSet } from "../../kernel/values.ts";
import { Channel, PriorityCode, TicketState, TicketType, UserGroup } from "../tickets/rules/codes.ts";
import { Measure } from "./rules/measure.ts";

/** Without a service: all services that the actor may read reports of. */
const period = { serviceId: ServiceId.exactOptional(), month: MonthText };

/** Which tickets stand behind a number: the input of `reports.tickets` as it is. `category` `-` = not classified. */
export const Behind = z.strictObject({
	...period,
	measure: Measure,
	channel: Channel.exactOptional(),
	category: z.string().min(1).max(60).exactOptional(),
	group: UserGroup.exactOptional(),
});
export type Behind = z.infer<typeof Behind>;

export const FigureView = z.strictObject({ measure: Measure, count: z.int(), behind: Behind });

/** One bar of received tickets: `value` is the code, `label` the agreement's own words for a category (null elsewhere). */
export const BarView = z.strictObject({
	value: z.string(),
	label: z.string().nullable(),
	count: z.int(),
	behind: Behind,
});

export const TrendMonth = z.strictObject({
	month: MonthText,
	received: FigureView,
	solvedFirstLevel: FigureView,
	forwarded: FigureView,
});

export const MonthReport = z.strictObject({
	service: z.strictObject({ id: ServiceId, name: z.string() }).nullable(),
	month: MonthText,
	/** Half-open: the first day of the month and the first day after it, in the desk's zone. */
	from: PlainDateText,
	until: PlainDateText,
	/** False while the month runs: its numbers still grow. */
	isOver: z.boolean(),
	countedAt: InstantText,
	/** One of each measure, in their order. */
	figures: z.array(FigureView),
	/** Received tickets, the most frequent value first. */
	byChannel: z.array(BarView),
	byCategory: z.array(BarView),
	byGroup: z.array(BarView),
	/** Twelve months that end with this one, the oldest first. */
	trend: z.array(TrendMonth),
	definitions: z.array(z.strictObject({ measure: Measure, name: z.string(), text: z.string() })),
});
export type MonthReport = z.infer<typeof MonthReport>;

export const month = question({
	name: "reports.month",
	summary: "A service's month: received, solved, forwarded, deadlines met and breached, reopened",
	input: z.strictObject({ ...period, language: Language.default("sl") }),
	output: MonthReport,
	doors: { http: "GET /reports/month", cli: true },
});

/** A ticket as a report names it: codes and times, no word of the user. */
export const CountedTicket = z.strictObject({
	id: TicketId,
	number: z.int(),
	receivedAt: InstantText,
	serviceName: z.string().nullable(),
	channel: Channel,
	group: UserGroup,
	type: TicketType.nullable(),
	set: SupportSet.nullable(),
	category: z.strictObject({ code: z.string(), label: z.string() }).nullable(),
	priority: PriorityCode.nullable(),
	state: TicketState,
	/** Null where the actor may not open the ticket itself. */
	subject: z.string().nullable(),
});

export const tickets = question({
	name: "reports.tickets",
	summary: "The tickets behind a number of a report, by the time they were received",
	input: z.strictObject({ ...Behind.shape, ...pageInput }),
	output: pageOf(CountedTicket).extend({
		/** Restricted tickets that are counted and that the actor may know no more of (§2.2). */
		withheld: z.int(),
	}),
	doors: { http: "GET /reports/tickets", cli: true },
});

export const csv = question({
	name: "reports.csv",
	summary: "The numbers of a month's report as a table for a spreadsheet (RFC 4180, semicolons, UTF-8 with BOM)",
	input: z.strictObject({ ...period, language: Language.default("sl") }),
	output: z.strictObject({ name: z.string(), text: z.string() }),
	doors: { http: "GET /reports/csv", cli: true },
});
