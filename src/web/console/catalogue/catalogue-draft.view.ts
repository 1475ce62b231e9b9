import { type CatalogueContent, catalogueDefaults } from "../../../desk/catalogue/rules/catalogue-content.ts";
import { type Role, roles } from "../../../kernel/actor.ts";
import { listOf } from "./list.view.ts";

export const weekDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type WeekDay = (typeof weekDays)[number];

export type BodyDraft = Record<"code" | "name" | "subject" | "email" | "phone" | "url", string>;
export type ReportDraft = Record<"code" | "name" | "content", string>;

/** An edition as its form holds it: lists with commas, hours as people write them, numbers as text. */
export type CatalogueDraft = {
	readonly texts: Readonly<Record<keyof ReturnType<typeof textsOf>, string>>;
	readonly roles: Readonly<Partial<Record<Role, string>>>;
	readonly reports: readonly ReportDraft[];
	readonly week: Readonly<Record<WeekDay, string>>;
	readonly bodies: readonly BodyDraft[];
};

const textsOf = (content: CatalogueContent) => ({
	title: content.title,
	edition: content.edition,
	phones: content.contacts.phones.join(", "),
	webFormUrl: content.contacts.webFormUrl,
	email: content.contacts.email as string,
	management: content.managementEmails.join(", "),
	adviserMailbox: content.adviserMailbox as string,
	securityName: content.securityContact.name,
	securityEmail: content.securityContact.email as string,
	securityPhone: content.securityContact.phone,
	response: hoursOf(content.firstLevelTargets.response),
	resolution: hoursOf(content.firstLevelTargets.resolution),
	reminders: content.reminderDays.join(", "),
	autoCloseDays: String(content.autoCloseDays),
	reopenDays: String(content.reopenDays),
	warningShare: String(content.warningShare),
});

export const draftOf = (content: CatalogueContent): CatalogueDraft => ({
	texts: textsOf(content),
	roles: Object.fromEntries(content.roles.map(({ role, text }) => [role, text])),
	reports: content.reportDefinitions,
	week: Object.fromEntries(
		weekDays.map((day) => [day, (content.openingHours[day] ?? []).join(", ")]),
	) as CatalogueDraft["week"],
	bodies: content.competentBodies.map((body) => ({
		...body,
		email: body.email ?? "",
		phone: body.phone ?? "",
		url: body.url ?? "",
	})),
});

/** The content that the form stands for; what is not written properly goes on as it is, and the desk refuses it at its field. */
export const contentOf = ({ texts, ...draft }: CatalogueDraft): CatalogueContent => ({
	title: texts.title,
	edition: texts.edition,
	contacts: { phones: listOf(texts.phones), webFormUrl: texts.webFormUrl, email: texts.email },
	managementEmails: listOf(texts.management),
	adviserMailbox: texts.adviserMailbox,
	securityContact: { name: texts.securityName, email: texts.securityEmail, phone: texts.securityPhone },
	roles: roles.flatMap((role) => {
		const text = draft.roles[role]?.trim() ?? "";
		return text === "" ? [] : [{ role, text }];
	}),
	reportDefinitions: [...draft.reports],
	firstLevelTargets: { response: durationOf(texts.response), resolution: durationOf(texts.resolution) },
	openingHours: Object.fromEntries(weekDays.map((day) => [day, windowsOf(draft.week[day])])),
	reminderDays: listOf(texts.reminders).map(Number),
	autoCloseDays: numberOf(texts.autoCloseDays, catalogueDefaults.autoCloseDays),
	reopenDays: numberOf(texts.reopenDays, catalogueDefaults.reopenDays),
	warningShare: numberOf(texts.warningShare, catalogueDefaults.warningShare),
	competentBodies: draft.bodies.map((body) => ({
		...body,
		email: body.email === "" ? null : body.email,
		phone: body.phone === "" ? null : body.phone,
		url: body.url === "" ? null : body.url,
	})),
});

const numberOf = (text: string, otherwise: number): number => (text.trim() === "" ? otherwise : Number(text));

/** `PT4H30M` → `4:30`; no promise is an empty field. */
export function hoursOf(duration: string | null): string {
	if (duration === null) return "";
	const minutes = Temporal.Duration.from(duration).total("minutes");
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `4:30` → `PT4H30M`, `4` → `PT4H`; an empty field is no promise, anything else stays as written. */
export const durationOf = (text: string): string | null => {
	const match = /^(\d{1,4})(?:[:.]([0-5]\d))?$/.exec(text.trim());
	if (match === null) return text.trim() === "" ? null : text.trim();
	const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
	return `PT${hours === 0 ? "" : `${hours}H`}${minutes === 0 ? "" : `${minutes}M`}`;
};

/** `8.00–12.00, 13:00-16:00` → `["08:00-12:00", "13:00-16:00"]`; what is no window stays as written. */
export const windowsOf = (text: string): string[] =>
	listOf(text).map((item) =>
		item.replace(
			/^(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})$/,
			(_, h1: string, m1: string, h2: string, m2: string) =>
				`${h1.padStart(2, "0")}:${m1}-${h2.padStart(2, "0")}:${m2}`,
		),
	);
