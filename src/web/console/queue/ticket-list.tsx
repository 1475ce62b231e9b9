import { IconLock } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { QueueRow } from "../../../desk/queues/contract.ts";
import type { Density, QueueColumn } from "../../../desk/queues/rules/columns.ts";
import type { PresenceView } from "../../../desk/tickets/contract.ts";
import { PresenceList } from "../ticket/presence.tsx";
import { useText } from "../../text/use-text.tsx";
import { PriorityMark } from "../../ui/badges/priority-mark.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { ClauseChip } from "../../ui/time/clause-chip.tsx";
import { DeadlinePill } from "../../ui/time/deadline-pill.tsx";
import { useNow, useToday } from "../../ui/time/now.tsx";
import { nearDay } from "../../../kernel/slovenian.ts";
import { leastWidth, widthOf } from "./columns.view.ts";
import styles from "./queue.module.css";
import { clockOfRow, sourceOfRow, whoOf } from "./row.view.ts";

type WhyId = NonNullable<QueueRow["due"]>["clockId"];

/** One line per ticket; arrows or j and k move, Enter opens, d says why. Only the row in focus takes the Tab key. */
export const TicketList = ({
	rows,
	columns,
	density,
	isPhone,
	present,
	hasMore,
	onFocusRow,
	onOpen,
	onWhy,
}: {
	rows: readonly QueueRow[];
	columns: readonly QueueColumn[];
	density: Density;
	isPhone: boolean;
	/** Colleagues at any of the tickets. */
	present: readonly PresenceView[];
	hasMore: boolean;
	onFocusRow: (row: QueueRow) => void;
	onOpen: (row: QueueRow) => void;
	onWhy: (id: WhyId) => void;
}) => {
	const say = useText();
	const [at, setAt] = useState(0);
	const lines = useRef<(HTMLTableRowElement | null)[]>([]);
	const current = Math.min(at, rows.length - 1);
	const move = (by: number) => () => {
		const next = Math.max(0, Math.min(rows.length - 1, current + by));
		lines.current[next]?.focus();
	};
	const why = () => {
		const due = rows[current]?.due;
		if (due != null) onWhy(due.clockId);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
		const row = rows[current];
		if (by !== undefined) {
			event.preventDefault();
			move(by)();
		} else if (event.key === "Enter" && row !== undefined && event.target === lines.current[current]) {
			onOpen(row);
		}
	};
	useKeys({ j: move(1), k: move(-1), d: why });
	return (
		<div className={styles["scroll"]}>
			<table
				className={styles["list"]}
				role="grid"
				data-density={density}
				style={isPhone ? {} : { minWidth: leastWidth(columns) }}
				aria-rowcount={hasMore ? -1 : rows.length + 1}
				onKeyDown={onKeyDown}
			>
				{isPhone ? null : (
					<colgroup>
						{columns.map((column) => (
							<col key={column} style={{ width: widthOf(column) ?? "auto" }} />
						))}
					</colgroup>
				)}
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col" data-col={column} {...(column === "deadline" ? bySort : {})}>
								{say.t(`queue.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						<tr
							key={row.id}
							ref={(line) => {
								lines.current[index] = line;
							}}
							tabIndex={index === current ? 0 : -1}
							aria-rowindex={index + 2}
							aria-selected={index === current}
							onFocus={() => {
								setAt(index);
								onFocusRow(row);
							}}
							onDoubleClick={() => onOpen(row)}
						>
							{columns.map((column) => (
								<td key={column} data-col={column}>
									{cells[column]({ row, present, onOpen: () => onOpen(row), onWhy, isCurrent: index === current })}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
};

/** Lists are sorted by due time alone. */
const bySort = { "aria-sort": "ascending" } as const;

type CellProps = {
	row: QueueRow;
	present: readonly PresenceView[];
	onOpen: () => void;
	onWhy: (id: WhyId) => void;
	isCurrent: boolean;
};

const DeadlineCell = ({ row, onWhy }: CellProps) => {
	const say = useText();
	const source = row.due === null ? null : sourceOfRow(row.due, say);
	return (
		<span className={styles["due"]}>
			<DeadlinePill
				clock={clockOfRow(row.due, useNow())}
				{...(row.due === null ? {} : { onWhy: () => row.due !== null && onWhy(row.due.clockId) })}
			/>
			{source === null ? null : <ClauseChip text={source.text} full={source.full} />}
		</span>
	);
};

const SubjectCell = ({ row, present, onOpen, isCurrent }: CellProps) => {
	const say = useText();
	return (
		<>
			<span className={styles["subject"]}>
				{row.isRestricted ? <IconLock size={14} role="img" aria-label={say.t("queue.restricted")} /> : null}
				<button type="button" tabIndex={isCurrent ? 0 : -1} onClick={onOpen}>
					{row.subject}
				</button>
				<PresenceList present={present.filter(({ ticketId }) => ticketId === row.id)} />
			</span>
			<UserDeadline row={row} />
		</>
	);
};

const Word = ({ of, code }: { of: string; code: string | null }) => {
	const say = useText();
	return code === null ? <>–</> : <>{say.word("words", `${of}-${code}`)}</>;
};

const Moment = ({ at }: { at: string }) => {
	const say = useText();
	return <time dateTime={at}>{say.near(at, useNow())}</time>;
};

const Owner = ({ row }: CellProps) => <>{whoOf(row, useText())}</>;

const cells: Readonly<Record<QueueColumn, (props: CellProps) => ReactNode>> = {
	deadline: (props) => <DeadlineCell {...props} />,
	subject: (props) => <SubjectCell {...props} />,
	number: ({ row }) => row.number,
	priority: ({ row: { priority } }) => (
		<PriorityMark priority={priority === null ? null : { code: priority.code, rank: priority.rank }} />
	),
	owner: (props) => <Owner {...props} />,
	service: ({ row }) => row.service?.name ?? "–",
	set: ({ row }) => <Word of="set" code={row.set} />,
	channel: ({ row }) => <Word of="channel" code={row.channel} />,
	type: ({ row }) => <Word of="type" code={row.type} />,
	state: ({ row }) => <Word of="state" code={row.state} />,
	received: ({ row }) => <Moment at={row.receivedAt} />,
	changed: ({ row }) => <Moment at={row.changedAt} />,
};

const UserDeadline = ({ row }: { row: QueueRow }) => {
	const say = useText();
	const today = useToday();
	if (row.userDeadline === null) return null;
	const when = nearDay(say.language, Temporal.PlainDate.from(row.userDeadline), today);
	return <span className={styles["second"]}>{say.t("queue.userDeadline", { when })}</span>;
};
