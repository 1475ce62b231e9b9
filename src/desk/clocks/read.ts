/** What other areas may ask of the clocks. */
export { clockRowsOf, escalationOf, escalationsOf, type NextDue, nextDue } from "./read/deadlines.ts";
export { clockBacklog } from "./read/backlog.ts";
export { type ClockRow } from "./read/clock-row.ts";
export { clockView } from "./read/view.ts";
export { whyDeadline } from "./read/why.ts";
export { firstDueOfTicket } from "./read/first-due.ts";
