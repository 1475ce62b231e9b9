import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { list } from "../../../desk/queues/contract.ts";
import { ofCaller } from "../../../desk/tickets/contract.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Panel } from "../../ui/shell/page.tsx";
import { Items } from "../agreements/part-one.tsx";
import { useTermsInForce } from "../ticket/use-terms.ts";
import styles from "./call.module.css";

type Caller = { readonly phone: string; readonly email: string };

/** What an adviser needs during the call: the service's conditions and who else has called about it. */
export const BesideCall = ({
	serviceId,
	words,
	caller,
}: {
	serviceId: ServiceId | null;
	words: string;
	caller: Caller;
}) => {
	const say = useText();
	const found = useTermsInForce(serviceId);
	const part = found === null || found === "NONE" ? undefined : found.partI;
	return (
		<div className={styles["beside"]}>
			<CallersTickets caller={caller} />
			<Panel title={say.t("call.prerequisites")}>
				{serviceId === null ? <Text c="dimmed">{say.t("call.noService")}</Text> : null}
				{found === "NONE" ? <Text>{say.t("ticket.noAgreement")}</Text> : null}
				<Items of={part?.service?.accessPrerequisites} />
				{part === undefined ? null : <strong>{say.t("call.technical")}</strong>}
				<Items of={part?.service?.technicalRequirements} />
				{part === undefined ? null : <strong>{say.t("call.topics")}</strong>}
				<Items of={[...(part?.support?.contentTopics ?? []), ...(part?.support?.technicalTasks ?? [])]} />
			</Panel>
			<OpenTickets serviceId={serviceId} words={words} />
		</div>
	);
};

/** Whoever calls again is known by the number or the address, once enough of it is there to tell. */
const CallersTickets = ({ caller }: { caller: Caller }) => {
	const say = useText();
	const [{ phone, email }] = useDebouncedValue(caller, 400);
	const isAsked = phone.replaceAll(/\D/g, "").length >= 8 || email.includes("@");
	const asked = { ...(phone === "" ? {} : { phone }), ...(email === "" ? {} : { email }) };
	const { data } = useQuestion(ofCaller, asked, { enabled: isAsked, keepOld: false });
	if (!isAsked || data === undefined || data.rows.length === 0) return null;
	return <TicketLinks title={say.t("call.callersTickets")} rows={data.rows} />;
};

const OpenTickets = ({ serviceId, words }: { serviceId: ServiceId | null; words: string }) => {
	const say = useText();
	const [settled] = useDebouncedValue(words.trim(), 400);
	const isAsked = settled.length >= 4;
	const { data } = useQuestion(
		list,
		{ words: settled, ...(serviceId === null ? {} : { serviceId }), limit: 20 },
		{ enabled: isAsked },
	);
	const rows = data?.rows.filter(({ state }) => state !== "closed" && state !== "spam") ?? [];
	return !isAsked || rows.length === 0 ? null : <TicketLinks title={say.t("call.openTickets")} rows={rows} />;
};

const TicketLinks = ({
	title,
	rows,
}: {
	title: string;
	rows: readonly { readonly id: string; readonly number: number; readonly subject: string }[];
}) => {
	const say = useText();
	return (
		<Panel title={title}>
			<ul className={styles["tickets"]}>
				{rows.map((row) => (
					<li key={row.id}>
						<Link to="/app/tickets/$ticket" params={{ ticket: String(row.number) }}>
							{say.t("ticket.title", { number: row.number, subject: row.subject })}
						</Link>
					</li>
				))}
			</ul>
		</Panel>
	);
};
