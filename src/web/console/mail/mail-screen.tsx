import { Button, Tabs, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { type MailId, sentMail, sentMails } from "../../../desk/channels/contract.ts";
import { useCan, useMe } from "../../api/me.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { saveFile } from "../../ui/form/save-file.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { Written } from "../ticket/written.tsx";
import styles from "./mail.module.css";
import { Quarantine } from "./quarantine.tsx";

type Id = z.infer<typeof MailId>;

/** What a demo or test desk would have sent, with working links, and what arrived and could not be taken in. */
export const MailScreen = () => {
	const say = useText();
	const me = useMe().data;
	const can = useCan().data;
	if (me === undefined || can === undefined) return null;
	return (
		<Page title={say.t("app.mail")}>
			<Tabs defaultValue={me.demo ? "sent" : "quarantine"} keepMounted={false}>
				<Tabs.List mb="md">
					{me.demo ? <Tabs.Tab value="sent">{say.t("mail.title")}</Tabs.Tab> : null}
					{can["channels.quarantine"]?.length === 0 ? (
						<Tabs.Tab value="quarantine">{say.t("mail.quarantine")}</Tabs.Tab>
					) : null}
				</Tabs.List>
				<Tabs.Panel value="sent">
					<Sent />
				</Tabs.Panel>
				<Tabs.Panel value="quarantine">
					<Quarantine />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
};

const Sent = () => {
	const say = useText();
	const [chosen, setChosen] = useState<Id | null>(null);
	return (
		<>
			<Text c="dimmed" mb="md">
				{say.t("mail.hint")}
			</Text>
			<Asked question={useQuestion(sentMails, { limit: 100 }, { everyMs: 15_000 })}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("mail.noMails")} />
					) : (
						<div className={styles["panes"]}>
							<ul className={styles["list"]}>
								{rows.map((row) => (
									<li key={row.id}>
										<button type="button" aria-pressed={row.id === chosen} onClick={() => setChosen(row.id)}>
											<span>{row.subject}</span>
											<span>
												{row.to} · <time dateTime={row.at}>{say.moment(row.at)}</time>
											</span>
										</button>
									</li>
								))}
							</ul>
							{chosen === null ? <EmptyState title={say.t("mail.choose")} /> : <Mail id={chosen} />}
						</div>
					)
				}
			</Asked>
		</>
	);
};

const Mail = ({ id }: { id: Id }) => {
	const say = useText();
	return (
		<Asked question={useQuestion(sentMail, { id }, { keepOld: false })}>
			{(mail) => (
				<Panel title={mail.subject}>
					<Facts
						of={[
							[say.t("mail.to"), mail.to],
							[say.t("mail.when"), say.moment(mail.at)],
							[say.t("mail.replyTo"), mail.replyTo],
						]}
					/>
					<Text c="dimmed" size="sm">
						{say.t("mail.replyHint")}
					</Text>
					<Written text={mail.text} withLinks />
					<div className={styles["acts"]}>
						{mail.ticketId === null ? null : (
							<Link to="/app/tickets/$ticket" params={{ ticket: mail.ticketId }}>
								{say.t("mail.ticket")}
							</Link>
						)}
						<Button
							variant="default"
							size="compact-sm"
							onClick={() => saveFile(`${mail.id}.eml`, "message/rfc822", mail.raw)}
						>
							{say.t("mail.raw")}
						</Button>
					</div>
				</Panel>
			)}
		</Asked>
	);
};
