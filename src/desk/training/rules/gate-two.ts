import type { PersonId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";

/** What training knows of one set of one service; the oldest first. */
export type SetTraining = {
	readonly sessions: readonly Temporal.PlainDate[];
	readonly qualified: readonly { readonly personId: PersonId; readonly since: Temporal.PlainDate }[];
	readonly attestedOn: Temporal.PlainDate | null;
	readonly attestedBy: PersonId | null;
};
export type GateTwo = Readonly<Record<SupportSet, SetTraining>>;
