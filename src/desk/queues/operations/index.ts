import type { Operation } from "../../../platform/operation.ts";
import arrange from "./arrange.ts";
import arrangement from "./arrangement.ts";
import countViews from "./count-views.ts";
import listTickets from "./list-tickets.ts";

export const operations = [listTickets, countViews, arrangement, arrange] as unknown as readonly Operation[];
