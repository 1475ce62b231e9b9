import { IconCircleDashed, IconSignature } from "@tabler/icons-react";
import type { z } from "zod";
import type { SignatureView } from "../../../desk/agreements/contract.ts";
import { parties } from "../../../desk/agreements/rules/states.ts";
import { useText } from "../../text/use-text.tsx";
import { substitutionText } from "./substitution.view.ts";
import styles from "./agreement-parts.module.css";

type Signature = z.infer<typeof SignatureView>;

/** One row per party: signed by whom, where, when and under which number, or not yet. */
export const SignatureCards = ({ signatures, hash }: { signatures: readonly Signature[]; hash: string | null }) => {
	const say = useText();
	return (
		<>
			<ul className={styles["list"]}>
				{parties.map((party) => {
					const signature = signatures.find((one) => one.party === party);
					return (
						<li key={party}>
							{signature === undefined ? (
								<>
									<IconCircleDashed size={18} aria-hidden />
									{say.t("agreement.signatureMissing", { party: say.word("agreement", `party-${party}`) })}
								</>
							) : (
								<Signed signature={signature} />
							)}
						</li>
					);
				})}
			</ul>
			{hash === null ? null : <p className={styles["hash"]}>{say.t("agreement.hash", { hash })}</p>}
		</>
	);
};

const Signed = ({ signature }: { signature: Signature }) => {
	const say = useText();
	return (
		<>
			<IconSignature size={18} aria-hidden data-met />
			<div>
				<strong>{say.word("agreement", `party-${signature.party}`)}</strong>:{" "}
				{say.t("agreement.signedBy", {
					name: signature.signerName,
					place: signature.place,
					date: say.date(signature.date),
				})}
				{signature.substitution === null ? null : `, ${substitutionText(signature.substitution, say)}`}
				<div className={styles["muted"]}>
					{say.t("agreement.documentNumber", { number: signature.documentNumber })},{" "}
					{say.word("agreement", `method-${signature.method}`)}
				</div>
			</div>
		</>
	);
};
