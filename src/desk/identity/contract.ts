import { z } from "zod";
import { roles } from "../../kernel/actor.ts";
import { act, question, ShownOnce } from "../../kernel/contract.ts";
import { Id, OrganisationId, PersonId, ServiceId } from "../../kernel/id.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Language, Line, MailAddress, PlainDateText, SupportSet, Version } from "../../kernel/values.ts";

export const OrganisationKind = z.enum(["PROVIDER", "CLIENT", "OTHER_BODY"]);
export const HoldingId = Id("holding");
export const TokenId = Id("token");
/** Short unchanging word for a person (`ana.vzorcnik`), as agreements written in YAML name them. */
export const Handle = z
	.string()
	.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "handle")
	.max(60);
/** At least 12 characters (ASVS 5.0, 6.2.1); no rule of composition, because such rules make passwords worse. */
export const Password = z.string().min(12).max(200);

export const OrganisationView = z.strictObject({
	id: OrganisationId,
	version: Version,
	name: z.string(),
	kind: OrganisationKind,
	/** Code of the ministry it belongs to (UMB-01, FIN-01), null = none. */
	ministry: z.string().nullable(),
	validFrom: PlainDateText,
	validUntil: PlainDateText.nullable(),
});

export const HoldingView = z.strictObject({
	id: HoldingId,
	version: Version,
	personId: PersonId,
	personName: z.string(),
	role: z.enum(roles),
	organisationId: OrganisationId,
	organisationName: z.string(),
	serviceId: ServiceId.nullable(),
	set: SupportSet.nullable(),
	validFrom: PlainDateText,
	validUntil: PlainDateText.nullable(),
	deputyFor: PersonId.nullable(),
	deputyForName: z.string().nullable(),
});

export const PersonView = z.strictObject({
	id: PersonId,
	version: Version,
	handle: Handle,
	name: z.string(),
	email: z.string(),
	phone: z.string().nullable(),
	organisationId: OrganisationId,
	organisationName: z.string(),
	language: Language,
	/** Whether the person can sign in (accepted an invitation and is not stopped). */
	hasAccount: z.boolean(),
	stoppedAt: InstantText.nullable(),
});

export const MeView = z.strictObject({
	person: PersonView,
	holdings: z.array(HoldingView),
	/** Which places of the application are open: follows from the offices held today. */
	places: z.strictObject({ console: z.boolean(), client: z.boolean(), administration: z.boolean() }),
	hasSecondFactor: z.boolean(),
	demo: z.boolean(),
});

const organisationFields = {
	name: Line(2, 200),
	kind: OrganisationKind,
	ministry: Line(1, 40).nullable().default(null),
	validFrom: PlainDateText,
	validUntil: PlainDateText.nullable().default(null),
};
const personFields = {
	handle: Handle,
	name: Line(2, 120),
	email: MailAddress,
	phone: Line(3, 40).nullable().default(null),
	organisationId: OrganisationId,
	language: Language.default("sl"),
};

export const me = question({
	name: "identity.me",
	summary: "Who is signed in, which offices they hold today",
	input: z.strictObject({}),
	output: MeView,
	doors: { http: "GET /me", cli: true },
});

export const organisations = question({
	name: "identity.organisations",
	summary: "Organisations in the actor's scope",
	input: z.strictObject(pageInput),
	output: pageOf(OrganisationView),
	doors: { http: "GET /organisations", cli: true },
});
export const createOrganisation = act({
	name: "identity.createOrganisation",
	summary: "Enter an organisation",
	input: z.strictObject(organisationFields),
	output: OrganisationView,
	doors: { http: "POST /organisations", cli: true },
});
export const changeOrganisation = act({
	name: "identity.changeOrganisation",
	summary: "Change an organisation's name, ministry or dates",
	input: z.strictObject({ id: OrganisationId, version: Version, ...organisationFields }),
	output: OrganisationView,
	doors: { http: "PUT /organisations/{id}", cli: true },
});

export const people = question({
	name: "identity.people",
	summary: "People in the actor's scope, by name",
	input: z.strictObject({ ...pageInput, organisationId: OrganisationId.optional() }),
	output: pageOf(PersonView),
	doors: { http: "GET /people", cli: true },
});
export const createPerson = act({
	name: "identity.createPerson",
	summary: "Enter a person",
	input: z.strictObject(personFields),
	output: PersonView,
	doors: { http: "POST /people", cli: true },
});
export const changePerson = act({
	name: "identity.changePerson",
	summary: "Change a person's data",
	input: z.strictObject({ id: PersonId, version: Version, ...personFields }),
	output: PersonView,
	doors: { http: "PUT /people/{id}", cli: true },
});
export const stopPerson = act({
	name: "identity.stopPerson",
	summary: "Stop a person's access: offices stay in the record, sessions and tokens end",
	input: z.strictObject({ id: PersonId, version: Version }),
	output: PersonView,
	doors: { http: "POST /people/{id}/stop", cli: true },
});

export const holdings = question({
	name: "identity.holdings",
	summary: "Offices and who holds them, past and present",
	input: z.strictObject({ ...pageInput, personId: PersonId.optional(), serviceId: ServiceId.optional() }),
	output: pageOf(HoldingView),
	doors: { http: "GET /holdings", cli: true },
});
export const grantRole = act({
	name: "identity.grantRole",
	summary: "Give a person an office from a day on, or name them deputy of its holder",
	input: z.strictObject({
		personId: PersonId,
		role: z.enum(roles),
		organisationId: OrganisationId,
		serviceId: ServiceId.nullable().default(null),
		set: SupportSet.nullable().default(null),
		validFrom: PlainDateText,
		validUntil: PlainDateText.nullable().default(null),
		deputyFor: PersonId.nullable().default(null),
	}),
	output: HoldingView,
	doors: { http: "POST /holdings", cli: true },
});
export const endRole = act({
	name: "identity.endRole",
	summary: "End an office on a day (the first day without it)",
	input: z.strictObject({ id: HoldingId, version: Version, validUntil: PlainDateText }),
	output: HoldingView,
	doors: { http: "POST /holdings/{id}/end", cli: true },
});

export const invite = act({
	name: "identity.invite",
	summary: "Send a person the link by which they set their password (valid three days)",
	input: z.strictObject({ id: PersonId }),
	output: z.strictObject({ sentTo: z.string() }),
	doors: { http: "POST /people/{id}/invitation", cli: true },
});
export const acceptInvitation = act({
	name: "identity.acceptInvitation",
	summary: "Set the password by an invitation's one-time token",
	input: z.strictObject({ token: z.string().min(20).max(100), password: Password }),
	output: z.strictObject({ email: z.string() }),
	doors: { http: "POST /invitations/accept", open: true },
});

export const TokenView = z.strictObject({
	id: TokenId,
	name: z.string(),
	createdAt: InstantText,
	expiresAt: InstantText,
	revokedAt: InstantText.nullable(),
});
export const tokens = question({
	name: "identity.tokens",
	summary: "One's own API tokens",
	input: z.strictObject({}),
	output: z.strictObject({ rows: z.array(TokenView) }),
	doors: { http: "GET /me/tokens", cli: true },
});
export const createToken = act({
	name: "identity.createToken",
	summary: "Make an API token; its secret is shown once",
	input: z.strictObject({ name: Line(1, 80), days: z.coerce.number().int().min(1).max(366).default(90) }),
	output: z.strictObject({ token: TokenView, secret: ShownOnce(z.string()) }),
	doors: { http: "POST /me/tokens" },
});
export const revokeToken = act({
	name: "identity.revokeToken",
	summary: "Revoke one of one's own API tokens",
	input: z.strictObject({ id: TokenId }),
	output: TokenView,
	doors: { http: "DELETE /me/tokens/{id}", cli: true },
});

export const setUpState = question({
	name: "identity.setUpState",
	summary: "Whether the desk still waits for its first administrator",
	input: z.strictObject({}),
	output: z.strictObject({ isOpen: z.boolean() }),
	doors: { http: "GET /set-up", open: true },
});
export const setUp = act({
	name: "identity.setUp",
	summary: "Make the first administrator by the one-time token from the log",
	input: z.strictObject({
		token: z.string().min(20).max(100),
		organisationName: Line(2, 200),
		name: Line(2, 120),
		email: MailAddress,
		password: Password,
	}),
	output: z.strictObject({ email: z.string() }),
	doors: { http: "POST /set-up", open: true },
});
