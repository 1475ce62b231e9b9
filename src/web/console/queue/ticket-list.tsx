import { IconLock } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { QueueRow } from "../../../desk/queues/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { PriorityMark } from "../../ui/badges/priority-mark.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { ClauseChip } from "../../ui/time/clause-chip.tsx";
import { DeadlinePill } from "../../ui/time/deadline-pill.tsx";
import { useNow, useToday } from "../../ui/time/now.tsx";
import { nearDay } from "../../../kernel/slovenian.ts";
import styles from "./queue.module.css";
import { clockOfRow, sourceOfRow, whoOf } from "./row.view.ts";

type WhyId = NonNullable<QueueRow["due"]>["clockId"];

/** One line per ticket; arrows or j and k move, Enter opens, d says why. Only the row in focus takes the Tab key. */
export const TicketList = ({
	rows,
	hasMore,
	onFocusRow,
	onOpen,
	onWhy,
}: {
	rows: readonly QueueRow[];
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
				aria-rowcount={hasMore ? -1 : rows.length + 1}
				onKeyDown={onKeyDown}
			>
				<thead>
					<tr>
						{(["deadline", "number", "subject", "service", "priority", "owner"] as const).map((head) => (
							<th key={head} scope="col" data-col={head}>
								{say.t(`queue.${head}`)}
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
							<RowCells row={row} onOpen={() => onOpen(row)} onWhy={onWhy} isCurrent={index === current} />
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
};

const RowCells = ({
	row,
	onOpen,
	onWhy,
	isCurrent,
}: {
	row: QueueRow;
	onOpen: () => void;
	onWhy: (id: WhyId) => void;
	isCurrent: boolean;
}) => {
	const say = useText();
	const source = row.due === null ? null : sourceOfRow(row.due, say);
	return (
		<>
			<td data-col="deadline">
				<span className={styles["due"]}>
					<DeadlinePill
						clock={clockOfRow(row.due, useNow())}
						{...(row.due === null ? {} : { onWhy: () => row.due !== null && onWhy(row.due.clockId) })}
					/>
					{source === null ? null : <ClauseChip text={source.text} full={source.full} />}
				</span>
			</td>
			<td data-col="number">{row.number}</td>
			<td data-col="subject">
				<span className={styles["subject"]}>
					{row.isRestricted ? <IconLock size={14} role="img" aria-label={say.t("queue.restricted")} /> : null}
					<button type="button" tabIndex={isCurrent ? 0 : -1} onClick={onOpen}>
						{row.subject}
					</button>
				</span>
				<UserDeadline row={row} />
			</td>
			<td data-col="service">{row.service?.name ?? say.word("words", `state-${row.state}`)}</td>
			<td data-col="priority">
				<PriorityMark priority={row.priority === null ? null : { code: row.priority.code, rank: row.priority.rank }} />
			</td>
			<td data-col="owner">{whoOf(row, say)}</td>
		</>
	);
};

const UserDeadline = ({ row }: { row: QueueRow }) => {
	const say = useText();
	const today = useToday();
	if (row.userDeadline === null) return null;
	const when = nearDay(say.language, Temporal.PlainDate.from(row.userDeadline), today);
	return <span className={styles["second"]}>{say.t("queue.userDeadline", { when })}</span>;
};
