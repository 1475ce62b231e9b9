import type { CatalogueContent } from "../../../desk/catalogue/rules/catalogue-content.ts";
import { useText } from "../../text/use-text.tsx";
import { AvailabilityWeek } from "../../ui/agreement/availability-week.tsx";
import { allowanceText } from "../../ui/agreement/allowance.view.ts";
import { Facts } from "../../ui/form/facts.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { Panel } from "../../ui/shell/page.tsx";
import styles from "./catalogue.module.css";

/** One edition of the catalogue, to be read. */
export const CatalogueContentView = ({ content }: { content: CatalogueContent }) => {
	const say = useText();
	return (
		<>
			<div className={styles["two"]}>
				<Panel title={say.t("desk.contacts")}>
					<Facts
						of={[
							[say.t("desk.phones"), content.contacts.phones.join(", ")],
							[say.t("desk.webForm"), content.contacts.webFormUrl],
							[say.t("desk.email"), content.contacts.email],
							[say.t("desk.management"), content.managementEmails.join(", ")],
							[say.t("desk.adviserMailbox"), content.adviserMailbox],
							[
								say.t("desk.security"),
								`${content.securityContact.name}, ${content.securityContact.email}, ${content.securityContact.phone}`,
							],
						]}
					/>
				</Panel>
				<Settings content={content} />
			</div>
			<Panel>
				<AvailabilityWeek week={content.openingHours} label={say.t("desk.openingHours")} />
			</Panel>
			<Panel title={say.t("desk.bodies")}>
				<Rows
					caption={say.t("desk.bodies")}
					heads={["body", "subject", "contact"].map((key) => say.word("desk", key))}
					rows={content.competentBodies.map((body) => ({
						key: body.code,
						cells: [body.name, body.subject, [body.email, body.phone, body.url].filter(Boolean).join(", ")],
					}))}
				/>
			</Panel>
			<div className={styles["two"]}>
				<Panel title={say.t("desk.roles")}>
					<Facts of={content.roles.map(({ role, text }) => [say.word("words", `role-${role}`), text] as const)} />
				</Panel>
				<Panel title={say.t("desk.reports")}>
					<Facts of={content.reportDefinitions.map((report) => [report.name, report.content] as const)} />
				</Panel>
			</div>
		</>
	);
};

const Settings = ({ content }: { content: CatalogueContent }) => {
	const say = useText();
	const { response, resolution } = content.firstLevelTargets;
	const targets = [
		...(response === null ? [] : [say.t("desk.responseTarget", { span: allowanceText(response, say) })]),
		...(resolution === null ? [] : [say.t("desk.resolutionTarget", { span: allowanceText(resolution, say) })]),
	];
	return (
		<Panel title={say.t("desk.settings")}>
			<Facts
				of={[
					[say.t("desk.reminders"), content.reminderDays.join(", ")],
					[say.t("desk.autoClose"), say.t("desk.days", { n: content.autoCloseDays })],
					[say.t("desk.reopen"), say.t("desk.within", { n: content.reopenDays })],
					[say.t("desk.warning"), say.t("desk.warningValue", { share: say.percent(content.warningShare / 100) })],
					[say.t("desk.firstLevel"), targets.length === 0 ? say.t("desk.noTarget") : targets.join(", ")],
				]}
			/>
		</Panel>
	);
};
