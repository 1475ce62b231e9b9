import type sl from "../sl/replies.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "Canned replies",
	menu: "Canned replies",
	hint: "An adviser inserts one into a reply by / and may change it before sending.",
	add: "New canned reply",
	edit: "Edit",
	editNamed: "Edit the canned reply “{name}”",
	change: "Canned reply",
	none: "There is no canned reply yet.",
	noneHint: "Write the first one: what you answer users most often.",
	name: "Name",
	nameHint: "Advisers find it by its name.",
	service: "Service",
	everyService: "all services",
	set: "Set",
	everySet: "both sets",
	languages: "Language",
	sl: "Text in Slovenian",
	en: "Text in English",
	variables: "Variables: {names}. After the bar write what stands there when the value is not known: {example}",
	state: "State",
	offered: "offered",
	withdrawn: "not offered",
	isOffered: "Offered to advisers",
	insert: "Canned replies",
	found: "{n, plural, one {# canned reply.} other {# canned replies.}} Choose with the arrow keys, insert with Enter.",
};
export default en;
