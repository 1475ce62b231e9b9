import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ofTickets } from "../../../desk/clocks/contract.ts";
import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { type QueueRow, list } from "../../../desk/queues/contract.ts";
import type { TicketId } from "../../../kernel/id.ts";
import type { QueueSearch } from "../../console/queue/queue-search.view.ts";
import { questionOf } from "../../console/queue/queue-search.view.ts";
import { shortName } from "../../console/queue/row.view.ts";
import { present as presentNow } from "../../../desk/tickets/contract.ts";
import { PresenceList } from "../../console/ticket/presence.tsx";
import { usePages, useQuestion, useQuestions } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { PriorityMark } from "../../ui/badges/priority-mark.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { Due } from "../../ui/time/due.tsx";
import { useWhy } from "../../ui/time/use-why.ts";
import { WhyDeadline } from "../../ui/time/why-deadline.tsx";

/** Second level's own list: response and resolution of each ticket, and nothing of the user beyond the subject. */
export const SecondLevelQueueScreen = () => {
	const say = useText();
	const { why: whyOf = null, ...search } = useSearch({ from: "/inside/app/second-level" });
	const question = usePages(list, questionOf(search), { everyMs: 30_000 });
	const [, setWhy] = useWhy();
	useKeys({ j: () => focusTicket(1), k: () => focusTicket(-1) });
	return (
		<Page title={say.t("secondLevel.title")} actions={<Views search={search} />}>
			<Panel>
				<Asked question={question}>
					{({ rows }) =>
						rows.length === 0 ? <EmptyState title={say.t("secondLevel.empty")} /> : <List rows={rows} onWhy={setWhy} />
					}
				</Asked>
				<MoreRows pages={question} />
			</Panel>
			<WhyDeadline id={whyOf} onClose={() => setWhy(null)} />
		</Page>
	);
};

/** Moves the focus to the next ticket of the list, or the one before; Enter opens it, for it is a link. */
const focusTicket = (by: 1 | -1): void => {
	const links = [...document.querySelectorAll<HTMLElement>("main tbody a[href^='/app/second-level/']")];
	const at = links.findIndex((link) => link === document.activeElement);
	links[at === -1 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
};

const views = [
	[undefined, "all"],
	["secondLevel", "atUs"],
	["waiting", "waiting"],
	["late", "late"],
] as const;

const Views = ({ search }: { search: QueueSearch }) => {
	const say = useText();
	const navigate = useNavigate({ from: "/app/second-level" });
	return views.map(([view, name]) => (
		<Button
			key={name}
			size="xs"
			variant={search.view === view ? "filled" : "default"}
			aria-pressed={search.view === view}
			onClick={() => void navigate({ search: view === undefined ? {} : { view } })}
		>
			{say.t(`secondLevel.${name}`)}
		</Button>
	));
};

const List = ({ rows, onWhy }: { rows: readonly QueueRow[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const ticketIds = rows.map(({ id }) => id);
	const clocks = useClocks(ticketIds);
	const present = useQuestion(presentNow, {}, { everyMs: 15_000 }).data?.rows ?? [];
	const newest = (ticketId: string, kind: ClockView["kind"]) =>
		clocks.find((one) => one.ticketId === ticketId)?.clocks.findLast((clock) => clock.kind === kind);
	return (
		<Rows
			caption={say.t("secondLevel.title")}
			heads={[
				say.t("secondLevel.response"),
				say.t("secondLevel.resolution"),
				say.t("queue.subject"),
				say.t("queue.priority"),
				say.t("queue.state"),
				say.t("secondLevel.owner"),
			]}
			rows={rows.map((row) => ({
				key: row.id,
				cells: [
					<Owed key="response" clock={newest(row.id, "RESPONSE")} onWhy={onWhy} />,
					<Owed key="resolution" clock={newest(row.id, "RESOLUTION")} onWhy={onWhy} />,
					<span key="open">
						<Link to="/app/second-level/$ticket" params={{ ticket: String(row.number) }}>
							{say.t("ticket.title", { number: row.number, subject: row.subject })}
						</Link>{" "}
						<PresenceList present={present.filter(({ ticketId }) => ticketId === row.id)} />
					</span>,
					<PriorityMark key="priority" priority={row.priority} />,
					<StateBadge key="state" text={say.t(`words.state-${row.state}`)} />,
					row.owner === null ? "–" : shortName(row.owner.name),
				],
			}))}
		/>
	);
};

/** Asked for by as many tickets at once as the question takes. */
const useClocks = (ticketIds: readonly TicketId[]) => {
	const parts = Array.from({ length: Math.ceil(ticketIds.length / 100) }, (_, at) =>
		ticketIds.slice(at * 100, (at + 1) * 100),
	);
	const questions = useQuestions(
		ofTickets,
		parts.map((part) => ({ ticketIds: part })),
		60_000,
	);
	return questions.flatMap(({ data }) => data?.rows ?? []);
};

const Owed = ({ clock, onWhy }: { clock: ClockView | undefined; onWhy: (id: ClockId) => void }) =>
	clock === undefined ? <>–</> : <Due clock={clock} onWhy={onWhy} />;
