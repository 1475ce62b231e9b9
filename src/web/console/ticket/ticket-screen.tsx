import { Tabs } from "@mantine/core";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { useTitle } from "../../ui/shell/page.tsx";
import { useWhy } from "../../ui/time/use-why.ts";
import { WhyDeadline } from "../../ui/time/why-deadline.tsx";
import { ActPanel } from "./act-panel.tsx";
import { Composer, type Writing } from "./composer.tsx";
import { firstModeOf } from "./composer.view.ts";
import { Conversation } from "./conversation.tsx";
import { FactsRail } from "./facts-rail.tsx";
import { TicketByAddress, useClocks } from "./ticket-by-address.tsx";
import { TicketHead } from "./ticket-head.tsx";
import { TicketKeys } from "./ticket-keys.tsx";
import styles from "./ticket.module.css";

/** What is open on the ticket besides its conversation: one act's panel, or none. */
export type OpenPanel = string | null;

export const TicketScreen = () => {
	const { ticket } = useParams({ from: "/inside/app/tickets/$ticket" });
	return (
		<TicketByAddress key={ticket} address={ticket}>
			{(view) => <TicketPage ticket={view} />}
		</TicketByAddress>
	);
};

const TicketPage = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const clocks = useClocks(ticket.id);
	const asked = useSearch({ from: "/inside/app/tickets/$ticket" }).panel ?? null;
	const [panel, setPanel] = useState<OpenPanel>(asked);
	const [whyOf, setWhy] = useWhy();
	const [writing, setWriting] = useState((): Writing => ({ mode: firstModeOf(ticket), send: null, begun: 0 }));
	const [tab, setTab] = useState<string | null>("conversation");
	const scroll = useRef<HTMLDivElement>(null);
	const newest = ticket.messages.length;
	useEffect(() => {
		const isReading = panel === null && newest > 0;
		scroll.current?.scrollTo({ top: isReading ? scroll.current.scrollHeight : 0 });
	}, [newest, panel]);
	useTitle(say.t("ticket.title", { number: ticket.number, subject: ticket.subject }));
	return (
		<div className={styles["page"]}>
			<TicketHead ticket={ticket} clocks={clocks} onPanel={setPanel} onWhy={setWhy} />
			<TicketKeys
				ticket={ticket}
				clocks={clocks}
				isWhyOpen={whyOf !== null}
				onPanel={setPanel}
				onWhy={setWhy}
				onWrite={(mode, send) => {
					setTab("conversation");
					setWriting(({ begun }) => ({ mode, send: send ?? null, begun: begun + 1 }));
				}}
			/>
			<Tabs className={styles["tabs"] ?? ""} value={tab} onChange={setTab} keepMounted>
				<Tabs.List className={styles["phoneOnly"] ?? ""}>
					<Tabs.Tab value="conversation">{say.t("ticket.conversation")}</Tabs.Tab>
					<Tabs.Tab value="facts">{say.t("ticket.facts")}</Tabs.Tab>
				</Tabs.List>
				<div className={styles["panes"]} data-tab={tab}>
					<section className={styles["talk"]} aria-label={say.t("ticket.conversation")}>
						<div className={styles["scroll"]} ref={scroll}>
							{panel === null ? null : <ActPanel ticket={ticket} name={panel} onClose={() => setPanel(null)} />}
							<Conversation ticket={ticket} />
						</div>
						<Composer
							ticket={ticket}
							clocks={clocks}
							writing={writing}
							onMode={(mode) => setWriting((now) => ({ ...now, mode, send: null }))}
						/>
					</section>
					<aside className={styles["facts"]} aria-label={say.t("ticket.facts")}>
						<FactsRail ticket={ticket} clocks={clocks} onWhy={setWhy} />
					</aside>
				</div>
			</Tabs>
			<WhyDeadline id={whyOf} onClose={() => setWhy(null)} />
		</div>
	);
};
