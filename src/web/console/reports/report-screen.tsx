import { ActionIcon, Button, Select, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type MonthReport, csv, month } from "../../../desk/reports/contract.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import { call } from "../../api/client.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { saveFile } from "../../ui/form/save-file.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { useServiceChoices } from "../people/choices.ts";
import { BehindList } from "./behind-list.tsx";
import { Breakdowns } from "./breakdowns.tsx";
import { Figures } from "./figures.tsx";
import { behindOf, otherMonth } from "./report-search.view.ts";
import { Trend } from "./trend.tsx";

export const ReportScreen = () => {
	const search = useSearch({ from: "/inside/app/reports" });
	const current = useToday().toPlainYearMonth().toString();
	const shown = search.month ?? current;
	const behind = behindOf(search, shown);
	return behind === null ? <MonthPage serviceId={search.serviceId} shown={shown} /> : <BehindList behind={behind} />;
};

const MonthPage = ({ serviceId, shown }: { serviceId: string | undefined; shown: string }) => {
	const say = useText();
	const period = {
		month: shown,
		...(serviceId === undefined ? {} : { serviceId: serviceId as ServiceId }),
		language: say.language,
	};
	const download = async () => {
		const { name, text } = await call(csv, period);
		saveFile(name, "text/csv;charset=utf-8", text);
	};
	return (
		<Page
			title={say.t("report.title")}
			aside={<Period serviceId={serviceId} shown={shown} />}
			actions={
				<Button variant="default" onClick={() => void download()}>
					{say.t("report.csv")}
				</Button>
			}
		>
			<Asked question={useQuestion(month, period)}>{(report) => <MonthContent report={report} />}</Asked>
		</Page>
	);
};

const Period = ({ serviceId, shown }: { serviceId: string | undefined; shown: string }) => {
	const say = useText();
	const navigate = useNavigate({ from: "/app/reports" });
	const services = useServiceChoices();
	const go = (by: number) => () => void navigate({ search: (before) => ({ ...before, month: otherMonth(shown, by) }) });
	return (
		<>
			<Select
				aria-label={say.t("report.service")}
				placeholder={say.t("report.allServices")}
				data={services}
				clearable
				w={240}
				value={serviceId ?? null}
				onChange={(value) =>
					void navigate({
						search: ({ serviceId: _, ...before }) => (value === null ? before : { ...before, serviceId: value }),
					})
				}
			/>
			<ActionIcon variant="default" size={32} onClick={go(-1)} aria-label={say.t("report.previous")}>
				<IconChevronLeft size={18} aria-hidden />
			</ActionIcon>
			<Text fw={500}>{say.month(shown)}</Text>
			<ActionIcon variant="default" size={32} onClick={go(1)} aria-label={say.t("report.next")}>
				<IconChevronRight size={18} aria-hidden />
			</ActionIcon>
		</>
	);
};

const MonthContent = ({ report }: { report: MonthReport }) => {
	const say = useText();
	return (
		<>
			<Text c="dimmed">
				{say.t(report.isOver ? "report.closed" : "report.running", { when: say.moment(report.countedAt) })}
			</Text>
			<Figures figures={report.figures} />
			<Panel title={say.t("report.trend")}>
				<Trend trend={report.trend} />
			</Panel>
			<Breakdowns report={report} />
			<Panel title={say.t("report.definitions")}>
				<Facts of={report.definitions.map((definition) => [definition.name, definition.text] as const)} />
			</Panel>
		</>
	);
};
