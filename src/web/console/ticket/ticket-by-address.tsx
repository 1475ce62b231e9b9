import type { ReactNode } from "react";
import { type ClockView, ofTicket } from "../../../desk/clocks/contract.ts";
import { list } from "../../../desk/queues/contract.ts";
import { type TicketView, read } from "../../../desk/tickets/contract.ts";
import { TicketId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";

/** The ticket that an address names: by its number, as people say it, or by its id, as links in mails do. */
export const TicketByAddress = ({
	address,
	children,
}: {
	address: string;
	children: (ticket: TicketView) => ReactNode;
}) => {
	const id = TicketId.safeParse(address);
	return id.success ? <ById id={id.data}>{children}</ById> : <ByNumber number={address}>{children}</ByNumber>;
};

const ById = ({ id, children }: { id: TicketId; children: (ticket: TicketView) => ReactNode }) => (
	<Asked question={useQuestion(read, { id }, { keepOld: false, everyMs: 60_000 })}>{children}</Asked>
);

const ByNumber = ({ number, children }: { number: string; children: (ticket: TicketView) => ReactNode }) => {
	const say = useText();
	const question = useQuestion(list, { words: number, isOpen: "false", limit: 20 }, { keepOld: false });
	return (
		<Asked question={question}>
			{({ rows }) => {
				const row = rows.find((one) => String(one.number) === number);
				return row === undefined ? (
					<EmptyState title={say.t("app.notFound")} hint={say.t("app.notFoundHint")} />
				) : (
					<ById id={row.id}>{children}</ById>
				);
			}}
		</Asked>
	);
};

/** The clocks of a ticket; none while they load, so that the page keeps its frame. */
export const useClocks = (ticketId: TicketId): readonly ClockView[] =>
	useQuestion(ofTicket, { ticketId }, { everyMs: 60_000 }).data?.clocks ?? [];
