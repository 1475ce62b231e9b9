import { useQuery } from "@tanstack/react-query";
import { IconEye, IconMoonStars, IconPencil } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import type { PresenceView } from "../../../desk/tickets/contract.ts";
import { reach } from "../../api/client.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./presence.module.css";
import { doingOf, presenceLines } from "./presence.view.ts";

const beatMs = 10_000;
/** Beats of a hidden window; after them, three minutes, its reader is no longer here. */
const beatsAway = 18;

const events = ["focusin", "focusout", "visibilitychange"];
const follow = (onChange: () => void): (() => void) => {
	for (const event of events) document.addEventListener(event, onChange);
	return () => {
		for (const event of events) document.removeEventListener(event, onChange);
	};
};
const field = "main textarea, main input:not([type=checkbox]):not([type=radio])";
const doingNow = () =>
	doingOf({ isHidden: document.hidden, isInField: document.activeElement?.matches(field) === true });

/** Says that one is here and what one does, and learns who else is; a failed beat is one that nobody heard. */
const useBeat = (ticketId: string): readonly PresenceView[] => {
	const doing = useSyncExternalStore(follow, doingNow);
	const { data } = useQuery({
		queryKey: ["presence", ticketId, doing],
		queryFn: async ({ signal }) => {
			const headers = { "content-type": "application/json" };
			const request = { method: "POST", headers, body: JSON.stringify({ doing }), signal };
			return ((await reach(`/api/v1/tickets/${ticketId}/presence`, request)) as { rows: PresenceView[] }).rows;
		},
		staleTime: 0,
		gcTime: 0,
		refetchIntervalInBackground: true,
		refetchInterval: ({ state }) => (doing === "AWAY" && state.dataUpdateCount >= beatsAway ? false : beatMs),
	});
	return data ?? [];
};

/** Who else of one's own side is at this ticket. */
export const Presence = ({ ticketId }: { ticketId: string }) => <PresenceList present={useBeat(ticketId)} />;

const icons = { VIEWING: IconEye, EDITING: IconPencil, AWAY: IconMoonStars } as const;

export const PresenceList = ({ present }: { present: readonly PresenceView[] }) => {
	const say = useText();
	if (present.length === 0) return null;
	return (
		<ul className={styles["present"]} aria-label={say.t("ticket.presence")}>
			{presenceLines(present, say).map(({ key, doing, text }) => {
				const Icon = icons[doing];
				return (
					<li key={key}>
						<Icon size={14} aria-hidden />
						{text}
					</li>
				);
			})}
		</ul>
	);
};
