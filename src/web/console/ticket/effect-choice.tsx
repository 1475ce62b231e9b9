import { Radio } from "@mantine/core";
import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { Effect } from "../../../desk/tickets/rules/codes.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./ticket.module.css";
import { type Facts, definitionsOf } from "./triage.view.ts";

/** Three effects, each with the agreement's definition beside it. */
export const EffectChoice = ({
	terms,
	facts,
	value,
	onChange,
}: {
	terms: DraftTerms;
	facts: Facts;
	value: Effect | null;
	onChange: (effect: Effect) => void;
}) => {
	const say = useText();
	const definitions = definitionsOf(terms, facts);
	return (
		<Radio.Group
			label={say.t("ticket.effect")}
			description={say.t("ticket.effectHint")}
			value={value}
			onChange={(chosen) => onChange(Effect.parse(chosen))}
		>
			<div className={styles["effect"]}>
				{Effect.options.map((effect) => (
					<Radio
						key={effect}
						value={effect}
						label={say.t(`words.effect-${effect}`)}
						description={definitions[effect]}
					/>
				))}
			</div>
		</Radio.Group>
	);
};
