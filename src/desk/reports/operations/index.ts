import type { Operation } from "../../../platform/operation.ts";
import { csv, month, tickets } from "./questions.ts";

export const operations = [month, tickets, csv] as unknown as readonly Operation[];
