export type WorkFreeDay = { readonly date: string; readonly name: string };

/**
 * Work-free days of Slovenia for the years below, as imported: data, because the list is made by law and not by a formula
 * (2 January was a working day in 2013–2016; 14 August 2023 was announced six days ahead). Later years and one-off days are
 * recorded as they become known. Holidays that are working days (8 June, 23 November …) are not here. Source:
 * requirements.md §3.7.
 */
const years = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030];

const everyYear: readonly (readonly [string, string])[] = [
	["01-01", "novo leto"],
	["01-02", "novo leto"],
	["02-08", "Prešernov dan, slovenski kulturni praznik"],
	["04-27", "dan upora proti okupatorju"],
	["05-01", "praznik dela"],
	["05-02", "praznik dela"],
	["06-25", "dan državnosti"],
	["08-15", "Marijino vnebovzetje"],
	["10-31", "dan reformacije"],
	["11-01", "dan spomina na mrtve"],
	["12-25", "božič"],
	["12-26", "dan samostojnosti in enotnosti"],
];

const moving: readonly (readonly [string, string])[] = [
	...[
		"2023-04-09",
		"2024-03-31",
		"2025-04-20",
		"2026-04-05",
		"2027-03-28",
		"2028-04-16",
		"2029-04-01",
		"2030-04-21",
	].map((date) => [date, "velika noč"] as const),
	...[
		"2023-04-10",
		"2024-04-01",
		"2025-04-21",
		"2026-04-06",
		"2027-03-29",
		"2028-04-17",
		"2029-04-02",
		"2030-04-22",
	].map((date) => [date, "velikonočni ponedeljek"] as const),
	...[
		"2023-05-28",
		"2024-05-19",
		"2025-06-08",
		"2026-05-24",
		"2027-05-16",
		"2028-06-04",
		"2029-05-20",
		"2030-06-09",
	].map((date) => [date, "binkošti"] as const),
];

const oneOff: readonly (readonly [string, string])[] = [["2023-08-14", "dan solidarnosti"]];

export const workFreeDaysSi: readonly WorkFreeDay[] = [
	...years.flatMap((year) => everyYear.map(([day, name]) => [`${year}-${day}`, name] as const)),
	...moving,
	...oneOff,
]
	.map(([date, name]) => ({ date, name }))
	.toSorted((a, b) => (a.date < b.date ? -1 : 1));
