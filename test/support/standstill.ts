import type { TicketLife } from "./ticket-life.ts";

/** When the desk runs again; statutory replies of tickets received on these days ran out before it, or soon will. */
export const runsAgain = "2026-05-20T09:00+02:00";
const overdueDays = ["2026-04-30", "2026-05-03", "2026-05-04"];
const soonDueDays = ["2026-05-06", "2026-05-07"];

/** A standstill of more than one batch: 120 tickets inside their warning share and 120 overdue, each with one clock. */
export async function standstill(life: TicketLife): Promise<{ soon: number; overdue: number }> {
	const receivedOn = (day: string, count: number) =>
		Promise.all(Array.from({ length: count }, () => life.received(`${day}T09:00+02:00`)));
	for (const day of overdueDays) await receivedOn(day, 40);
	for (const day of soonDueDays) await receivedOn(day, 60);
	life.desk.clock.set(runsAgain);
	return { soon: 120, overdue: 120 };
}
