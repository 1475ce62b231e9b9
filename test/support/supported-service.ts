import { randomUUID } from "node:crypto";
import createService from "../../src/desk/catalogue/operations/create-service.ts";
import { readForm } from "../../src/desk/agreements/rules/form-document.ts";
import type { AgreementId, OrganisationId, ServiceId } from "../../src/kernel/id.ts";
import { json } from "../../src/platform/db/tx.ts";
import { exampleForm } from "../story/example-forms.ts";
import { exampleCatalogue } from "./catalogue.ts";
import { system, type TestDesk } from "./desk.ts";

export type Supported = {
	readonly serviceId: ServiceId;
	readonly agreementId: AgreementId;
	readonly organisationId: OrganisationId;
};

/**
 * A service of the examples with its agreement in force, written straight into the tables: for tests of what an agreement
 * drives. How it comes into force is tested by the agreements themselves.
 */
export async function supportedService(desk: TestDesk, name: "eokence" | "eprireditev"): Promise<Supported> {
	const { draft } = readForm(exampleForm(name));
	const organisationId = await desk.organisation(`Naročnik ${name}`);
	const { id: serviceId } = await desk.perform(createService, system, {
		code: name.toUpperCase(),
		name: name === "eokence" ? "eOkence" : "ePrireditev",
		organisationId,
		validFrom: "2026-01-01",
	});
	const id = randomUUID() as AgreementId;
	await desk.database.write(async (tx) => {
		const known = await tx
			.selectFrom("catalogue_version")
			.select("id")
			.where("state", "=", "inForce")
			.executeTakeFirst();
		const catalogueId = known?.id ?? randomUUID();
		if (!known) {
			await tx
				.insertInto("catalogue_version")
				.values({
					id: catalogueId,
					version: 1,
					number: 1,
					state: "inForce",
					content: json(exampleCatalogue),
					approved_at: desk.clock.now(),
					in_force_from: Temporal.PlainDate.from("2026-01-01"),
				})
				.execute();
		}
		await tx
			.insertInto("agreement")
			.values({
				id,
				version: 1,
				service_id: serviceId,
				number: 1,
				state: "active",
				terms: json(draft),
				template_revision: "v1",
				content_hash: "0".repeat(64),
				catalogue_version_id: catalogueId,
				signed_at: Temporal.PlainDate.from("2026-01-01"),
				support_start: Temporal.PlainDate.from("2026-01-01"),
				active_period: "[2026-01-01,)",
				created_at: desk.clock.now(),
			})
			.execute();
	});
	return { serviceId, agreementId: id, organisationId };
}
