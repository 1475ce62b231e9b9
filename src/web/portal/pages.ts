import type { z } from "zod";
import type { publicService, publicServices } from "../../desk/agreements/contract.ts";
import type { sentMail, sentMails } from "../../desk/channels/contract.ts";
import type { track } from "../../desk/tickets/contract.ts";
import type { Obstacle } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/values.ts";

export type Service = z.output<typeof publicService.output>;
export type ServiceRow = z.output<typeof publicServices.output>["rows"][number];
export type Tracked = z.output<typeof track.output>;
export type MailRow = z.output<typeof sentMails.output>["rows"][number];
export type Mail = z.output<typeof sentMail.output>;

/** A service that a search found, with those of its topics that have a word of it. */
export type Found = Pick<Service, "code" | "name" | "shortDescription"> & { readonly topics: readonly string[] };

/** How the contact centre is reached, from its catalogue. */
export type Reach = Pick<Service, "contacts" | "openingHours">;

/** What a form shows: entered values by field name, and what was refused, by field path. */
export type Entered = { readonly values: Readonly<Record<string, string>>; readonly refused: readonly Obstacle[] };

/** Each page of the portal with all it shows; the server makes one of these, the components draw it. */
export type Page =
	| {
			readonly kind: "home";
			readonly services: readonly ServiceRow[];
			readonly reach: Reach | null;
			/** What was looked for, and what was found; null = nothing was. */
			readonly search: { readonly words: string; readonly found: readonly Found[] } | null;
	  }
	| { readonly kind: "service"; readonly service: Service }
	| ({
			readonly kind: "ask";
			readonly services: readonly ServiceRow[];
			readonly limits: FileLimits;
			readonly key: string;
	  } & Entered)
	| { readonly kind: "received"; readonly ticket: Tracked; readonly token: string; readonly link: string }
	| { readonly kind: "held" }
	| ({
			readonly kind: "tracking";
			readonly ticket: Tracked;
			readonly token: string;
			readonly key: string;
			readonly sent: boolean;
	  } & Entered)
	| { readonly kind: "replied"; readonly number: number }
	| { readonly kind: "mails"; readonly rows: readonly MailRow[]; readonly next: string | null }
	| ({ readonly kind: "mail"; readonly mail: Mail; readonly baseUrl: string; readonly sent: boolean } & Entered)
	| { readonly kind: "accessibility"; readonly reach: Reach | null }
	| { readonly kind: "linkEnded" }
	| { readonly kind: "notFound" }
	| { readonly kind: "problem"; readonly reason: Obstacle };

export type FileLimits = { readonly files: number; readonly megabytes: number };

/** What surrounds every page. */
export type Frame = {
	readonly language: Language;
	/** Path and query of this page in the other language. */
	readonly otherLanguageUrl: string;
	readonly isDemo: boolean;
	readonly styleUrl: string;
};

/** What the built bundle gives to the server. */
export type Portal = {
	/** A whole HTML document. */
	render(page: Page, frame: Frame): string;
	styleSheet(): string;
};
