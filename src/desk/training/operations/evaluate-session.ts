import { sql } from "kysely";
import { Refusal } from "../../../kernel/refusal.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { evaluateSession } from "../contract.ts";
import { trainingEvaluated } from "../facts.ts";
import { mayJudge } from "../policy.ts";
import type { Session } from "../read.ts";
import { obstaclesTo } from "../rules/session.ts";
import { answerWith, sessionForAct, writeSession } from "../write.ts";

export default operation(evaluateSession)({
	load: sessionForAct,
	may: (actor, session) => [...mayJudge(actor, session), ...obstaclesTo("evaluate", session)],
	async run(context, input, session) {
		const qualified = [...new Set(input.qualified)];
		await refuseAbsent(context, session, qualified);
		const version = await writeSession(context, session, { state: "evaluated" });
		await writeJudgement(context, session, qualified);
		const { serviceId, set } = session;
		context.record(trainingEvaluated.of(session.id, version, { serviceId, set, qualified }));
		return answerWith(context, session.id);
	},
});

async function refuseAbsent({ tx }: Context, session: Session, qualified: readonly string[]): Promise<void> {
	const rows = await tx
		.selectFrom("training_attendance")
		.select("person_id")
		.where("session_id", "=", session.id)
		.execute();
	const attended = new Set(rows.map((row) => row.person_id));
	const obstacles = qualified.flatMap((id, index) =>
		attended.has(id) ? [] : [{ code: "did-not-attend", at: `qualified.${index}` }],
	);
	if (obstacles.length > 0) throw new Refusal("invalid", "invalid-input", { obstacles });
}

/** The day of the judgement counts, not of the session; whoever is qualified already stays so from the earlier day. */
async function writeJudgement({ tx, today }: Context, session: Session, qualified: readonly string[]): Promise<void> {
	const chosen = sql<boolean>`person_id = any(${[...qualified]}::uuid[])`;
	await tx.updateTable("training_attendance").set({ qualified: chosen }).where("session_id", "=", session.id).execute();
	await tx
		.updateTable("adviser_qualification")
		.set({ state: "qualified", qualified_on: today, session_id: session.id })
		.where("service_id", "=", session.serviceId)
		.where("support_set", "=", session.set)
		.where("state", "<>", "qualified")
		.where(chosen)
		.execute();
}
