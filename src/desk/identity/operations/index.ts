import type { Operation } from "../../../platform/operation.ts";
import acceptInvitation from "./accept-invitation.ts";
import changeOrganisation from "./change-organisation.ts";
import changePerson from "./change-person.ts";
import createOrganisation from "./create-organisation.ts";
import createPerson from "./create-person.ts";
import createToken from "./create-token.ts";
import endRole from "./end-role.ts";
import grantRole from "./grant-role.ts";
import invite from "./invite.ts";
import { holdings, me, organisations, people, setUpState, tokens } from "./questions.ts";
import revokeToken from "./revoke-token.ts";
import setUp from "./set-up.ts";
import stopPerson from "./stop-person.ts";

export const operations = [
	me,
	organisations,
	createOrganisation,
	changeOrganisation,
	people,
	createPerson,
	changePerson,
	stopPerson,
	holdings,
	grantRole,
	endRole,
	invite,
	acceptInvitation,
	tokens,
	createToken,
	revokeToken,
	setUpState,
	setUp,
] as unknown as readonly Operation[];
