import type { z } from "zod";
import type { Language } from "../../kernel/values.ts";
import type { BarView, MonthReport } from "./contract.ts";
import type { Cell } from "./rules/csv.ts";
import { unclassified } from "./rules/measure.ts";

type Report = Pick<z.input<typeof MonthReport>, "service" | "month" | "isOver" | "figures" | "definitions"> &
	Record<"byChannel" | "byCategory" | "byGroup", readonly z.input<typeof BarView>[]>;

const words = {
	sl: {
		head: ["Storitev", "Mesec", "Merilo", "Razčlenitev", "Vrednost", "Število", "Opredelitev"],
		all: "vse storitve",
		running: "mesec še teče",
		byChannel: "kanal",
		byCategory: "kategorija",
		byGroup: "skupina uporabnikov",
		values: {
			PHONE: "telefon",
			EMAIL: "e-pošta",
			WEB_FORM: "spletni obrazec",
			citizen: "državljani",
			company: "podjetja",
			sole_trader: "podjetniki",
			other: "drugi",
			[unclassified]: "nerazvrščeni",
		},
		file: "porocilo",
	},
	en: {
		head: ["Service", "Month", "Measure", "Breakdown", "Value", "Count", "Definition"],
		all: "all services",
		running: "month not over",
		byChannel: "channel",
		byCategory: "category",
		byGroup: "user group",
		values: {
			PHONE: "telephone",
			EMAIL: "e-mail",
			WEB_FORM: "web form",
			citizen: "citizens",
			company: "companies",
			sole_trader: "sole traders",
			other: "others",
			[unclassified]: "not classified",
		},
		file: "report",
	},
} satisfies Record<Language, unknown>;

/** The report as rows of a spreadsheet: one number in a row, with what it means beside it. */
export function reportTable(report: Report, language: Language): Cell[][] {
	const say = words[language];
	const period = [
		report.service?.name ?? say.all,
		report.isOver ? report.month : `${report.month} (${say.running})`,
	] as const;
	const [received] = report.definitions;
	const bars = (["byChannel", "byCategory", "byGroup"] as const).flatMap((by) =>
		report[by].map((bar): Cell[] => [
			...period,
			received?.name ?? "",
			say[by],
			valueText(bar, say.values),
			bar.count,
			"",
		]),
	);
	const figures = report.figures.map(({ count }, at): Cell[] => [
		...period,
		report.definitions[at]?.name ?? "",
		null,
		null,
		count,
		report.definitions[at]?.text ?? "",
	]);
	return [say.head, ...figures, ...bars];
}

const valueText = (bar: { value: string; label: string | null }, values: Readonly<Record<string, string>>): string =>
	values[bar.value] ?? [bar.value, bar.label].filter(Boolean).join(" ");

/** The name of the table's file: ASCII, so that every system keeps it. */
export const reportFileName = (report: Pick<Report, "service" | "month">, language: Language): string => {
	const service = (report.service?.name ?? "")
		.normalize("NFD")
		.replaceAll(/\p{M}/gu, "")
		.replaceAll(/[^A-Za-z0-9]+/g, "-")
		.replaceAll(/^-+|-+$/g, "")
		.toLowerCase();
	return [words[language].file, service, `${report.month}.csv`].filter(Boolean).join("-");
};
