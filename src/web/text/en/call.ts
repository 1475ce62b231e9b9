import type sl from "../sl/call.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "New call",
	hint: "Caller and subject are enough to save; the rest can wait.",
	caller: "Caller",
	phone: "Phone number",
	email: "E-mail address",
	group: "Group",
	subject: "Subject",
	service: "Service",
	body: "Note of the call",
	save: "Save",
	saveAndClassify: "Save and classify",
	prerequisites: "Prerequisites",
	technical: "Technical requirements",
	topics: "What the contact centre supports",
	callersTickets: "Open tickets of this person",
	openTickets: "Open tickets on the same subject",
	noService: "Choose a service; its prerequisites and open tickets will stand here.",
	needed: "Enter the caller (name or phone number) and the subject.",
	duration: "Duration {time}",
	language: "Language of the answer",
};
export default en;
