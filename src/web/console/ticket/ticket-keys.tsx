import { useNavigate } from "@tanstack/react-router";
import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { type TicketView, take } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { firstToTell } from "./head-pills.tsx";

/** The single keys of a ticket; one whose act is not open does nothing, its button says why. */
export const TicketKeys = ({
	ticket,
	clocks,
	isWhyOpen,
	onPanel,
	onWhy,
	onMode,
}: {
	ticket: TicketView;
	clocks: readonly ClockView[];
	isWhyOpen: boolean;
	onPanel: (name: string | null) => void;
	onWhy: (id: ClockId) => void;
	onMode: (mode: "reply" | "note") => void;
}) => {
	const navigate = useNavigate();
	const taking = useAct(take);
	const panel = (name: "triage" | "handOver" | "solve" | "link") =>
		ticket.can[name].length === 0 ? () => onPanel(name) : undefined;
	const first = firstToTell(clocks);
	useKeys({
		t: panel("triage"),
		e: panel("handOver"),
		s: panel("solve"),
		l: panel("link"),
		m: ticket.can.take.length === 0 ? () => taking.mutate({ id: ticket.id, version: ticket.version }) : undefined,
		r: () => onMode("reply"),
		n: () => onMode("note"),
		w: ticket.can.askUser.length === 0 ? () => onMode("reply") : undefined,
		d: first === null ? undefined : () => onWhy(first.id),
		Escape: isWhyOpen ? undefined : () => void navigate({ to: "/app/queue" }),
	});
	return null;
};
