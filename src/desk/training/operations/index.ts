import type { Operation } from "../../../platform/operation.ts";
import attest from "./attest.ts";
import cancelSession from "./cancel-session.ts";
import confirmSession from "./confirm-session.ts";
import evaluateSession from "./evaluate-session.ts";
import holdSession from "./hold-session.ts";
import planSession from "./plan-session.ts";
import { qualification, session, sessions } from "./questions.ts";
import requestSession from "./request-session.ts";

export const operations = [
	sessions,
	session,
	qualification,
	requestSession,
	planSession,
	confirmSession,
	holdSession,
	evaluateSession,
	cancelSession,
	attest,
] as unknown as readonly Operation[];
