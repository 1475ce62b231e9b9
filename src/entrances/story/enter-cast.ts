import { createOrganisation, createPerson, grantRole } from "../../desk/identity/contract.ts";
import { createService } from "../../desk/catalogue/contract.ts";
import type { DraftTerms } from "../../desk/agreements/rules/terms.ts";
import { administrator, type CastPerson, castOf, provider } from "./cast.ts";
import { narrator, type Stage } from "./stage.ts";

/** First day of everybody's office, before anything else happens. */
const officesFrom = "2026-01-01";

/** Enters organisations, people, services and offices; the administrator comes first and enters the others. */
export async function enterCast(stage: Stage, agreements: readonly DraftTerms[]): Promise<void> {
	const { organisations, people } = castOf(agreements);
	const validFrom = stage.moved.date(officesFrom);
	for (const organisation of organisations) {
		const by = organisation === provider ? narrator : administrator.handle;
		const { id } = await stage.perform(createOrganisation, by, { ...organisation, validFrom });
		stage.organisations.set(organisation.name, id);
		if (organisation === provider) await enterAdministrator(stage, validFrom);
	}
	for (const person of people) if (person !== administrator) await enterPerson(stage, person, administrator.handle);
	for (const { agreement, partI } of agreements) {
		const organisationId = stage.organisations.get(partI?.client?.organisation ?? "");
		const code = agreement?.code ?? "";
		const service = { code, name: partI?.service?.name ?? code, organisationId: organisationId ?? "", validFrom };
		const { id } = await stage.perform(createService, administrator.handle, service);
		stage.services.set(code, id);
	}
	const others = people.filter((person) => person !== administrator);
	const only = (person: CastPerson, isDeputy: boolean): CastPerson => ({
		...person,
		offices: person.offices.filter(({ deputyFor }) => (deputyFor !== null) === isDeputy),
	});
	// A deputy stands beside a holder, who comes first.
	for (const person of others) await grantOffices(stage, only(person, false), validFrom, administrator.handle);
	for (const person of others) await grantOffices(stage, only(person, true), validFrom, administrator.handle);
}

async function enterAdministrator(stage: Stage, validFrom: string): Promise<void> {
	await enterPerson(stage, administrator, narrator);
	await grantOffices(stage, administrator, validFrom, narrator);
}

async function enterPerson(stage: Stage, person: CastPerson, by: string | typeof narrator): Promise<void> {
	const { handle, name, email, phone } = person;
	const organisationId = stage.organisations.get(person.organisation) ?? "";
	const { id } = await stage.perform(createPerson, by, { handle, name, email, phone, organisationId });
	stage.people.set(handle, id);
}

async function grantOffices(
	stage: Stage,
	person: CastPerson,
	validFrom: string,
	by: string | typeof narrator,
): Promise<void> {
	for (const { role, service, set, deputyFor } of person.offices) {
		await stage.perform(grantRole, by, {
			personId: stage.people.get(person.handle) ?? "",
			role,
			organisationId: stage.organisations.get(person.organisation) ?? "",
			serviceId: service === null ? null : (stage.services.get(service) ?? null),
			set,
			validFrom,
			deputyFor: deputyFor === null ? null : (stage.people.get(deputyFor) ?? null),
		});
	}
}
