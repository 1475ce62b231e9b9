import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { Id, PersonId, ServiceId } from "../../kernel/id.ts";
import { Obstacles } from "../../kernel/obstacles.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Line, PlainDateText, SupportSet, Version } from "../../kernel/values.ts";
import { qualificationStates, sessionReasons, sessionStates } from "./rules/session.ts";

export const SessionId = Id("training-session");
export type SessionId = z.infer<typeof SessionId>;

export const AttendanceRow = z.strictObject({
	personId: PersonId,
	name: z.string(),
	/** Null until the lead has judged. */
	qualified: z.boolean().nullable(),
});

export const SessionView = z.strictObject({
	id: SessionId,
	version: Version,
	serviceId: ServiceId,
	serviceName: z.string(),
	set: SupportSet,
	state: z.enum(sessionStates),
	reason: z.enum(sessionReasons),
	place: z.string().nullable(),
	plannedFor: InstantText.nullable(),
	confirmedByName: z.string().nullable(),
	heldAt: InstantText.nullable(),
	/** Null where the actor may only know how many (§2.2: count only). */
	attendance: z.array(AttendanceRow).nullable(),
	attended: z.number().int(),
	qualified: z.number().int(),
	can: z.strictObject({
		plan: Obstacles,
		confirm: Obstacles,
		hold: Obstacles,
		evaluate: Obstacles,
		cancel: Obstacles,
	}),
});

/** Gate 2 of one set as training knows it; the minimum stands in the agreement. */
export const SetQualification = z.strictObject({
	set: SupportSet,
	/** Days of the sessions held. */
	sessions: z.array(PlainDateText),
	qualified: z.number().int(),
	attestedOn: PlainDateText.nullable(),
	attestedByName: z.string().nullable(),
	/** Whose deputy attested, and when the substitution was to last as recorded then; null = the lead. */
	attestedFor: z
		.strictObject({ forName: z.string(), from: PlainDateText.nullable(), until: PlainDateText.nullable() })
		.nullable(),
	/** Null where the actor may only know how many (§2.2: count only). */
	advisers: z
		.array(
			z.strictObject({
				personId: PersonId,
				name: z.string(),
				/** Null where the actor may know only who there is, to say who attended. */
				state: z.enum(qualificationStates).nullable(),
				qualifiedOn: PlainDateText.nullable(),
			}),
		)
		.nullable(),
	can: z.strictObject({ attest: Obstacles }),
});

export const QualificationView = z.strictObject({
	serviceId: ServiceId,
	serviceName: z.string(),
	technical: SetQualification,
	content: SetQualification,
	can: z.strictObject({ request: Obstacles }),
});

export const sessions = question({
	name: "training.sessions",
	summary: "Training sessions in the actor's scope, the newest first",
	input: z.strictObject({ ...pageInput, serviceId: ServiceId.optional() }),
	output: pageOf(SessionView),
	doors: { http: "GET /training/sessions", cli: true },
});
export const session = question({
	name: "training.session",
	summary: "One training session",
	input: z.strictObject({ id: SessionId }),
	output: SessionView,
	doors: { http: "GET /training/sessions/{id}", cli: true },
});
export const qualification = question({
	name: "training.qualification",
	summary: "Who is qualified to support a service, by set, and what the leads attested",
	input: z.strictObject({ serviceId: ServiceId }),
	output: QualificationView,
	doors: { http: "GET /services/{serviceId}/qualification", cli: true },
});

export const requestSession = act({
	name: "training.request",
	summary: "Ask for a training session on a service",
	input: z.strictObject({ serviceId: ServiceId, set: SupportSet, reason: z.enum(sessionReasons) }),
	output: SessionView,
	doors: { http: "POST /training/sessions", cli: true },
});
export const planSession = act({
	name: "training.plan",
	summary: "Set the time and place of a session; a lead's own setting needs no further confirmation",
	input: z.strictObject({ id: SessionId, version: Version, plannedFor: InstantText, place: Line(1, 200) }),
	output: SessionView,
	doors: { http: "POST /training/sessions/{id}/plan", cli: true },
});
export const confirmSession = act({
	name: "training.confirm",
	summary: "Confirm the time the client proposed",
	input: z.strictObject({ id: SessionId, version: Version }),
	output: SessionView,
	doors: { http: "POST /training/sessions/{id}/confirmation", cli: true },
});
export const holdSession = act({
	name: "training.hold",
	summary: "Record that a session was held and which advisers attended",
	input: z.strictObject({
		id: SessionId,
		version: Version,
		heldAt: InstantText,
		attended: z.array(PersonId).min(1).max(200),
	}),
	output: SessionView,
	doors: { http: "POST /training/sessions/{id}/attendance", cli: true },
});
export const evaluateSession = act({
	name: "training.evaluate",
	summary: "Judge which of those who attended are qualified",
	input: z.strictObject({ id: SessionId, version: Version, qualified: z.array(PersonId).max(200) }),
	output: SessionView,
	doors: { http: "POST /training/sessions/{id}/evaluation", cli: true },
});
export const cancelSession = act({
	name: "training.cancel",
	summary: "Cancel a session that was not held",
	input: z.strictObject({ id: SessionId, version: Version }),
	output: SessionView,
	doors: { http: "POST /training/sessions/{id}/cancellation", cli: true },
});
export const attest = act({
	name: "training.attest",
	summary: "Attest that advisers can give the agreed information about a service, for one's own set",
	input: z.strictObject({ serviceId: ServiceId, set: SupportSet }),
	output: QualificationView,
	doors: { http: "POST /services/{serviceId}/attestation", cli: true },
});
