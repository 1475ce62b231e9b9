import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { ClockId } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { EmptyState, Loading } from "../../ui/state/empty-state.tsx";
import { ErrorState } from "../../ui/state/error-state.tsx";
import { arrangement } from "../../../desk/queues/contract.ts";
import { present as presentNow } from "../../../desk/tickets/contract.ts";
import { standardArrangement } from "../../../desk/queues/rules/columns.ts";
import { useQuestion } from "../../api/queries.ts";
import { phoneColumns } from "./columns.view.ts";
import type { QueueSearch } from "./queue-search.view.ts";
import styles from "./queue.module.css";
import { TicketList } from "./ticket-list.tsx";
import { useQueue } from "./use-queue.ts";

/** The list of one address: rows, arrivals waiting behind a button, more by cursor. */
export const QueueList = ({
	search,
	onFocusRow,
	onWhy,
}: {
	search: QueueSearch;
	onFocusRow: (id: string | null) => void;
	onWhy: (id: ClockId) => void;
}) => {
	const say = useText();
	const navigate = useNavigate();
	const { pages, rows, arrivals, refresh } = useQueue(search);
	const own = useQuestion(arrangement, {});
	const arranged = own.data ?? standardArrangement;
	const isPhone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
	const present = useQuestion(presentNow, {}, { everyMs: 15_000 }).data?.rows ?? [];
	useCommands(arrivals === 0 ? [] : [{ text: say.t("queue.newOnes", { n: arrivals }), why: [], run: refresh }]);
	const first = rows[0]?.id ?? null;
	useEffect(() => onFocusRow(first), [first, onFocusRow]);
	if (pages.isPending || own.isPending) return <Loading />;
	if (pages.isError && rows.length === 0) return <ErrorState error={pages.error} retry={() => void pages.refetch()} />;
	if (rows.length === 0) return <Nothing search={search} />;
	return (
		<>
			{arrivals === 0 ? null : (
				<Button size="compact-sm" variant="light" m={8} onClick={refresh}>
					{say.t("queue.newOnes", { n: arrivals })}
				</Button>
			)}
			<TicketList
				rows={rows}
				columns={isPhone ? phoneColumns : arranged.columns}
				density={arranged.density}
				isPhone={isPhone}
				present={present}
				hasMore={pages.hasNextPage}
				onFocusRow={(row) => onFocusRow(row.id)}
				onOpen={(row) => void navigate({ to: "/app/tickets/$ticket", params: { ticket: String(row.number) } })}
				onWhy={onWhy}
			/>
			<div className={styles["foot"]}>
				<span>{say.t("queue.shown", { n: rows.length })}</span>
				{pages.hasNextPage ? (
					<Button
						size="compact-sm"
						variant="default"
						loading={pages.isFetchingNextPage}
						onClick={() => void pages.fetchNextPage()}
					>
						{say.t("app.more")}
					</Button>
				) : null}
			</div>
		</>
	);
};

const Nothing = ({ search }: { search: QueueSearch }) => {
	const say = useText();
	const { view: _view, ...filters } = search;
	return Object.keys(filters).length === 0 ? (
		<EmptyState title={say.t("queue.emptyView")} />
	) : (
		<EmptyState title={say.t("queue.emptyFiltered")} action={<Link to="/app/queue">{say.t("queue.clear")}</Link>} />
	);
};
