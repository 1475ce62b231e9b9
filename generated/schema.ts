// Generated from the migrated database by `npm run generate`; the check fails when it is stale.
import type { Generated, GeneratedAlways } from "kysely";

export type ApiTokenTable = {
	id: string;
	person_id: string;
	name: string;
	hash: Buffer;
	created_at: Temporal.Instant;
	expires_at: Temporal.Instant;
	revoked_at: Temporal.Instant | null;
};

export type AuthAccountTable = {
	id: string;
	accountId: string;
	providerId: string;
	userId: string;
	accessToken: string | null;
	refreshToken: string | null;
	idToken: string | null;
	accessTokenExpiresAt: Temporal.Instant | null;
	refreshTokenExpiresAt: Temporal.Instant | null;
	scope: string | null;
	password: string | null;
	createdAt: Generated<Temporal.Instant>;
	updatedAt: Temporal.Instant;
};

export type AuthSessionTable = {
	id: string;
	expiresAt: Temporal.Instant;
	token: string;
	createdAt: Generated<Temporal.Instant>;
	updatedAt: Temporal.Instant;
	ipAddress: string | null;
	userAgent: string | null;
	userId: string;
};

export type AuthTwoFactorTable = {
	id: string;
	secret: string;
	backupCodes: string;
	userId: string;
	verified: boolean | null;
	failedVerificationCount: number | null;
	lockedUntil: Temporal.Instant | null;
};

export type AuthUserTable = {
	id: string;
	name: string;
	email: string;
	emailVerified: boolean;
	image: string | null;
	createdAt: Generated<Temporal.Instant>;
	updatedAt: Generated<Temporal.Instant>;
	twoFactorEnabled: boolean | null;
};

export type AuthVerificationTable = {
	id: string;
	identifier: string;
	value: string;
	expiresAt: Temporal.Instant;
	createdAt: Generated<Temporal.Instant>;
	updatedAt: Generated<Temporal.Instant>;
};

export type DeliveryTable = {
	outbox_id: string;
	attempt: number;
	at: Temporal.Instant;
	outcome: string;
	response: string;
};

export type DeskSettingTable = {
	name: string;
	value: string;
};

export type FactTable = {
	id: string;
	ordinal: GeneratedAlways<number>;
	at: Temporal.Instant;
	name: string;
	aggregate: string;
	aggregate_id: string;
	aggregate_version: number;
	actor_kind: string;
	actor_id: string | null;
	payload_version: number;
	payload: unknown;
};

export type FactPendingTable = {
	fact_id: string;
	ordinal: number;
};

export type FileTable = {
	sha256: string;
	size_bytes: number;
	bytes: Buffer;
	stored_at: Generated<Temporal.Instant>;
};

export type FollowerTable = {
	name: string;
	position: number;
};

export type IdempotencyTable = {
	actor: string;
	operation: string;
	key: string;
	input_hash: Buffer;
	answer: unknown;
	at: Temporal.Instant;
};

export type InboxTable = {
	id: string;
	channel: string;
	key: string;
	message_id: string | null;
	file: string;
	envelope_from: Generated<string>;
	envelope_to: Generated<string[]>;
	received_at: Temporal.Instant;
	state: Generated<string>;
	reason: string | null;
	attempts: Generated<number>;
	due_at: Temporal.Instant;
	settled_at: Temporal.Instant | null;
	outcome: string | null;
	version: Generated<number>;
};

export type InvitationTable = {
	hash: Buffer;
	person_id: string;
	expires_at: Temporal.Instant;
	used_at: Temporal.Instant | null;
};

export type JournalPositionTable = {
	position: number;
	fact_id: string;
	hash: Buffer;
};

export type MigrationTable = {
	name: string;
	hash: string;
	ran_at: Generated<Temporal.Instant>;
};

export type OrganisationTable = {
	id: string;
	version: number;
	name: string;
	kind: string;
	ministry: string | null;
	valid_from: Temporal.PlainDate;
	valid_until: Temporal.PlainDate | null;
};

export type OutboxTable = {
	id: string;
	message_id: string;
	purpose: string;
	about_id: string | null;
	thread: string | null;
	language: string;
	recipient: string;
	domain: string;
	subject: string;
	body_text: string;
	body_html: string | null;
	attachments: Generated<unknown>;
	reply_to: string | null;
	in_reply_to: string | null;
	automatic: boolean;
	queued_at: Temporal.Instant;
	due_at: Temporal.Instant;
	expires_at: Temporal.Instant;
	leased_until: Temporal.Instant | null;
	attempts: Generated<number>;
	state: Generated<string>;
	failure: string | null;
	settled_at: Temporal.Instant | null;
};

export type PersonTable = {
	id: string;
	version: number;
	handle: string;
	name: string;
	email: string;
	phone: string | null;
	organisation_id: string;
	language: string;
	has_account: Generated<boolean>;
	stopped_at: Temporal.Instant | null;
};

export type RoleHoldingTable = {
	id: string;
	version: number;
	person_id: string;
	role: string;
	organisation_id: string;
	service_id: string | null;
	support_set: string | null;
	valid_from: Temporal.PlainDate;
	valid_until: Temporal.PlainDate | null;
	deputy_for: string | null;
};

export type SentMailTable = {
	outbox_id: string;
	at: Temporal.Instant;
	raw: Buffer;
};

export type SuggestedLinkTable = {
	ticket_id: string;
	suggested_id: string;
	by: string;
	at: Temporal.Instant;
};

export type TicketMailTable = {
	inbox_id: string;
	ticket_id: string;
	thread: string;
	sender: string;
	message_id: string | null;
	at: Temporal.Instant;
};

export type DB = {
	api_token: ApiTokenTable;
	auth_account: AuthAccountTable;
	auth_session: AuthSessionTable;
	auth_two_factor: AuthTwoFactorTable;
	auth_user: AuthUserTable;
	auth_verification: AuthVerificationTable;
	delivery: DeliveryTable;
	desk_setting: DeskSettingTable;
	fact: FactTable;
	fact_pending: FactPendingTable;
	file: FileTable;
	follower: FollowerTable;
	idempotency: IdempotencyTable;
	inbox: InboxTable;
	invitation: InvitationTable;
	journal_position: JournalPositionTable;
	migration: MigrationTable;
	organisation: OrganisationTable;
	outbox: OutboxTable;
	person: PersonTable;
	role_holding: RoleHoldingTable;
	sent_mail: SentMailTable;
	suggested_link: SuggestedLinkTable;
	ticket_mail: TicketMailTable;
};
