import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import { daysOf } from "../../ui/agreement/week.view.ts";
import { Facts } from "../../ui/form/facts.tsx";
import { nameIn } from "./terms.view.ts";

type Client = NonNullable<NonNullable<DraftTerms["partI"]>["client"]>;

/** I.6: who the client is and whom the contact centre may turn to. */
export const ClientClause = ({ terms }: { terms: DraftTerms }) => {
	const say = useText();
	const client = terms.partI?.client;
	const address = client?.address;
	const name = nameIn(terms);
	return (
		<Facts
			of={[
				[say.t("agreement.organisation"), client?.organisation],
				[
					say.t("agreement.address"),
					address?.street == null ? null : `${address.street}, ${address.postCode ?? ""} ${address.town ?? ""}`,
				],
				[say.t("agreement.owner"), <Contact key="owner" of={client?.serviceOwner} />],
				[say.t("agreement.contentCustodian"), <Contact key="content" of={client?.contentCustodian} />],
				[say.t("agreement.technicalCustodian"), <Contact key="technical" of={client?.technicalCustodian} />],
				[say.t("agreement.director"), client?.director?.name],
				[
					say.t("agreement.deputies"),
					Object.values(client?.deputies ?? {})
						.filter((key) => key != null)
						.map((key) => name(key))
						.join(", "),
				],
			]}
		/>
	);
};

const Contact = ({ of }: { of: Client["serviceOwner"] }) => {
	const say = useText();
	if (of?.name == null) return null;
	const hours = of.reachability ?? hoursOf(of, say.language);
	return (
		<>
			{of.name}
			<br />
			{[of.email, of.phone].filter(Boolean).join(", ")}
			{hours === "" ? null : (
				<>
					<br />
					{say.t("agreement.reachable")}: {hours}
				</>
			)}
		</>
	);
};

const hoursOf = (contact: NonNullable<Client["serviceOwner"]>, language: "sl" | "en"): string =>
	daysOf(contact.reachabilityHours ?? {}, language)
		.filter((day) => day.text !== "")
		.map((day) => `${day.short} ${day.text}`)
		.join(", ");
