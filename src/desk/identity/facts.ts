import { factKind } from "../../kernel/fact.ts";

export const organisationEntered = factKind<{ kind: string }>()("organisation-entered", "organisation");
export const organisationChanged = factKind<{ validFrom: string; validUntil: string | null }>()(
	"organisation-changed",
	"organisation",
);
export const personEntered = factKind<{ organisationId: string }>()("person-entered", "person");
export const personChanged = factKind<{ organisationId: string }>()("person-changed", "person");
export const personStopped = factKind<Record<never, never>>()("person-stopped", "person");
export const personInvited = factKind<{ expiresAt: string }>()("person-invited", "person");
export const passwordSet = factKind<{ by: "invitation" | "set-up" | "demo" }>()("password-set", "person");
export const roleGranted = factKind<{
	personId: string;
	role: string;
	serviceId: string | null;
	set: string | null;
	validFrom: string;
	validUntil: string | null;
	deputyFor: string | null;
}>()("role-granted", "holding");
export const roleEnded = factKind<{ personId: string; role: string; validUntil: string }>()("role-ended", "holding");
export const tokenCreated = factKind<{ personId: string; expiresAt: string }>()("token-created", "token");
export const tokenRevoked = factKind<{ personId: string }>()("token-revoked", "token");
