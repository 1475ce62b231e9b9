const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "avg", "sep", "okt", "nov", "dec"];
const english: Readonly<Record<string, string>> = { may: "maj", aug: "avg", oct: "okt" };

/**
 * The day a person wrote, as `2026-03-12`: `12. 3. 2026`, `12.3.2026`, `12/3/2026`, `12 Mar 2026`, `12. marec 2026` or the
 * ISO form; null for what is no day. The day always comes before the month, in both languages.
 */
export const dayOf = (text: string): string | null => {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
	if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const parts = /^(\d{1,2})[.\s/]+(\d{1,2}|\p{L}{3,9})[.\s/]+(\d{4})$/u.exec(text.trim().replaceAll("\u00A0", " "));
	if (!parts) return null;
	const [, day = "", month = "", year = ""] = parts;
	return existing(Number(year), /^\d/.test(month) ? Number(month) : monthNamed(month), Number(day));
};

const monthNamed = (name: string): number => {
	const short = name.slice(0, 3).toLowerCase();
	return months.indexOf(english[short] ?? short) + 1;
};

const existing = (year: number, month: number, day: number): string | null => {
	try {
		return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
	} catch {
		return null;
	}
};
