import { Refusal } from "../../../kernel/refusal.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { holdersOf } from "../../identity/read.ts";
import { holdSession } from "../contract.ts";
import { trainingHeld } from "../facts.ts";
import { mayOrganise } from "../policy.ts";
import type { Session } from "../read.ts";
import { obstaclesTo } from "../rules/session.ts";
import { answerWith, sessionForAct, writeSession } from "../write.ts";

export default operation(holdSession)({
	load: sessionForAct,
	may: (actor, session) => [...mayOrganise(actor, session), ...obstaclesTo("hold", session)],
	async run(context, input, session) {
		const heldAt = Temporal.Instant.from(input.heldAt);
		const attended = [...new Set(input.attended)];
		await refuseAttendance(context, heldAt, attended);
		const version = await writeSession(context, session, { state: "held", held_at: heldAt });
		await writeAttendance(context, session, attended);
		const { serviceId, set } = session;
		const payload = { serviceId, set, heldAt: heldAt.toString(), attended: attended.length };
		context.record(trainingHeld.of(session.id, version, payload));
		return answerWith(context, session.id);
	},
});

/** Only advisers are trained, and only what has happened is recorded. */
async function refuseAttendance({ tx, now, today }: Context, heldAt: Temporal.Instant, attended: readonly string[]) {
	const advisers = new Set((await holdersOf(tx, "ekc_adviser", today)).map((one): string => one.personId));
	const obstacles = attended.flatMap((id, index) =>
		advisers.has(id) ? [] : [{ code: "not-an-adviser", at: `attended.${index}` }],
	);
	const isFuture = Temporal.Instant.compare(heldAt, now) > 0;
	const all = isFuture ? [{ code: "date-in-future", at: "heldAt" }, ...obstacles] : obstacles;
	if (all.length > 0) throw new Refusal("invalid", "invalid-input", { obstacles: all });
}

/** Who attended is no longer "none"; a former qualification stays as it was. */
async function writeAttendance({ tx }: Context, session: Session, attended: readonly string[]): Promise<void> {
	await tx
		.insertInto("training_attendance")
		.values(attended.map((personId) => ({ session_id: session.id, person_id: personId })))
		.execute();
	await tx
		.insertInto("adviser_qualification")
		.values(
			attended.map((personId) => ({
				service_id: session.serviceId,
				support_set: session.set,
				person_id: personId,
				state: "attended",
				session_id: session.id,
			})),
		)
		.onConflict((conflict) => conflict.columns(["service_id", "support_set", "person_id"]).doNothing())
		.execute();
}
