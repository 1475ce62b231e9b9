import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { leadOf, sharingPicture } from "../../../desk/clocks/rules/picture.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./clock-list.module.css";
import { Due } from "./due.tsx";
import { useNow } from "./now.tsx";
import { TargetTag } from "./target-tag.tsx";
import { targetsOf } from "./timeline.view.ts";

/**
 * Every clock of a ticket with its source: response, resolution, reply by law. One that was called off is left out; those of
 * the ticket's drawing carry its numbers.
 */
export const ClockList = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const lead = leadOf(clocks);
	const targets = targetsOf(lead === null ? [] : sharingPicture(lead, clocks), useNow());
	return (
		<dl className={styles["list"]}>
			{clocks
				.filter((clock) => clock.state !== "cancelled")
				.map((clock) => {
					const target = targets.find((one) => one.clock.id === clock.id);
					return (
						<div key={clock.id}>
							<dt>
								<span className={styles["number"]}>{target === undefined ? null : <TargetTag of={target} />}</span>
								{say.t(`time.${clock.kind}`)}
							</dt>
							<dd>
								<Due clock={clock} onWhy={onWhy} />
							</dd>
						</div>
					);
				})}
		</dl>
	);
};
