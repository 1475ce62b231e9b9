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
};
export default en;
