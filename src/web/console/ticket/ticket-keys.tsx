import { useNavigate } from "@tanstack/react-router";
import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { type TicketView, take } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { firstToTell } from "./head-pills.tsx";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { type Mode, type Send, modesOf } from "./composer.view.ts";

/** The single keys of a ticket; one whose act is not open does nothing, its button says why. */
export const TicketKeys = ({
	ticket,
	clocks,
	isWhyOpen,
	onPanel,
	onWhy,
	onWrite,
}: {
	ticket: TicketView;
	clocks: readonly ClockView[];
	isWhyOpen: boolean;
	onPanel: (name: string | null) => void;
	onWhy: (id: ClockId) => void;
	/** Begins to write, in the field of the mode. */
	onWrite: (mode: Mode, send?: Send) => void;
}) => {
	const say = useText();
	const navigate = useNavigate();
	const taking = useAct(take);
	const panel = (name: "triage" | "handOver" | "solve" | "link") =>
		ticket.can[name].length === 0 ? () => onPanel(name) : undefined;
	const first = firstToTell(clocks);
	const why = first === null ? undefined : () => onWhy(first.id);
	const back = () => void navigate({ to: "/app/queue" });
	const write = (mode: Mode, send?: Send) => (modesOf(ticket).includes(mode) ? () => onWrite(mode, send) : undefined);
	const wait = ticket.can.askUser.length === 0 ? write("reply", "askUser") : undefined;
	const keys = {
		r: write("reply"),
		n: write("note"),
		w: wait,
		d: why,
	};
	useKeys({
		...keys,
		t: panel("triage"),
		e: panel("handOver"),
		s: panel("solve"),
		l: panel("link"),
		m: ticket.can.take.length === 0 ? () => taking.mutate({ id: ticket.id, version: ticket.version }) : undefined,
		Escape: isWhyOpen ? undefined : back,
	});
	const names = { r: "app.keyReply", n: "app.keyNote", w: "app.keyWait", d: "app.keyWhy" } as const;
	const offer = (key: keyof typeof keys) => {
		const run = keys[key];
		return run === undefined ? [] : [{ text: capital(say.t(names[key])), why: [], key, run }];
	};
	const thread = write("thread");
	useCommands([
		...(["r", "n", "w", "d"] as const).flatMap(offer),
		...(thread === undefined ? [] : [{ text: say.t("ticket.sendToSecondLevel"), why: [], run: thread }]),
		{ text: say.t("ticket.backToQueue"), why: [], key: "Esc", run: back },
	]);
	return null;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
