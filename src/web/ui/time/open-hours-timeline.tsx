import { IconCheck, IconTriangle } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import type { ClockView, WhyView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { useNow } from "./now.tsx";
import { TargetTag } from "./target-tag.tsx";
import { drawingInWords, gapWords, lineName, nowOutside, targetRows, tickName } from "./timeline-words.view.ts";
import styles from "./timeline.module.css";
import { type Line, type Mark, type Timeline, timelineOf } from "./timeline.view.ts";
import { dayRowsOf } from "./why.view.ts";

/**
 * Open hours, what counts, pauses, every target with its warning, and now: a day a line, or a week where there are many. The
 * table under it says the same.
 */
export const OpenHoursTimeline = ({
	of,
	clocks,
	children,
}: {
	of: WhyView;
	clocks: readonly ClockView[];
	/** What its numbers stand for, where no list beside it says so. */
	children?: ReactNode;
}) => {
	const say = useText();
	const now = useNow();
	const timeline = timelineOf(of, clocks, now);
	const first = timeline.lines.find((line) => line.kind === "line");
	return (
		<div className={styles["timeline"]} data-scale={timeline.scale}>
			<div role="img" aria-label={drawingInWords(timeline, of, now, say)} className={styles["drawing"]}>
				{timeline.lines.map((line) =>
					line.kind === "line" ? (
						<DrawnLine key={line.from} line={line} hasAxis={line === first || line.hours !== null} />
					) : (
						<span key={line.from} className={styles["gap"]}>
							{gapWords(line, now, say)}
						</span>
					),
				)}
				<Legend timeline={timeline} />
			</div>
			{children}
			<TimelineTable of={of} timeline={timeline} />
		</div>
	);
};

const percent = (share: number): string => `${share * 100}%`;
const laneHeight = 18;

const DrawnLine = ({ line, hasAxis }: { line: Line; hasAxis: boolean }) => {
	const say = useText();
	const now = useNow();
	const due = line.marks.filter(({ kind }) => kind === "due");
	const low = line.marks.filter(({ kind }) => kind !== "due");
	const lanesOf = (marks: readonly Mark[]) => Math.max(0, ...marks.map(({ lane }) => lane + 1)) * laneHeight;
	return (
		<>
			{hasAxis ? (
				<div className={styles["line"]}>
					<span />
					<div className={`${styles["field"]} ${styles["axis"]}`}>
						{line.ticks.map((tick) => (
							<span key={tick.at} style={{ left: percent(tick.at) }}>
								{tickName(tick, say)}
							</span>
						))}
					</div>
				</div>
			) : null}
			<div className={styles["line"]}>
				<span className={styles["name"]} style={{ marginBottom: lanesOf(low) }}>
					{lineName(line, say)}
				</span>
				<div className={styles["field"]} style={{ paddingTop: lanesOf(due), paddingBottom: lanesOf(low) }}>
					<Track line={line} due={due} low={low} />
				</div>
			</div>
			{line.hours === null ? null : (
				<span className={styles["note"]}>{say.t("time.dayLength", { n: line.hours })}</span>
			)}
			{line.isNowOutside ? <span className={styles["note"]}>{nowOutside(now, say)}</span> : null}
		</>
	);
};

const Track = ({ line, due, low }: { line: Line; due: readonly Mark[]; low: readonly Mark[] }) => (
	<div className={styles["track"]} style={{ width: percent(line.length) }}>
		{line.bars
			.filter(({ kind }) => kind === "open")
			.map((bar) => (
				<BarOf key={bar.from} bar={bar} length={line.length} />
			))}
		{line.ticks.map(({ at }) => (
			<span key={at} className={styles["tick"]} style={{ left: percent(at / line.length) }} />
		))}
		{line.bars
			.filter(({ kind }) => kind !== "open")
			.map((bar) => (
				<BarOf key={`${bar.kind}${bar.from}`} bar={bar} length={line.length} />
			))}
		{due.map(({ at, lane, target }) => (
			<span
				key={`stem${target.number}`}
				className={styles["stem"]}
				style={{ left: percent(at / line.length), top: -2 - lane * laneHeight }}
			/>
		))}
		{line.now === null ? null : <span className={styles["now"]} style={{ left: percent(line.now / line.length) }} />}
		{due.map(({ at, lane, target }) => (
			<span
				key={target.number}
				className={styles["mark"]}
				style={{ left: percent(at / line.length), top: -laneHeight * (lane + 1) }}
			>
				<TargetTag of={target} />
			</span>
		))}
		{low.map(({ at, lane, kind, target }) => (
			<span
				key={`${kind}${target.number}`}
				className={`${styles["mark"]} ${styles["low"]}`}
				style={{ left: percent(at / line.length), top: 17 + lane * laneHeight }}
			>
				{kind === "warning" ? <IconTriangle size={10} aria-hidden /> : <IconCheck size={11} stroke={2.5} aria-hidden />}
				{target.number}
			</span>
		))}
	</div>
);

const BarOf = ({ bar: { kind, from, to }, length }: { bar: Line["bars"][number]; length: number }) => (
	<span
		className={styles["bar"]}
		data-kind={kind}
		style={{ left: percent(from / length), width: percent((to - from) / length) }}
	/>
);

/** Only what the drawing has. */
const Legend = ({ timeline }: { timeline: Timeline }) => {
	const say = useText();
	const lines = timeline.lines.flatMap((line) => (line.kind === "line" ? [line] : []));
	const hasBar = (kind: string) => lines.some(({ bars }) => bars.some((bar) => bar.kind === kind));
	const hasMark = (kind: string) => lines.some(({ marks }) => marks.some((mark) => mark.kind === kind));
	return (
		<span className={styles["legend"]}>
			{hasBar("open") ? <span data-kind="open">{say.t("time.openHours")}</span> : null}
			{hasBar("worked") ? <span data-kind="worked">{say.t("time.open")}</span> : null}
			{hasBar("pause") ? <span data-kind="pause">{say.t("time.pause")}</span> : null}
			{lines.some(({ now }) => now !== null) ? <span data-kind="now">{say.t("time.now")}</span> : null}
			{hasMark("warning") ? (
				<span>
					<IconTriangle size={10} aria-hidden />
					{say.t("time.warningMark")}
				</span>
			) : null}
			{hasMark("met") ? (
				<span>
					<IconCheck size={11} stroke={2.5} aria-hidden />
					{say.t("time.metMark")}
				</span>
			) : null}
		</span>
	);
};

/** What the drawing shows, in two tables: its targets, and its days. */
const TimelineTable = ({ of, timeline }: { of: WhyView; timeline: Timeline }) => {
	const say = useText();
	const now = useNow();
	return (
		<details>
			<summary>{say.t("time.asTable")}</summary>
			<Cells
				caption={say.t("time.targets")}
				heads={[say.t("time.number"), say.t("time.target"), say.t("time.falls"), say.t("time.warned")]}
				rows={targetRows(timeline.targets, now, say).map((row) => [
					row.number,
					<Fragment key="target">
						{row.name}
						<br />
						{row.state}
					</Fragment>,
					row.falls,
					row.warning,
				])}
			/>
			{of.calendar.hours === "CALENDAR_DAYS" ? null : (
				<Cells
					caption={say.t("time.daysDrawn")}
					heads={[say.t("time.day"), say.t("time.openHours"), say.t("time.open"), say.t("time.pause")]}
					rows={dayRowsOf(of, now, say).map((row) => [say.weekdayDate(row.date), row.open, row.worked, row.pauses])}
				/>
			)}
		</details>
	);
};

const Cells = ({
	caption,
	heads,
	rows,
}: {
	caption: string;
	heads: readonly string[];
	rows: readonly (readonly ReactNode[])[];
}) => (
	<table>
		<caption className="unseen">{caption}</caption>
		<thead>
			<tr>
				{heads.map((head) => (
					<th key={head} scope="col">
						{head}
					</th>
				))}
			</tr>
		</thead>
		<tbody>
			{rows.map((cells) => (
				<tr key={String(cells[0])}>
					{cells.map((cell, index) => (
						<td key={heads[index]}>{cell}</td>
					))}
				</tr>
			))}
		</tbody>
	</table>
);
