import { operations, reactions } from "../../src/entrances/operations.ts";
import { type Desk, type Perform, performer } from "../../src/entrances/perform.ts";
import type { PersonActor, Role } from "../../src/kernel/actor.ts";
import type { OrganisationId, ServiceId } from "../../src/kernel/id.ts";
import type { SupportSet } from "../../src/kernel/values.ts";
import createOrganisation from "../../src/desk/identity/operations/create-organisation.ts";
import createPerson from "../../src/desk/identity/operations/create-person.ts";
import grantRole from "../../src/desk/identity/operations/grant-role.ts";
import { actorOfPerson } from "../../src/desk/identity/read.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { readSettings, type Settings } from "../../src/platform/config/settings.ts";
import type { Database } from "../../src/platform/db/database.ts";
import { databaseFileStore } from "../../src/platform/files/file-store.ts";
import { fixedClock, type FixedClock } from "./clock.ts";
import { openTestDatabase } from "./database.ts";

export const system = { kind: "system", name: "test" } as const;
export const publicActor = { kind: "public" } as const;

export type TestDesk = {
	readonly desk: Desk;
	readonly database: Database;
	readonly clock: FixedClock;
	readonly perform: Perform;
	/** An organisation by its name, entered on first mention. */
	organisation(name: string, kind?: "PROVIDER" | "CLIENT" | "OTHER_BODY"): Promise<OrganisationId>;
	/** A person with one office since the beginning of the year; the same handle twice adds the office to the same person. */
	cast(role: Role, more?: CastOptions): Promise<PersonActor>;
	close(): Promise<void>;
};

export type CastOptions = {
	handle?: string;
	organisation?: string;
	serviceId?: ServiceId | null;
	set?: SupportSet | null;
	deputyFor?: string;
	validFrom?: string;
	validUntil?: string;
};

const provider = "Enotni kontaktni center državne uprave";

export function testSettings(more: Record<string, string> = {}): Settings {
	const settings = readSettings({
		LOG_LEVEL: "silent",
		DEMO: "off",
		SECRET: "a secret of the tests, 32 characters",
		...more,
	});
	if (Array.isArray(settings)) throw new Error(JSON.stringify(settings));
	return settings as Settings;
}

/** A whole desk on a database of its own, with a standing clock; close it in `after`. */
export async function openTestDesk(
	options: { at?: string; settings?: Record<string, string> } = {},
): Promise<TestDesk> {
	const database = await openTestDatabase();
	const clock = fixedClock(options.at ?? "2026-03-10T09:00+01:00");
	const desk: Desk = {
		database,
		clock,
		settings: testSettings(options.settings),
		store: databaseFileStore,
		reactions,
		committed: () => {},
	};
	const perform = performer(desk);
	const organisations = new Map<string, OrganisationId>();
	const people = new Map<string, PersonActor["personId"]>();
	const granted = new Set<string>();

	const organisation: TestDesk["organisation"] = async (name, kind = name === provider ? "PROVIDER" : "CLIENT") => {
		const known = organisations.get(name);
		if (known) return known;
		const made = await perform(createOrganisation, system, { name, kind, validFrom: "2020-01-01" });
		organisations.set(name, made.id);
		return made.id;
	};

	const person = async (handle: string, organisationId: OrganisationId) => {
		const known = people.get(handle);
		if (known) return known;
		const made = await perform(createPerson, system, {
			handle,
			name: `Oseba ${handle}`,
			email: `${handle}@example.si`,
			organisationId,
		});
		people.set(handle, made.id);
		return made.id;
	};

	return {
		desk,
		database,
		clock,
		perform,
		organisation,
		async cast(role, more = {}) {
			const organisationId = await organisation(
				more.organisation ??
					(role.startsWith("ekc") || role === "auditor" || role === "platform_admin" ? provider : "Naročnik"),
			);
			const personId = await person(more.handle ?? role.replaceAll("_", "-"), organisationId);
			const office = {
				personId,
				role,
				organisationId,
				serviceId: more.serviceId ?? null,
				set: more.set ?? null,
				validFrom: more.validFrom ?? "2026-01-01",
				validUntil: more.validUntil ?? null,
				deputyFor: more.deputyFor ? people.get(more.deputyFor) : null,
			};
			const key = JSON.stringify(office);
			if (!granted.has(key)) await perform(grantRole, system, office);
			granted.add(key);
			return database.read((tx) => actorOfPerson(tx, personId, dayOf(clock.now())));
		},
		close: () => database.close(),
	};
}

export { operations };
