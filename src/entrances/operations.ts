import { operations as agreements } from "../desk/agreements/operations/index.ts";
import { reactions as agreementsReactions } from "../desk/agreements/reactions.ts";
import { operations as calendars } from "../desk/calendars/operations/index.ts";
import { operations as catalogue } from "../desk/catalogue/operations/index.ts";
import { operations as channels } from "../desk/channels/operations/index.ts";
import { reactions as channelsReactions } from "../desk/channels/reactions.ts";
import { operations as clocks } from "../desk/clocks/operations/index.ts";
import { reactions as clocksReactions } from "../desk/clocks/reactions.ts";
import { operations as identity } from "../desk/identity/operations/index.ts";
import { operations as queues } from "../desk/queues/operations/index.ts";
import { reactions as queuesReactions } from "../desk/queues/reactions.ts";
import { operations as reports } from "../desk/reports/operations/index.ts";
import { operations as tickets } from "../desk/tickets/operations/index.ts";
import { operations as training } from "../desk/training/operations/index.ts";
import type { Operation, Reaction } from "../platform/operation.ts";

/** Every operation of the desk: doors, matrix, OpenAPI document and CLI are generated from this list. */
export const operations: readonly Operation[] = [
	...identity,
	...calendars,
	...catalogue,
	...training,
	...agreements,
	...tickets,
	...clocks,
	...queues,
	...channels,
	...reports,
];

/** Who works in the transaction of whose facts, in this order. */
export const reactions: readonly Reaction[] = [
	...agreementsReactions,
	...clocksReactions,
	...queuesReactions,
	...channelsReactions,
];
