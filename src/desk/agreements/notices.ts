import { message } from "../../kernel/message.ts";
import { proseDate } from "../../kernel/slovenian.ts";
import type { Language } from "../../kernel/values.ts";
import { queueMail } from "../../platform/mail/outbox.ts";
import type { Context } from "../../platform/operation.ts";
import type { Holder } from "../identity/read.ts";

type Text = { readonly subject: string; readonly body: string };

const signatureAsked: Record<Language, Text> = {
	sl: {
		subject: "Dogovor o sodelovanju čaka na vaš podpis: {service}",
		body: "Spoštovani,\n\nbesedilo dogovora o sodelovanju za storitev {service} (različica {number}) sta potrdili obe strani. Dogovor čaka na vaš podpis:\n{link}\n\nPodpišete lahko kot imetnik funkcije ali kot njegov namestnik.",
	},
	en: {
		subject: "A cooperation agreement awaits your signature: {service}",
		body: "Dear Sir or Madam,\n\nboth sides have approved the text of the cooperation agreement for the service {service} (version {number}). It awaits your signature:\n{link}\n\nYou may sign as the holder of the office or as the holder's deputy.",
	},
};

const reviewAsked: Record<Language, Text> = {
	sl: {
		subject: "Dogovor o sodelovanju je v pregledu: {service}",
		body: "Spoštovani,\n\nosnutek dogovora o sodelovanju za storitev {service} (različica {number}) je oddan v pregled. Prosimo, da ga pregledate in potrdite besedilo ali ga vrnete s pripombami:\n{link}",
	},
	en: {
		subject: "A cooperation agreement is under review: {service}",
		body: "Dear Sir or Madam,\n\nthe draft of the cooperation agreement for the service {service} (version {number}) has been submitted for review. Please read it and approve its text, or return it with comments:\n{link}",
	},
};

const otherSideSigned: Record<Language, Text> = {
	sl: {
		subject: "Druga stran je podpisala dogovor: {service}",
		body: "Spoštovani,\n\ndruga stran je podpisala dogovor o sodelovanju za storitev {service} (različica {number}). Manjka še vaš podpis:\n{link}",
	},
	en: {
		subject: "The other side has signed the agreement: {service}",
		body: "Dear Sir or Madam,\n\nthe other side has signed the cooperation agreement for the service {service} (version {number}). Only your signature is missing:\n{link}",
	},
};

const activated: Record<Language, Text> = {
	sl: {
		subject: "Podpora se je začela: {service}",
		body: "Spoštovani,\n\ndogovor o sodelovanju za storitev {service} (različica {number}) velja. Oba pogoja sta izpolnjena: dogovor je podpisan in svetovalci so usposobljeni. Podpora se je začela {start}.\n\n{link}",
	},
	en: {
		subject: "Support has started: {service}",
		body: "Dear Sir or Madam,\n\nthe cooperation agreement for the service {service} (version {number}) is in force. Both conditions are met: the agreement is signed and the advisers are qualified. Support started on {start}.\n\n{link}",
	},
};

const publicationPermitted: Record<Language, Text> = {
	sl: {
		subject: "Kontakte EKC lahko objavite: {service}",
		body: "Spoštovani,\n\nza storitev {service} velja dogovor o sodelovanju, podpora se je začela {start}. Uporabnike lahko obvestite, da EKC nudi 1. nivo podpore, in na svojih spletnih straneh objavite kontakte EKC: {contacts}.\n\nKo jih objavite, zapišite, kje:\n{link}",
	},
	en: {
		subject: "You may publish the contact centre's contacts: {service}",
		body: "Dear Sir or Madam,\n\nthe cooperation agreement for the service {service} is in force and support started on {start}. You may tell your users that the contact centre offers first-level support and publish its contacts on your web pages: {contacts}.\n\nOnce published, please record where:\n{link}",
	},
};

const notices = {
	REVIEW_ASKED: reviewAsked,
	SIGNATURE_ASKED: signatureAsked,
	OTHER_SIDE_SIGNED: otherSideSigned,
	AGREEMENT_ACTIVATED: activated,
	PUBLICATION_PERMITTED: publicationPermitted,
} as const;

export type Notice = {
	readonly purpose: keyof typeof notices;
	readonly agreementId: string;
	readonly service: string;
	readonly number: number;
	readonly start?: Temporal.PlainDate;
	readonly contacts?: readonly string[];
};

export const noticeOf = (
	row: { readonly id: string; readonly service_name: string; readonly number: number },
	purpose: Notice["purpose"],
): Notice => ({ purpose, agreementId: row.id, service: row.service_name, number: row.number });

/** One mail to each of the people, in each one's language; who holds two offices gets one. */
export async function notify(context: Context, people: readonly (Holder | null)[], notice: Notice): Promise<void> {
	const recipients = new Map(people.flatMap((person) => (person ? [[person.personId, person] as const] : [])));
	for (const { email, language } of recipients.values()) {
		const text = notices[notice.purpose][language];
		const values = {
			service: notice.service,
			number: notice.number,
			start: notice.start ? proseDate(language, notice.start) : "",
			contacts: (notice.contacts ?? []).join(", "),
			link: `${context.settings.baseUrl}/app/agreements/${notice.agreementId}`,
		};
		await queueMail(context, {
			to: email,
			purpose: notice.purpose,
			language,
			aboutId: notice.agreementId,
			subject: message(language, text.subject, values),
			text: message(language, text.body, values),
		});
	}
}
