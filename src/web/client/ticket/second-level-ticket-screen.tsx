import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type TicketView, start } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { Conversation } from "../../console/ticket/conversation.tsx";
import { FactsRail } from "../../console/ticket/facts-rail.tsx";
import { firstToTell, HeadPills } from "../../console/ticket/head-pills.tsx";
import { Presence } from "../../console/ticket/presence.tsx";
import { TicketByAddress, useClocks } from "../../console/ticket/ticket-by-address.tsx";
import { SideThread } from "../../console/ticket/composer.tsx";
import styles from "../../console/ticket/ticket.module.css";
import { useText } from "../../text/use-text.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { useTitle } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { useWhy } from "../../ui/time/use-why.ts";
import { WhyDeadline } from "../../ui/time/why-deadline.tsx";
import { SecondLevelPanel } from "./second-level-panel.tsx";
import { type SecondLevelAct, actsOf } from "./second-level-acts.view.ts";

export const SecondLevelTicketScreen = () => {
	const { ticket } = useParams({ from: "/inside/app/second-level/$ticket" });
	return (
		<TicketByAddress key={ticket} address={ticket}>
			{(view) => <TicketPage ticket={view} />}
		</TicketByAddress>
	);
};

const TicketPage = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const clocks = useClocks(ticket.id);
	const [panel, setPanel] = useState<SecondLevelAct | null>(null);
	const [whyOf, setWhy] = useWhy();
	const navigate = useNavigate();
	const back = () => void navigate({ to: "/app/second-level" });
	const first = firstToTell(clocks);
	useKeys({
		d: first === null ? undefined : () => setWhy(first.id),
		Escape: whyOf === null ? back : undefined,
	});
	useCommands([{ text: say.t("ticket.backToQueue"), why: [], key: "Esc", run: back }]);
	useTitle(say.t("ticket.title", { number: ticket.number, subject: ticket.subject }));
	return (
		<div className={styles["page"]}>
			<header className={styles["head"]}>
				<h1>{say.t("ticket.title", { number: ticket.number, subject: ticket.subject })}</h1>
				<StateBadge text={say.t(`words.state-${ticket.state}`)} />
				<HeadPills clocks={clocks} onWhy={setWhy} />
				<Presence ticketId={ticket.id} />
				<Acts ticket={ticket} onPanel={setPanel} />
			</header>
			<div className={styles["panes"]} data-tab="both">
				<section className={styles["talk"]} aria-label={say.t("ticket.conversation")}>
					<div className={styles["scroll"]}>
						{panel === null ? null : (
							<SecondLevelPanel key={panel} ticket={ticket} act={panel} onClose={() => setPanel(null)} />
						)}
						<Conversation ticket={ticket} />
					</div>
					{ticket.can.messageSecondLevel.length === 0 ? <SideThread ticket={ticket} /> : null}
				</section>
				<aside className={styles["facts"]} aria-label={say.t("ticket.facts")}>
					<FactsRail ticket={ticket} clocks={clocks} onWhy={setWhy} isSecondLevel />
				</aside>
			</div>
			<WhyDeadline id={whyOf} onClose={() => setWhy(null)} />
		</div>
	);
};

const Acts = ({ ticket, onPanel }: { ticket: TicketView; onPanel: (act: SecondLevelAct) => void }) => {
	const say = useText();
	const starting = useAct(start);
	return (
		<>
			<div className={styles["acts"]}>
				{actsOf(ticket).map((act, index) => (
					<ActButton
						key={act}
						size="xs"
						may={ticket.can[act === "proposeQuestion" ? "propose" : act]}
						variant={index === 0 ? "filled" : "default"}
						onAct={() => (act === "start" ? starting.mutate({ id: ticket.id, version: ticket.version }) : onPanel(act))}
					>
						{say.t(`ticket.${act}`)}
					</ActButton>
				))}
			</div>
			<RefusalNote error={starting.error} />
		</>
	);
};
