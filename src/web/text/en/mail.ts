import type sl from "../sl/mail.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "Mail sent",
	hint: "A demonstration sends no mail to the world. Here are the messages as users, second level and colleagues would get them; the links in them work.",
	noMails: "No mail sent.",
	choose: "Choose a message.",
	to: "To",
	subject: "Subject",
	when: "Sent",
	replyTo: "Address for replies",
	replyHint: "The built-in mail server takes a reply to this address and adds it to the ticket.",
	ticket: "Open the ticket",
	raw: "Save the original message",
	quarantine: "Quarantine",
	quarantineHint: "Arrived and could not become a ticket. Nothing is lost.",
	noQuarantine: "Nothing in quarantine.",
	from: "From",
	reason: "Reason",
	size: "Size",
	save: "Save",
	reprocess: "Process again",
	dismiss: "Dismiss",
	unknownSender: "unknown",
};
export default en;
