import { z } from "zod";

/** How a contact came in (STA-05, A-31). */
export const Channel = z.enum(["PHONE", "EMAIL", "WEB_FORM"]);
export type Channel = z.infer<typeof Channel>;

/** What a ticket is about (glossary 28–33a); the adviser says it at triage. */
export const TicketType = z.enum([
	"QUESTION",
	"USAGE_HELP",
	"INCIDENT",
	"COMPLAINT",
	"PRAISE",
	"SECURITY_INCIDENT",
	"SECURITY_REPORT",
	"OUT_OF_SCOPE",
]);
export type TicketType = z.infer<typeof TicketType>;

/** What the trouble does to the user's business process: the one internal scale behind both sets of labels. */
export const Effect = z.enum(["BLOCKED", "IMPEDED", "REDUCED"]);
export type Effect = z.infer<typeof Effect>;

/** The label that the agreement's scheme gives an effect: `P1`–`P3` in days, severity in the matrix. */
export const PriorityCode = z.enum(["P1", "P2", "P3", "CRITICAL", "MAJOR", "MINOR"]);
export type PriorityCode = z.infer<typeof PriorityCode>;

/** What a lead should see beside a priority (A-05, A-43; security types). */
export const PriorityFlag = z.enum([
	"security",
	"personal_data_breach_suspected",
	"mixed_cell_solo_not_sole_channel",
	"mixed_cell_with_others_sole_channel",
	"user_deadline_before_sla",
]);
export type PriorityFlag = z.infer<typeof PriorityFlag>;

/** Which of the matrix's two tables holds (PRI-08, PRI-16). */
export const MatrixTable = z.enum(["solo", "withOthers"]);
export type MatrixTable = z.infer<typeof MatrixTable>;

/** Who asks (SVC-10, A-10). */
export const UserGroup = z.enum(["citizen", "company", "sole_trader", "other"]);
export type UserGroup = z.infer<typeof UserGroup>;

/** States of SM-2 (requirements §2.3). */
export const TicketState = z.enum([
	"received",
	"triaged",
	"inProgressL1",
	"escalatedL2",
	"acknowledgedL2",
	"inProgressL2",
	"waitingUser",
	"waitingOtherBody",
	"solved",
	"answered",
	"closed",
	"redirected",
	"linked",
	"spam",
]);
export type TicketState = z.infer<typeof TicketState>;

/** Who a message is for; the adviser's note is `INTERNAL`, the side thread with second level `SECOND_LEVEL`. */
export const Audience = z.enum(["USER", "SECOND_LEVEL", "INTERNAL"]);
export type Audience = z.infer<typeof Audience>;

/** `IN` came from outside the contact centre, `OUT` left it, `NOTE` stayed. */
export const Direction = z.enum(["IN", "OUT", "NOTE"]);
export type Direction = z.infer<typeof Direction>;

/** What a message does beyond saying something. */
export const MessageKind = z.enum([
	"REQUEST",
	"REPLY",
	"NOTE",
	"QUESTION_TO_USER",
	"INTERIM_REPLY",
	"ANSWER",
	"REDIRECT",
	"HAND_OVER",
	"RETURN",
	"SOLUTION",
	"PROPOSED_ANSWER",
	"PROPOSED_QUESTION",
	"TO_OTHER_BODY",
	"FROM_OTHER_BODY",
	"REOPENING",
]);
export type MessageKind = z.infer<typeof MessageKind>;

/** What a word to the user is sent as: the act that it becomes. */
export const SendKind = z.enum(["answer", "askUser", "interimReply"]);
export type SendKind = z.infer<typeof SendKind>;

/** Why second level gives a ticket back (SM-2: "reason from list"). */
export const ReturnReason = z.enum([
	"WRONG_SET",
	"WRONG_SERVICE",
	"MORE_DATA_NEEDED",
	"FIRST_LEVEL_CAN_SOLVE",
	"NOT_OUR_COMPETENCE",
]);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** `CHILD` follows the parent's clocks and closes with it; `FOLLOW_UP` continues a closed one; `RELATED` only points. */
export const LinkKind = z.enum(["CHILD", "FOLLOW_UP", "RELATED"]);
export type LinkKind = z.infer<typeof LinkKind>;

/** Why a ticket was closed. */
export const CloseReason = z.enum(["CONFIRMED", "SILENCE_AFTER_ANSWER", "NO_ANSWER_FROM_USER", "WITH_PARENT"]);
export type CloseReason = z.infer<typeof CloseReason>;

/** Kinds of personal data that are recognised in text and masked (IMP-09). */
export const PersonalDataKind = z.enum(["EMSO", "TAX_NUMBER", "PHONE", "EMAIL"]);
export type PersonalDataKind = z.infer<typeof PersonalDataKind>;
