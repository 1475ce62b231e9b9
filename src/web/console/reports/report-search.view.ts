import { z } from "zod";
import { Behind } from "../../../desk/reports/contract.ts";
import { MonthText } from "../../../kernel/values.ts";

/** What the address of the report holds; anything unreadable in it is left out. A measure opens the tickets behind it. */
export type ReportSearch = {
	serviceId?: string;
	month?: string;
	measure?: string;
	channel?: string;
	category?: string;
	group?: string;
};

const Search = z.object({
	serviceId: z.string().optional().catch(undefined),
	month: MonthText.optional().catch(undefined),
	measure: z.string().optional().catch(undefined),
	channel: z.string().optional().catch(undefined),
	category: z.string().optional().catch(undefined),
	group: z.string().optional().catch(undefined),
});

export const reportSearch = (search: Record<string, unknown>): ReportSearch =>
	Object.fromEntries(Object.entries(Search.parse(search)).filter(([, value]) => value !== undefined));

/** The number whose tickets the address asks for; null = the report itself. */
export const behindOf = (search: ReportSearch, month: string): Behind | null => {
	const found = Behind.safeParse({ ...search, month });
	return search.measure !== undefined && found.success ? found.data : null;
};

/** The month before or after: `2026-01`, −1 → `2025-12`. */
export const otherMonth = (month: string, by: number): string =>
	Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
