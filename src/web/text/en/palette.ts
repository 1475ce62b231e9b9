import type sl from "../sl/palette.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "Commands and search",
	label: "What are you looking for?",
	placeholder: "An action, a page, the number or words of a ticket",
	acts: "Actions",
	tickets: "Tickets",
	places: "Go to",
	display: "Display",
	openNumber: "Open ticket {number}",
	found: "{n, plural, one {# hit} other {# hits}}",
	nothing: "Nothing matches. Try another word or the number of a ticket.",
	view: "Queues: {name}",
};
export default en;
