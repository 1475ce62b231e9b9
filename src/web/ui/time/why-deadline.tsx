import { CopyButton, Modal, UnstyledButton } from "@mantine/core";
import { type ClockId, type WhyView, why } from "../../../desk/clocks/contract.ts";
import { legalKinds } from "../../../desk/clocks/rules/kinds.ts";
import { useQuestion } from "../../api/queries.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import { whySentences } from "../../text/why-sentences.ts";
import { Asked } from "../state/asked.tsx";
import { ClauseChip } from "./clause-chip.tsx";
import { clauseOf, shownOf } from "./clock.view.ts";
import { DeadlinePill } from "./deadline-pill.tsx";
import { pillOf } from "./deadline.view.ts";
import { useNow } from "./now.tsx";
import { OpenHoursTimeline } from "./open-hours-timeline.tsx";
import { SettleLegal } from "./settle-legal.tsx";
import { TargetTag } from "./target-tag.tsx";
import { targetsOf } from "./timeline.view.ts";
import styles from "./why.module.css";
import { rowsOf, versionsOf } from "./why.view.ts";

/** The whole account of one deadline; on a phone a sheet. Esc gives the focus back to the pill. */
export const WhyDeadline = ({ id, onClose }: { id: ClockId | null; onClose: () => void }) => {
	const say = useText();
	return (
		<Modal
			opened={id !== null}
			onClose={onClose}
			title={say.t("time.title")}
			size={560}
			lockScroll={false}
			returnFocus
			classNames={{ inner: styles["inner"] ?? "", content: styles["sheet"] ?? "" }}
			closeButtonProps={{ "aria-label": say.t("app.close") }}
		>
			{id === null ? null : <Account id={id} />}
		</Modal>
	);
};

const Account = ({ id }: { id: ClockId }) => (
	<Asked question={useQuestion(why, { id }, { keepOld: false })}>{(found) => <WhyContent of={found} />}</Asked>
);

const WhyContent = ({ of }: { of: WhyView }) => {
	const say = useText();
	const clock = shownOf(of.clock, useNow());
	const clause = clauseOf(of.clock.clause, say);
	const isLegal = (legalKinds as readonly string[]).includes(of.clock.kind);
	const clocks = [of.clock, ...of.others];
	return (
		<div className={styles["why"]}>
			<div className={styles["head"]}>
				<strong>
					{say.word("time", `name-${of.clock.kind}`)}
					{dueText(of.clock, say)}
				</strong>
				<ClauseChip
					text={clause.text}
					full={clause.full}
					agreementId={of.agreement?.id ?? null}
					{...(clause.anchor === null ? {} : { anchor: clause.anchor })}
				/>
				{clock === null ? null : <DeadlinePill clock={clock} />}
			</div>
			<p>{versionsOf(of, say)}</p>
			<OpenHoursTimeline of={of} clocks={clocks}>
				<TargetKey of={of} />
			</OpenHoursTimeline>
			{hasStretches(of) ? <Stretches of={of} /> : null}
			<Sentences of={of} />
			<CopyAddress />
			{isLegal && of.clock.state === "running" ? <SettleLegal clock={of.clock} /> : null}
		</div>
	);
};

/** What the numbers in the drawing stand for; the one that is asked about stands out. */
const TargetKey = ({ of }: { of: WhyView }) => {
	const say = useText();
	const now = useNow();
	return (
		<ul className={styles["key"]}>
			{targetsOf([of.clock, ...of.others], now).map((target) => {
				const shown = shownOf(target.clock, now);
				return (
					<li key={target.clock.id} data-asked={target.clock.id === of.clock.id || undefined}>
						<TargetTag of={target} /> {say.t(`time.${target.clock.kind}`)}
						{shown === null ? null : ` · ${pillOf(shown, now, say).words}`}
					</li>
				);
			})}
		</ul>
	);
};

const hasStretches = ({ clock, calendar }: WhyView): boolean =>
	clock.allowance.unit === "ms" && calendar.hours !== "CALENDAR_DAYS";

/** What neither the head nor the table says already. */
const Sentences = ({ of }: { of: WhyView }) => {
	const say = useText();
	const told = whySentences(of, say).filter(({ part }) => part !== "due" && (part !== "windows" || !hasStretches(of)));
	return (
		<section aria-label={say.t("why.account")} className={styles["account"]}>
			<h3>{say.t("why.account")}</h3>
			<ul>
				{told.map(({ text }) => (
					<li key={text}>{text}</li>
				))}
			</ul>
		</section>
	);
};

/** The address in the browser's bar opens this account again, for whoever sees the ticket. */
const CopyAddress = () => {
	const say = useText();
	return (
		<CopyButton value={location.href}>
			{({ copied, copy }) => (
				<UnstyledButton className={styles["copy"] ?? ""} onClick={copy}>
					<span role="status">{say.t(copied ? "why.copied" : "why.copy")}</span>
				</UnstyledButton>
			)}
		</CopyButton>
	);
};

/** A deadline by law is its last day, the others are moments. */
const dueText = ({ dueOn, dueAt }: WhyView["clock"], say: Speech): string => {
	if (dueOn !== null) return `: ${say.proseDate(dueOn)}`;
	return dueAt === null ? "" : `: ${say.weekdayMoment(dueAt)}`;
};

const Stretches = ({ of }: { of: WhyView }) => {
	const say = useText();
	return (
		<table className={styles["table"]}>
			<caption className="unseen">{say.t("time.windows")}</caption>
			<thead>
				<tr>
					<th scope="col">{say.t("time.day")}</th>
					<th scope="col">{say.t("time.hours")}</th>
					<th scope="col">{say.t("time.counted")}</th>
				</tr>
			</thead>
			<tbody>
				{rowsOf(of, say).map((row) => (
					<tr key={row.key}>
						<td>{row.day}</td>
						<td>{row.hours}</td>
						<td>{row.counted}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
};
