import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { type TicketView, close, continueWork, markSpam, take } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { RestrictedBadge, StateBadge } from "../../ui/badges/badges.tsx";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { ActButton } from "../../ui/state/act-button.tsx";
import { RefusalNote, reasonsOf, Warnings } from "../../ui/state/error-state.tsx";
import { HeadPills } from "./head-pills.tsx";
import { Presence } from "./presence.tsx";
import { type ConsoleAct, actKeys, firstActs, moreActs, otherActs } from "./acts.view.ts";
import styles from "./ticket.module.css";

/** Acts that need no further word; the others open a panel in place. */
export const useDirectActs = (ticket: TicketView) => {
	const one = { id: ticket.id, version: ticket.version };
	const acts = {
		take: useAct(take),
		close: useAct(close),
		continue: useAct(continueWork),
		markSpam: useAct(markSpam),
	};
	const found = (name: string) => (Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined);
	return {
		error: Object.values(acts).find((act) => act.error !== null)?.error ?? null,
		isBusy: (name: string) => found(name)?.isPending ?? false,
		run: (name: string): boolean => {
			found(name)?.mutate(one);
			return found(name) !== undefined;
		},
	};
};

export const TicketHead = ({
	ticket,
	clocks,
	onPanel,
	onWhy,
}: {
	ticket: TicketView;
	clocks: readonly ClockView[];
	onPanel: (name: string) => void;
	onWhy: (id: ClockId) => void;
}) => {
	const say = useText();
	const direct = useDirectActs(ticket);
	const act = (name: ConsoleAct) => {
		if (!direct.run(name)) onPanel(name);
	};
	useCommands(
		otherActs(ticket).map(({ name, may }) => ({
			text: say.t(`ticket.${name}`),
			why: reasonsOf(may, say),
			key: actKeys[name],
			run: () => act(name),
		})),
	);
	return (
		<header className={styles["head"]}>
			<h1>{say.t("ticket.title", { number: ticket.number, subject: ticket.subject })}</h1>
			<StateBadge text={say.t(`words.state-${ticket.state}`)} />
			{ticket.isRestricted ? <RestrictedBadge /> : null}
			<HeadPills clocks={clocks} onWhy={onWhy} />
			<Presence ticketId={ticket.id} />
			<div className={styles["acts"]}>
				{firstActs(ticket).map((name, index) => (
					<ActButton
						key={name}
						size="xs"
						may={ticket.can[name]}
						variant={index === 0 ? "filled" : "default"}
						loading={direct.isBusy(name)}
						hotkey={actKeys[name]}
						onAct={() => act(name)}
					>
						{say.t(`ticket.${name}`)}
					</ActButton>
				))}
				<MoreActs ticket={ticket} onAct={act} />
			</div>
			<Warnings of={ticket.warnings} />
			<RefusalNote error={direct.error} />
		</header>
	);
};

/** The rarer acts; one that is not open says why under its name. */
const MoreActs = ({ ticket, onAct }: { ticket: TicketView; onAct: (name: ConsoleAct) => void }) => {
	const say = useText();
	return (
		<Menu position="bottom-end" width={300} shadow="md">
			<Menu.Target>
				<Button size="xs" variant="default" leftSection={<IconDots size={16} aria-hidden />}>
					{say.t("ticket.moreActs")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{moreActs(ticket).map((name) => (
					<Menu.Item key={name} onClick={() => onAct(name)}>
						{say.t(`ticket.${name}`)}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
};
