import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { Id, OrganisationId, ServiceId } from "../../kernel/id.ts";
import { Obstacles } from "../../kernel/obstacles.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Line, PlainDateText, Version } from "../../kernel/values.ts";
import { CatalogueContent } from "./rules/catalogue-content.ts";
import { catalogueStates } from "./rules/catalogue-versions.ts";

export const CatalogueVersionId = Id("catalogue-version");
export type CatalogueVersionId = z.infer<typeof CatalogueVersionId>;

/** Short unchanging word for a service, as agreements and public addresses name it (SVC-01). */
export const ServiceCode = z
	.string()
	.max(30)
	.regex(/^[A-Z0-9][A-Z0-9_-]*$/, "service-code");

export const ServiceView = z.strictObject({
	id: ServiceId,
	version: Version,
	code: ServiceCode,
	name: z.string(),
	organisationId: OrganisationId,
	organisationName: z.string(),
	validFrom: PlainDateText,
	validUntil: PlainDateText.nullable(),
	can: z.strictObject({ change: Obstacles }),
});

export const CatalogueVersionView = z.strictObject({
	id: CatalogueVersionId,
	version: Version,
	/** 1, 2, 3 …; agreements pin one. */
	number: z.number().int(),
	state: z.enum(catalogueStates),
	content: CatalogueContent,
	approvedAt: InstantText.nullable(),
	approvedByName: z.string().nullable(),
	inForceFrom: PlainDateText.nullable(),
	can: z.strictObject({ change: Obstacles, approve: Obstacles, draft: Obstacles }),
});

export const CatalogueVersionRow = CatalogueVersionView.omit({ content: true, can: true }).extend({
	edition: z.string(),
});

const serviceFields = {
	name: Line(1, 120),
	organisationId: OrganisationId,
	validFrom: PlainDateText,
	validUntil: PlainDateText.nullable().default(null),
};

export const services = question({
	name: "catalogue.services",
	summary: "Services in the actor's scope, by name",
	input: z.strictObject(pageInput),
	output: pageOf(ServiceView),
	doors: { http: "GET /services", cli: true },
});
export const service = question({
	name: "catalogue.service",
	summary: "One service",
	input: z.strictObject({ id: ServiceId }),
	output: ServiceView,
	doors: { http: "GET /services/{id}", cli: true },
});
export const createService = act({
	name: "catalogue.createService",
	summary: "Enter a service of a client organisation",
	input: z.strictObject({ code: ServiceCode, ...serviceFields }),
	output: ServiceView,
	doors: { http: "POST /services", cli: true },
});
export const changeService = act({
	name: "catalogue.changeService",
	summary: "Change a service's name, organisation or dates",
	input: z.strictObject({ id: ServiceId, version: Version, ...serviceFields }),
	output: ServiceView,
	doors: { http: "PUT /services/{id}", cli: true },
});

export const catalogueInForce = question({
	name: "catalogue.inForce",
	summary: "The contact centre's catalogue as it is in force today",
	input: z.strictObject({}),
	output: CatalogueVersionView,
	doors: { http: "GET /catalogue", cli: true },
});
export const catalogueVersions = question({
	name: "catalogue.versions",
	summary: "All versions of the catalogue, the newest first",
	input: z.strictObject({}),
	output: z.strictObject({ rows: z.array(CatalogueVersionRow) }),
	doors: { http: "GET /catalogue/versions", cli: true },
});
export const catalogueVersion = question({
	name: "catalogue.version",
	summary: "One version of the catalogue",
	input: z.strictObject({ id: CatalogueVersionId }),
	output: CatalogueVersionView,
	doors: { http: "GET /catalogue/versions/{id}", cli: true },
});
export const draftCatalogue = act({
	name: "catalogue.draft",
	summary: "Begin a new version of the catalogue",
	input: z.strictObject({ content: CatalogueContent }),
	output: CatalogueVersionView,
	doors: { http: "POST /catalogue/versions", cli: true },
});
export const changeCatalogue = act({
	name: "catalogue.change",
	summary: "Change a version of the catalogue that is still a draft",
	input: z.strictObject({ id: CatalogueVersionId, version: Version, content: CatalogueContent }),
	output: CatalogueVersionView,
	doors: { http: "PUT /catalogue/versions/{id}", cli: true },
});
export const approveCatalogue = act({
	name: "catalogue.approve",
	summary: "Put a drafted version of the catalogue in force from today",
	input: z.strictObject({ id: CatalogueVersionId, version: Version }),
	output: CatalogueVersionView,
	doors: { http: "POST /catalogue/versions/{id}/approval", cli: true },
});

/** What the public may see of the catalogue (§2.2). */
export const publicDesk = question({
	name: "catalogue.publicDesk",
	summary: "How the contact centre can be reached, and who is competent for what it does not support",
	input: z.strictObject({}),
	output: z.strictObject({
		contacts: CatalogueContent.shape.contacts,
		openingHours: CatalogueContent.shape.openingHours,
		competentBodies: CatalogueContent.shape.competentBodies,
	}),
	doors: { http: "GET /public/desk", open: true },
});
