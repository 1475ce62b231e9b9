import type { PresenceView } from "../../../desk/tickets/contract.ts";
import type { Speech } from "../../text/speech.ts";
import { shortName } from "../queue/row.view.ts";

type Doing = PresenceView["doing"];

/** What the reader of a ticket does, as far as colleagues need to know it. */
export const doingOf = (screen: { readonly isHidden: boolean; readonly isInField: boolean }): Doing =>
	screen.isHidden ? "AWAY" : screen.isInField ? "EDITING" : "VIEWING";

const order: readonly Doing[] = ["EDITING", "VIEWING", "AWAY"];

/** Who is there, whoever writes first: `K. Poskusni piše`. */
export const presenceLines = (
	present: readonly PresenceView[],
	say: Speech,
): { readonly key: string; readonly doing: Doing; readonly text: string }[] =>
	present
		.toSorted((a, b) => order.indexOf(a.doing) - order.indexOf(b.doing))
		.map(({ personId, name, doing }) => ({
			key: personId,
			doing,
			text: say.t(`ticket.presence-${doing}`, { name: shortName(name) }),
		}));
