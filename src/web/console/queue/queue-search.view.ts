import { z } from "zod";
import type { list } from "../../../desk/queues/contract.ts";
import { type SystemView, systemViews } from "../../../desk/queues/rules/views.ts";
import { Channel, TicketState, TicketType } from "../../../desk/tickets/rules/codes.ts";
import { SupportSet } from "../../../kernel/values.ts";

/** What the address of a queue holds: any list can be sent to a colleague. What cannot be read is left out. */
export type QueueSearch = {
	view?: SystemView;
	state?: TicketState;
	serviceId?: string;
	set?: SupportSet;
	channel?: Channel;
	type?: TicketType;
	words?: string;
	closed?: boolean;
};

const Search = z.object({
	view: z.enum(systemViews).optional().catch(undefined),
	state: TicketState.optional().catch(undefined),
	serviceId: z.string().optional().catch(undefined),
	set: SupportSet.optional().catch(undefined),
	channel: Channel.optional().catch(undefined),
	type: TicketType.optional().catch(undefined),
	words: z
		.union([z.string(), z.number().transform(String)])
		.optional()
		.catch(undefined),
	closed: z.boolean().optional().catch(undefined),
});

export const queueSearch = (search: Record<string, unknown>): QueueSearch =>
	Object.fromEntries(
		Object.entries(Search.parse(search)).filter(([, value]) => value !== undefined && value !== "" && value !== false),
	);

/** The question that an address asks of the desk. */
export const questionOf = ({ closed, ...filters }: QueueSearch): z.input<typeof list.input> => ({
	...(filters as Omit<z.input<typeof list.input>, "isOpen">),
	...(closed === true ? { isOpen: "false" as const } : {}),
	limit: 50,
});

/** Filters that can be added and taken away one by one, besides the view and the words. */
export const filterNames = ["state", "type", "serviceId", "set", "channel"] as const;
export type FilterName = (typeof filterNames)[number];

export const without = (search: QueueSearch, name: keyof QueueSearch): QueueSearch => {
	const { [name]: _gone, ...rest } = search;
	return rest;
};
