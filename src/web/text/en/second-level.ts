import type sl from "../sl/second-level.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "Second level",
	response: "Response",
	resolution: "Resolution",
	owner: "Contact centre",
	all: "All open",
	atUs: "With us",
	waiting: "Waiting",
	late: "Late",
	empty: "No open tickets at second level.",
	proposeHint: "An adviser of the contact centre sends the proposal to the user.",
	externalHint: "Optional; the number stays with the ticket.",
};
export default en;
