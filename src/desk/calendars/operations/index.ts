import type { Operation } from "../../../platform/operation.ts";
import recordDatedHours from "./record-dated-hours.ts";
import recordWorkFreeDay from "./record-work-free-day.ts";
import workFreeDays from "./work-free-days.ts";

export const operations = [workFreeDays, recordWorkFreeDay, recordDatedHours] as unknown as readonly Operation[];
