import type { Operation } from "../../../platform/operation.ts";
import countViews from "./count-views.ts";
import listTickets from "./list-tickets.ts";

export const operations = [listTickets, countViews] as unknown as readonly Operation[];
