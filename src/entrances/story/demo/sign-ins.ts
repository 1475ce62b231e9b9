import type { Desk } from "../../perform.ts";
import giveAccount from "../give-account.ts";
import { narrator, type Stage } from "../stage.ts";

/** One password for everybody in the demo; it opens nothing else, because the demo is loaded into an empty desk only. */
const demoPassword = "dogovor za zgled";

/** Who signs in to see what: one of each place. */
const demoSignIns = [
	{ handle: "maja.izmisljar", office: "svetovalka EKC" },
	{ handle: "klemen.poskusni", office: "tehnični vodja EKC" },
	{ handle: "lea.sraj", office: "vodja EKC" },
	{ handle: "ana.vzorcnik", office: "lastnica storitve eOkence" },
	{ handle: "cvetka.domisljan", office: "skrbnica eOkence za tehnični del" },
	{ handle: "anze.izmisljeni", office: "2. nivo eOkence, tehnični sklop" },
	{ handle: "sara.sistemska", office: "skrbnica sistema" },
] as const;

export async function giveAccounts(stage: Stage): Promise<void> {
	for (const { handle } of demoSignIns) {
		await stage.performOperation(giveAccount, narrator, { id: stage.people.get(handle), password: demoPassword });
	}
}

/** Lines that say how to sign in; none in a desk that did not load the demo. */
export async function signInLines({ database }: Pick<Desk, "database">): Promise<string[]> {
	const rows = await database.read((tx) =>
		tx
			.selectFrom("person")
			.select(["handle", "email"])
			.where("has_account", "=", true)
			.where(
				"handle",
				"in",
				demoSignIns.map(({ handle }) => handle),
			)
			.execute(),
	);
	const addresses = new Map(rows.map(({ handle, email }) => [handle, email]));
	const known = demoSignIns.filter(({ handle }) => addresses.has(handle));
	if (known.length < demoSignIns.length) return [];
	const widest = Math.max(...[...addresses.values()].map((email) => email.length));
	return [
		`Demo sign-ins, all with the password "${demoPassword}":`,
		...known.map(({ handle, office }) => `  ${(addresses.get(handle) ?? "").padEnd(widest)}  ${office}`),
	];
}
