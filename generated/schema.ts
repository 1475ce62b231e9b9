// Generated from the migrated database by `npm run generate`; the check fails when it is stale.
import type { Generated, GeneratedAlways } from "kysely";

export type AdviserQualificationTable = {
	service_id: string;
	support_set: string;
	person_id: string;
	state: string;
	qualified_on: Temporal.PlainDate | null;
	session_id: string;
};

export type AgreementTable = {
	id: string;
	version: number;
	service_id: string;
	number: number;
	state: string;
	terms: unknown;
	template_revision: string;
	content_hash: string | null;
	catalogue_version_id: string | null;
	signed_at: Temporal.PlainDate | null;
	support_start: Temporal.PlainDate | null;
	support_end: Temporal.PlainDate | null;
	active_period: string | null;
	gate_two: unknown;
	supersedes: string | null;
	superseded_by: string | null;
	published_on: Temporal.PlainDate | null;
	publication_urls: Generated<string[]>;
	created_at: Temporal.Instant;
};

export type AgreementApprovalTable = {
	agreement_id: string;
	party: string;
	person_id: string;
	at: Temporal.Instant;
	deputy_for: string | null;
	substitution_from: Temporal.PlainDate | null;
	substitution_until: Temporal.PlainDate | null;
};

export type AgreementCommentTable = {
	id: string;
	agreement_id: string;
	person_id: string;
	at: Temporal.Instant;
	text: string;
};

export type AgreementSignatureTable = {
	agreement_id: string;
	party: string;
	person_id: string;
	deputy_for: string | null;
	place: string;
	date: Temporal.PlainDate;
	document_number: string;
	method: string;
	content_hash: string;
	file: string | null;
	placed_at: Temporal.Instant;
	substitution_from: Temporal.PlainDate | null;
	substitution_until: Temporal.PlainDate | null;
};

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

export type CannedReplyTable = {
	id: string;
	version: number;
	name: string;
	service_id: string | null;
	support_set: string | null;
	body_sl: string;
	body_en: string | null;
	is_offered: boolean;
};

export type CatalogueVersionTable = {
	id: string;
	version: number;
	number: number;
	state: string;
	content: unknown;
	approved_at: Temporal.Instant | null;
	approved_by: string | null;
	in_force_from: Temporal.PlainDate | null;
};

export type ClockTable = {
	id: string;
	version: number;
	ticket_id: string;
	kind: string;
	round: number;
	agreement_id: string | null;
	catalogue_version_id: string | null;
	hours: string;
	clause: unknown;
	allowance: unknown;
	warning_share: number;
	started_at: Temporal.Instant;
	announced_on: Temporal.PlainDate | null;
	state: string;
	due_at: Temporal.Instant | null;
	due_on: Temporal.PlainDate | null;
	warn_at: Temporal.Instant | null;
	amount_left: number | null;
	ended_at: Temporal.Instant | null;
	warned_at: Temporal.Instant | null;
	breached_at: Temporal.Instant | null;
	settled_reason: string | null;
	next_at: Temporal.Instant | null;
};

export type ClockHandOverTable = {
	ticket_id: string;
	hand_over: number;
	agreement_id: string;
	support_set: string;
	matrix_table: string | null;
	priority: string | null;
	handed_over_at: Temporal.Instant;
	ended_at: Temporal.Instant | null;
	target_order: number;
	target_since: Temporal.Instant;
	after_user_deadline: boolean;
	moves_at: Temporal.Instant | null;
};

export type ClockVerdictTable = {
	clock_id: string;
	verdict: string;
	ticket_id: string;
	kind: string;
	round: number;
	agreement_id: string | null;
	hours: string;
	clause: unknown;
	allowance: unknown;
	started_at: Temporal.Instant;
	due_at: Temporal.Instant;
	at: Temporal.Instant;
};

export type DatedHoursTable = {
	service_id: string | null;
	support_set: string | null;
	day: Temporal.PlainDate;
	windows: string[];
	reason: string;
	version: number;
	recorded_at: Temporal.Instant;
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

export type EditionTable = {
	name: string;
	value: Generated<string>;
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

export type PresenceTable = {
	place: string;
	person_id: string;
	circle: string;
	doing: string;
	until: Temporal.Instant;
};

export type QueueArrangementTable = {
	person_id: string;
	version: number;
	columns: string[];
	density: string;
};

export type QueueRowTable = {
	ticket_id: string;
	number: number;
	subject: string;
	state: string;
	is_open: boolean;
	channel: string;
	type: string | null;
	service_id: string | null;
	support_set: string | null;
	owner_id: string | null;
	restricted: boolean;
	handed_over: boolean;
	is_answered: boolean;
	priority: string | null;
	priority_rank: number | null;
	is_overridden: boolean;
	flags: string[];
	user_deadline: Temporal.PlainDate | null;
	received_at: Temporal.Instant;
	changed_at: Temporal.Instant;
	clock_id: string | null;
	due_kind: string | null;
	due_state: string | null;
	due_at: Temporal.Instant | null;
	warn_at: Temporal.Instant | null;
	is_breached: Generated<boolean>;
	sort_at: Temporal.Instant;
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

export type ServiceTable = {
	id: string;
	version: number;
	code: string;
	name: string;
	organisation_id: string;
	valid_from: Temporal.PlainDate;
	valid_until: Temporal.PlainDate | null;
};

export type SuggestedLinkTable = {
	ticket_id: string;
	suggested_id: string;
	by: string;
	at: Temporal.Instant;
};

export type TicketTable = {
	id: string;
	number: Generated<number>;
	version: number;
	state: string;
	resume_state: string | null;
	channel: string;
	language: string;
	user_group: string;
	subject: string;
	search: string;
	received_at: Temporal.Instant;
	type: string | null;
	service_id: string | null;
	agreement_id: string | null;
	support_set: string | null;
	category: string | null;
	category_label: string | null;
	effect: string | null;
	sole_channel: boolean | null;
	sole_channel_reason: string | null;
	requires_other_bodies: boolean | null;
	user_deadline: Temporal.PlainDate | null;
	breach_suspected: Generated<boolean>;
	priority: string | null;
	priority_rank: number | null;
	matrix_table: string | null;
	flags: Generated<string[]>;
	priority_computed: string | null;
	priority_reason: string | null;
	priority_by: string | null;
	competent_body: string | null;
	owner_id: string | null;
	restricted: Generated<boolean>;
	target_order: number | null;
	external_reference: string | null;
	hand_overs: Generated<number>;
	returns: Generated<number>;
	reopenings: Generated<number>;
	silent_since: Temporal.Instant | null;
	reminded: Generated<number>;
	silence_check_at: Temporal.Instant | null;
	interim_expected_on: Temporal.PlainDate | null;
	solved_level: number | null;
	answered_at: Temporal.Instant | null;
	closed_at: Temporal.Instant | null;
	close_reason: string | null;
	reopenable_until: Temporal.Instant | null;
	handed_over_since: Temporal.Instant | null;
};

export type TicketAttachmentTable = {
	ticket_id: string;
	id: string;
	message_id: string;
	file_id: string;
	name: string;
	content_type: string;
};

export type TicketDraftTable = {
	ticket_id: string;
	person_id: string;
	audience: string;
	version: number;
	body: string;
	saved_at: Temporal.Instant;
	send_kind: string | null;
	expected_on: Temporal.PlainDate | null;
	send_at: Temporal.Instant | null;
	held_back: string | null;
};

export type TicketLinkTable = {
	ticket_id: string;
	to_id: string;
	kind: string;
};

export type TicketMessageTable = {
	ticket_id: string;
	id: string;
	ordinal: GeneratedAlways<number>;
	at: Temporal.Instant;
	kind: string;
	audience: string;
	direction: string;
	channel: string | null;
	author_id: string | null;
	author_name: string | null;
	body: string;
	html: string | null;
	quoted_from: number | null;
	message_id: string | null;
	automatic: Generated<boolean>;
	original: string | null;
};

export type TicketNamedPersonTable = {
	ticket_id: string;
	person_id: string;
};

export type TicketOtherBodyTable = {
	ticket_id: string;
	id: string;
	name: string;
	asked_at: Temporal.Instant | null;
	answered_at: Temporal.Instant | null;
};

export type TicketPauseTable = {
	ticket_id: string;
	since: Temporal.Instant;
	until: Temporal.Instant | null;
};

export type TicketReporterTable = {
	ticket_id: string;
	name: string | null;
	email: string | null;
	phone: string | null;
};

export type TrainingAttendanceTable = {
	session_id: string;
	person_id: string;
	qualified: boolean | null;
};

export type TrainingAttestationTable = {
	id: string;
	version: number;
	service_id: string;
	support_set: string;
	attested_on: Temporal.PlainDate;
	attested_by: string;
	deputy_for: string | null;
	substitution_from: Temporal.PlainDate | null;
	substitution_until: Temporal.PlainDate | null;
};

export type TrainingSessionTable = {
	id: string;
	version: number;
	service_id: string;
	support_set: string;
	state: string;
	reason: string;
	place: string | null;
	planned_for: Temporal.Instant | null;
	confirmed_by: string | null;
	held_at: Temporal.Instant | null;
	requested_at: Temporal.Instant;
};

export type WorkFreeDayTable = {
	region: string;
	day: Temporal.PlainDate;
	name: string;
	recorded_at: Temporal.Instant | null;
};

export type DB = {
	adviser_qualification: AdviserQualificationTable;
	agreement: AgreementTable;
	agreement_approval: AgreementApprovalTable;
	agreement_comment: AgreementCommentTable;
	agreement_signature: AgreementSignatureTable;
	api_token: ApiTokenTable;
	auth_account: AuthAccountTable;
	auth_session: AuthSessionTable;
	auth_two_factor: AuthTwoFactorTable;
	auth_user: AuthUserTable;
	auth_verification: AuthVerificationTable;
	canned_reply: CannedReplyTable;
	catalogue_version: CatalogueVersionTable;
	clock: ClockTable;
	clock_hand_over: ClockHandOverTable;
	clock_verdict: ClockVerdictTable;
	dated_hours: DatedHoursTable;
	delivery: DeliveryTable;
	desk_setting: DeskSettingTable;
	edition: EditionTable;
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
	presence: PresenceTable;
	queue_arrangement: QueueArrangementTable;
	queue_row: QueueRowTable;
	role_holding: RoleHoldingTable;
	sent_mail: SentMailTable;
	service: ServiceTable;
	suggested_link: SuggestedLinkTable;
	ticket: TicketTable;
	ticket_attachment: TicketAttachmentTable;
	ticket_draft: TicketDraftTable;
	ticket_link: TicketLinkTable;
	ticket_message: TicketMessageTable;
	ticket_named_person: TicketNamedPersonTable;
	ticket_other_body: TicketOtherBodyTable;
	ticket_pause: TicketPauseTable;
	ticket_reporter: TicketReporterTable;
	training_attendance: TrainingAttendanceTable;
	training_attestation: TrainingAttestationTable;
	training_session: TrainingSessionTable;
	work_free_day: WorkFreeDayTable;
};
