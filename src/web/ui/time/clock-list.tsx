import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { leadOf, sharingPicture } from "../../../desk/clocks/rules/picture.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./clock-list.module.css";
import { Due } from "./due.tsx";
import { useNow } from "./now.tsx";
import { TargetTag } from "./target-tag.tsx";
import { targetsOf } from "./timeline.view.ts";

/**
 * Every clock of a ticket with its source: response, resolution, reply by law. Those of the ticket's drawing come first and
 * carry its numbers, then those of earlier rounds; one that was called off is left out.
 */
export const ClockList = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const lead = leadOf(clocks);
	const targets = targetsOf(lead === null ? [] : sharingPicture(lead, clocks), useNow());
	const before = clocks.filter(({ id, state }) => state !== "cancelled" && targets.every((one) => one.clock.id !== id));
	const all = [...targets, ...before.map((clock) => ({ number: null, clock }))];
	return (
		<dl className={styles["list"]}>
			{all.map((one) => (
				<div key={one.clock.id}>
					<dt>
						<span className={styles["number"]}>{one.number === null ? null : <TargetTag of={one} />}</span>
						{say.t(`time.${one.clock.kind}`)}
					</dt>
					<dd>
						<Due clock={one.clock} onWhy={onWhy} />
					</dd>
				</div>
			))}
		</dl>
	);
};
