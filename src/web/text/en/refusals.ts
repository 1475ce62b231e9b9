import type sl from "../sl/refusals.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	other: "This cannot be done now. Nothing was changed. Try again or tell the application's administrator.",
	offline: "No connection to the server. Nothing is lost; try again when the connection is back.",
	"server-fault": "The server could not handle the request. Nothing was changed. Try again in a few minutes.",
	"signed-out": "Your session has ended. Sign in again; the text on screen stays.",
	"not-found": "This record does not exist or is not yours to see.",
	"not-allowed": "You do not have the right to do this.",
	stale: "Somebody else has changed the record. Refresh it and look at the changes.",
	obstacles: "This cannot be done yet. The reasons are listed below.",
	"invalid-input": "Some data are not filled in correctly. Check the marked fields.",
	"unknown-zone": "The time zone “{timeZone}” is not known.",
	"unknown-weekday": "The day of the week is not known.",
	"bad-window": "“{window}” is not a window of time. Write it like 08:00-16:00.",
	"overlapping-windows": "Two windows of time overlap.",
	"bad-date": "The date “{date}” does not exist.",
	"repeated-date": "The date {date} is given twice.",
	"never-opens": "This calendar has no working hours within ten years.",
	"never-closes": "By this calendar working hours do not end within ten years.",
	"beyond-horizon": "The deadline would be more than ten years away. Check the agreed time.",
	"bad-allowance": "The agreed time is not valid.",
	"bad-days": "The number of days is not valid.",
	"instant-outside-horizon": "The time is outside the years for which deadlines are computed (1970 to 2199).",
	"bad-lead-time": "The notice lead time is not valid. Give whole days or whole months.",
	"work-free-day-known": "This day is already recorded as a work-free day.",
	"nothing-due": "There is nothing to be done now.",
	"not-at-second-level": "The ticket is not at second level now.",
	"end-of-path": "The escalation path has no further target.",
	"clock-ended": "This deadline has already been settled.",
};
export default en;
