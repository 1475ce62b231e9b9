export type Cell = string | number | null;

/** A spreadsheet takes a cell that begins so for a formula, also behind spaces (OWASP, CSV injection). */
const formula = /^[\s\u00a0]*[=+\-@\t\r]/u;

/**
 * A table as RFC 4180 text: CRLF line ends, quotes where needed, semicolons because Excel in Slovenian separates columns by
 * them, and a byte order mark, without which it reads č, š and ž wrongly. A text that begins like a formula gets an
 * apostrophe in front; numbers stay numbers.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(cellText).join(";")}\r\n`).join("")}`;

function cellText(cell: Cell): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(cell);
	const safe = formula.test(cell) ? `'${cell}` : cell;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
