import { providerRoles } from "../../../kernel/actor.ts";
import type { AgreementId, PersonId, ServiceId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Context } from "../../../platform/operation.ts";
import { agreementInForce, pinnedTerms } from "../../agreements/read.ts";
import type { AgreementTerms } from "../../agreements/rules/terms.ts";
import { actorOfPerson, peopleByAddress } from "../../identity/read.ts";
import { isAtSecondLevel, type LoadedTicket } from "../../tickets/read.ts";

export type PartOne = AgreementTerms["partI"];
type Path = PartOne["escalationPaths"]["technical"];

export const termsOf = async ({ tx }: Context, agreementId: string | null): Promise<PartOne | null> =>
	agreementId === null ? null : ((await pinnedTerms(tx, agreementId as AgreementId))?.partI ?? null);

export const pathOf = (partI: PartOne, set: string | null): Path =>
	partI.escalationPaths[set === "CONTENT" ? "content" : "technical"];

/** The person whom a step of a path names by key. */
export function personOf({ client }: PartOne, key: string): { name: string; email: string } | null {
	const people = [
		client.serviceOwner,
		client.contentCustodian,
		client.technicalCustodian,
		client.director,
		...(client.contacts ?? []),
	];
	return people.find((person) => person.id === key) ?? null;
}

export const custodianOf = ({ client }: PartOne, set: SupportSet) =>
	set === "CONTENT" ? client.contentCustodian : client.technicalCustodian;

/**
 * Whether a mail from this address may speak in second level's side thread of the ticket now: whoever holds an office of
 * second level for its service and set today, and the addresses of its escalation path. A restricted ticket is open to the
 * first alone: a mailbox is no named person (§2.2).
 */
export async function writesAtSecondLevel(context: Context, ticket: LoadedTicket, sender: string): Promise<boolean> {
	const { exposure, row } = ticket;
	if (!exposure.wasHandedOver) return false;
	const { tx, today } = context;
	const people = await peopleByAddress(tx, sender);
	const actors = await Promise.all(people.map(({ id }) => actorOfPerson(tx, id as PersonId, today)));
	if (actors.some((actor) => isAtSecondLevel(actor, exposure))) return true;
	if (exposure.isRestricted) return false;
	// An address of the agreement that is known to be a person's counts while the person still works for the service.
	const isClients = actors.some(({ holdings }) =>
		holdings.some(
			({ role, serviceId }) =>
				!providerRoles.includes(role) && (serviceId === null || serviceId === exposure.serviceId),
		),
	);
	if (people.length > 0 && !isClients) return false;
	const pinned = await termsOf(context, row.agreement_id);
	const present = await agreementInForce(tx, exposure.serviceId as ServiceId, today);
	return addressesOf(pinned, present?.terms.partI ?? null, exposure.set).includes(sender);
}

/**
 * A mailbox that the pinned version names counts as long as tickets are bound by that version. People change within
 * one: those are taken from the version in force, from the pinned one only when none is.
 */
function addressesOf(pinned: PartOne | null, present: PartOne | null, set: SupportSet | null): string[] {
	const mailboxes = [pinned, present].flatMap((partI) =>
		partI === null ? [] : pathOf(partI, set).flatMap(({ kind, email }) => (kind === "person" || !email ? [] : [email])),
	);
	const named = present ?? pinned;
	if (named === null) return mailboxes;
	const persons = pathOf(named, set).flatMap(({ kind, email, target }) =>
		kind === "person" ? [email ?? personOf(named, target)?.email ?? []].flat() : [],
	);
	return [...mailboxes, ...persons, custodianOf(named, set ?? "TECHNICAL").email].map((email) => email.toLowerCase());
}
