import type { Operation } from "../../../platform/operation.ts";
import approveCatalogue from "./approve-catalogue.ts";
import changeCatalogue from "./change-catalogue.ts";
import changeService from "./change-service.ts";
import createService from "./create-service.ts";
import draftCatalogue from "./draft-catalogue.ts";
import { catalogueInForce, catalogueVersion, catalogueVersions, publicDesk, service, services } from "./questions.ts";

export const operations = [
	services,
	service,
	createService,
	changeService,
	catalogueInForce,
	catalogueVersions,
	catalogueVersion,
	draftCatalogue,
	changeCatalogue,
	approveCatalogue,
	publicDesk,
] as unknown as readonly Operation[];
