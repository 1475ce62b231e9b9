import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import type { GateView } from "../../../desk/agreements/contract.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { useText } from "../../text/use-text.tsx";
import { Reasons } from "../state/error-state.tsx";
import { ClauseChip } from "../time/clause-chip.tsx";
import styles from "./agreement-parts.module.css";

/** Both conditions of the start of support: what is met and since when, what is open and who holds it. */
export const GateList = ({
	gates,
	supportStart,
	waitsFor,
	agreementId,
}: {
	gates: readonly GateView[];
	supportStart: string | null;
	waitsFor: readonly Obstacle[];
	agreementId: string;
}) => {
	const say = useText();
	return (
		<>
			{([1, 2] as const).map((number) => (
				<div key={number}>
					<h3 className={styles["sub"]}>
						{say.t(number === 1 ? "agreement.gate1" : "agreement.gate2")}{" "}
						<ClauseChip
							text="§ II.5"
							full={say.t("time.clause", { number: "II.5", heading: say.t("agreement.II.5") })}
							agreementId={agreementId}
							anchor="II.5"
						/>
					</h3>
					<ul className={styles["list"]}>
						{gates
							.filter((gate) => gate.gate === number)
							.map((gate) => (
								<Gate key={`${gate.party}${gate.set}`} gate={gate} />
							))}
					</ul>
				</div>
			))}
			<Reasons obstacles={waitsFor} />
			<p>
				{supportStart === null
					? say.t("agreement.startBoth")
					: say.t("agreement.start", { when: say.proseDate(supportStart) })}
			</p>
		</>
	);
};

const Gate = ({ gate }: { gate: GateView }) => {
	const say = useText();
	const Icon = gate.met ? IconCircleCheck : IconCircleDashed;
	const who = gate.party === null ? say.word("words", `set-${gate.set}`) : say.word("agreement", `party-${gate.party}`);
	const holder = gate.holder.name ?? say.word("words", `role-${gate.holder.role}`);
	return (
		<li>
			<Icon size={18} aria-hidden data-met={gate.met || undefined} />
			<div>
				<strong>{who}</strong>{" "}
				{gate.met && gate.on !== null
					? say.t("agreement.gateMet", { when: say.date(gate.on) })
					: say.t("agreement.gateOpen", { who: holder })}
				{gate.qualified === null || gate.minimum === null ? null : (
					<div className={styles["muted"]}>
						{say.t("agreement.qualifiedOf", { qualified: gate.qualified, minimum: gate.minimum })}
					</div>
				)}
				{gate.met ? null : <Reasons obstacles={gate.obstacles} />}
			</div>
		</li>
	);
};
