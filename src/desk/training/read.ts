import { sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId, ServiceId } from "../../kernel/id.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { SupportSet } from "../../kernel/values.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import { holdersOf, substitutionsOf } from "../identity/read.ts";
import type { Substitution } from "../identity/rules/substitution.ts";
import type { AttendanceRow, QualificationView, SessionView, SetQualification } from "./contract.ts";
import {
	leadOf,
	mayAttest,
	mayJudge,
	mayOrganise,
	mayRequestAny,
	namesSeen,
	seesQualifications,
	trainingScope,
	trainingVisible,
} from "./policy.ts";
import type { GateTwo, SetTraining } from "./rules/gate-two.ts";
import { obstaclesTo, obstaclesToAttest, type QualificationState, type SessionState } from "./rules/session.ts";

export const sessionRows = (tx: Tx) =>
	tx
		.selectFrom("training_session")
		.innerJoin("service", "service.id", "training_session.service_id")
		.leftJoin("person as confirming", "confirming.id", "training_session.confirmed_by")
		.selectAll("training_session")
		.select(["service.name as service_name", "confirming.name as confirmed_by_name"]);
type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>["executeTakeFirstOrThrow"]>>;
export type Session = SessionRow & {
	readonly serviceId: ServiceId;
	readonly set: SupportSet;
	readonly state: SessionState;
	readonly isConfirmed: boolean;
};

export const asSession = (row: SessionRow): Session => ({
	...row,
	serviceId: row.service_id as ServiceId,
	set: row.support_set as SupportSet,
	state: row.state as SessionState,
	isConfirmed: row.confirmed_by !== null,
});

/** A session in the actor's scope; `not-found` otherwise. */
export async function sessionInScope(tx: Tx, actor: Actor, id: string): Promise<Session> {
	const row = await sessionRows(tx).where("training_session.id", "=", id).executeTakeFirst();
	if (!row || !trainingVisible(trainingScope(actor), row.service_id)) throw notFound("training-session");
	return asSession(row);
}

/** A service whose training the actor may see; `not-found` otherwise. */
export async function serviceForTraining(
	tx: Tx,
	actor: Actor,
	id: ServiceId,
): Promise<{ id: ServiceId; name: string }> {
	const row = await tx.selectFrom("service").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
	if (!row || !trainingVisible(trainingScope(actor), row.id)) throw notFound("service");
	return { id, name: row.name };
}

export async function sessionViews(tx: Tx, actor: Actor, sessions: readonly Session[]): Promise<SessionAnswer[]> {
	const rows = await tx
		.selectFrom("training_attendance")
		.innerJoin("person", "person.id", "training_attendance.person_id")
		.select(["session_id", "person_id", "person.name", "qualified"])
		.where("session_id", "=", sql<string>`any(${sessions.map((one) => one.id)}::uuid[])`)
		.orderBy("person.name")
		.execute();
	const attended = Map.groupBy(rows, (row) => row.session_id);
	return sessions.map((session) => sessionView(session, actor, attended.get(session.id) ?? []));
}

type SessionAnswer = z.input<typeof SessionView>;
type Attended = { person_id: string; name: string; qualified: boolean | null };

function sessionView(session: Session, actor: Actor, attended: readonly Attended[]): SessionAnswer {
	const names = namesSeen(actor, session.serviceId);
	const own = actor.kind === "person" ? actor.personId : null;
	const shown = names === "own" ? attended.filter((row) => row.person_id === own) : attended;
	const judged = seesQualifications(actor);
	return {
		id: session.id,
		version: session.version,
		serviceId: session.serviceId,
		serviceName: session.service_name,
		set: session.set,
		state: session.state,
		reason: session.reason as SessionAnswer["reason"],
		place: session.place,
		plannedFor: session.planned_for?.toString() ?? null,
		confirmedByName: session.confirmed_by_name,
		heldAt: session.held_at?.toString() ?? null,
		attendance:
			names === "none"
				? null
				: shown.map((row): z.input<typeof AttendanceRow> => ({
						personId: row.person_id,
						name: row.name,
						qualified: judged ? row.qualified : null,
					})),
		attended: attended.length,
		qualified: attended.filter((row) => row.qualified === true).length,
		can: {
			plan: [...mayOrganise(actor, session), ...obstaclesTo("plan", session)],
			confirm: [...mayJudge(actor, session), ...obstaclesTo("confirm", session)],
			hold: [...mayOrganise(actor, session), ...obstaclesTo("hold", session)],
			evaluate: [...mayJudge(actor, session), ...obstaclesTo("evaluate", session)],
			cancel: [...mayOrganise(actor, session), ...obstaclesTo("cancel", session)],
		},
	};
}

/** Qualifications that count on a day: neither due for refreshing nor expired, of people who are advisers then (SM-7, A-20). */
const validOn = (tx: Tx, serviceId: string, today: Temporal.PlainDate) =>
	tx
		.selectFrom("adviser_qualification")
		.select(["support_set", "person_id", "qualified_on"])
		.where("service_id", "=", serviceId)
		.where("state", "=", "qualified")
		.where("qualified_on", "<=", today)
		.where(sql<boolean>`exists (select from role_holding join person on person.id = role_holding.person_id
			where role_holding.person_id = adviser_qualification.person_id and role = 'ekc_adviser' and stopped_at is null
				and valid_from <= ${today} and (valid_until is null or ${today} < valid_until))`);

/** Who can support a set of a service on a day: its qualified advisers, and the lead who judges them (SM-2). */
export async function ableToSupport(
	tx: Tx,
	serviceId: ServiceId,
	set: SupportSet,
	today: Temporal.PlainDate,
): Promise<PersonId[]> {
	const qualified = await validOn(tx, serviceId, today).where("support_set", "=", set).execute();
	const leads = await holdersOf(tx, leadOf(set), today);
	return [...qualified.map((row) => row.person_id as PersonId), ...leads.map(({ personId }) => personId)];
}

/** What training knows of both sets of a service on a day, for gate 2 (STA-02, A-20). */
export async function gateTwo(tx: Tx, serviceId: string, today: Temporal.PlainDate): Promise<GateTwo> {
	const sessions = await tx
		.selectFrom("training_session")
		.select(["support_set", "held_at"])
		.where("service_id", "=", serviceId)
		.where("state", "in", ["held", "evaluated"])
		.orderBy("held_at")
		.execute();
	const qualified = await validOn(tx, serviceId, today).orderBy("qualified_on").execute();
	const attestations = await tx
		.selectFrom("training_attestation")
		.select(["support_set", "attested_on", "attested_by"])
		.where("service_id", "=", serviceId)
		.execute();
	const of = (set: SupportSet): SetTraining => {
		const attestation = attestations.find((row) => row.support_set === set);
		return {
			sessions: sessions.flatMap((row) => (row.support_set === set && row.held_at ? [dayOf(row.held_at)] : [])),
			qualified: qualified.flatMap((row) =>
				row.support_set === set && row.qualified_on
					? [{ personId: row.person_id as PersonId, since: row.qualified_on }]
					: [],
			),
			attestedOn: attestation?.attested_on ?? null,
			attestedBy: (attestation?.attested_by as PersonId | undefined) ?? null,
		};
	};
	return { TECHNICAL: of("TECHNICAL"), CONTENT: of("CONTENT") };
}

/** Both sets of a service as the actor may see them. */
export async function qualificationView(
	{ tx, actor, today }: Context,
	{ id, name }: { id: ServiceId; name: string },
): Promise<z.input<typeof QualificationView>> {
	const training = await gateTwo(tx, id, today);
	const substitutions = await substitutionsOf(tx, actor);
	const set = (one: SupportSet) =>
		setQualification(tx, actor, { serviceId: id, set: one, today, substitutions }, training[one]);
	return {
		serviceId: id,
		serviceName: name,
		technical: await set("TECHNICAL"),
		content: await set("CONTENT"),
		can: { request: mayRequestAny(actor, id) },
	};
}

async function setQualification(
	tx: Tx,
	actor: Actor,
	of: {
		readonly serviceId: ServiceId;
		readonly set: SupportSet;
		readonly today: Temporal.PlainDate;
		readonly substitutions: readonly Substitution[];
	},
	training: SetTraining,
): Promise<z.input<typeof SetQualification>> {
	const attestation = await attestationOf(tx, of);
	const state = {
		sessions: training.sessions.length,
		qualified: training.qualified.length,
		isAttested: training.attestedOn !== null,
	};
	return {
		set: of.set,
		sessions: training.sessions.map(String),
		qualified: state.qualified,
		attestedOn: training.attestedOn?.toString() ?? null,
		attestedByName: attestation?.name ?? null,
		attestedFor: attestation?.for_name
			? {
					forName: attestation.for_name,
					from: attestation.substitution_from?.toString() ?? null,
					until: attestation.substitution_until?.toString() ?? null,
				}
			: null,
		advisers: await advisersOf(tx, actor, of),
		can: { attest: [...mayAttest(actor, of, of), ...obstaclesToAttest(state)] },
	};
}

/** Who attested a set, and as whose deputy. */
const attestationOf = (tx: Tx, { serviceId, set }: { serviceId: ServiceId; set: SupportSet }) =>
	tx
		.selectFrom("training_attestation")
		.innerJoin("person", "person.id", "training_attestation.attested_by")
		.leftJoin("person as substituted", "substituted.id", "training_attestation.deputy_for")
		.select(["person.name", "substituted.name as for_name", "substitution_from", "substitution_until"])
		.where("service_id", "=", serviceId)
		.where("support_set", "=", set)
		.executeTakeFirst();

async function advisersOf(
	tx: Tx,
	actor: Actor,
	{ serviceId, set, today }: { serviceId: ServiceId; set: SupportSet; today: Temporal.PlainDate },
) {
	const names = namesSeen(actor, serviceId);
	if (names === "none") return null;
	const known = await tx
		.selectFrom("adviser_qualification")
		.select(["person_id", "state", "qualified_on"])
		.where("service_id", "=", serviceId)
		.where("support_set", "=", set)
		.execute();
	const own = actor.kind === "person" ? actor.personId : null;
	const judged = seesQualifications(actor);
	const advisers = await holdersOf(tx, "ekc_adviser", today);
	return advisers
		.filter((adviser) => names === "all" || adviser.personId === own)
		.map((adviser) => {
			const row = known.find((one) => one.person_id === adviser.personId);
			return {
				personId: adviser.personId,
				name: adviser.name,
				state: judged ? ((row?.state ?? "none") as QualificationState) : null,
				qualifiedOn: judged ? (row?.qualified_on?.toString() ?? null) : null,
			};
		});
}
