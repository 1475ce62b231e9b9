import type { Reaction } from "../../platform/operation.ts";
import { ofClocks } from "./reactions/of-clocks.ts";
import { toSecondLevel } from "./reactions/to-second-level.ts";
import { toTheDesk } from "./reactions/to-the-desk.ts";
import { toUsers } from "./reactions/to-users.ts";

/** Mails that tell of what happened to a ticket; after the reactions of `clocks`, whose due times they name. */
export const reactions: readonly Reaction[] = [...toUsers, ...toSecondLevel, ...toTheDesk, ofClocks];
