/** What the sender wrote now and what the program quoted below it; `fresh + "\n" + history` is the whole text again. */
export type SplitText = { readonly fresh: string; readonly history: string };

// "Dne 23. 11. 2026 ob 10:00 je Ana Novak napisala:" and its kin in the languages of the country and its neighbours.
const attributions = [
	/\bje\b.{0,300}\bnapisa(?:l|la|li|lo|o|l\/-?a|l\(-?a\))\s*:$/i,
	/^on\b.{4,400}\bwrote\s*:$/i,
	/^am\b.{4,400}\bschrieb\b.{0,200}:$/i,
	/^il\b.{4,400}\bha scritto\s*:$/i,
	/\bezt írta\b.{0,200}:$/i,
];
const original =
	/^[-_\s>]{2,40}(?:izvirno sporočilo|originalno sporočilo|original message|messaggio originale|ursprüngliche nachricht|eredeti üzenet)[-_\s]{2,40}$/i;
const from = /^\*{0,2}(?:od|from|pošiljatelj|da|von|feladó)\s*:/i;
const headerLines = [
	/^\*{0,2}(?:poslano|sent|datum|date|inviato|gesendet|elküldve)\s*:/i,
	/^\*{0,2}(?:za|to|prejemnik|an|a|címzett)\s*:/i,
	/^\*{0,2}(?:zadeva|subject|oggetto|betreff|tárgy)\s*:/i,
];

const short = (line: string | undefined): string => (line ?? "").slice(0, 500).trim();
const isQuoted = (line: string): boolean => line.trimStart().startsWith(">");

/** Lines that an attribution starting at `at` takes up (mail programs wrap it), 0 when there is none. */
function attributionLength(lines: readonly string[], at: number): number {
	let joined = "";
	for (let count = 1; count <= 3 && short(lines[at + count - 1]) !== ""; count++) {
		joined = `${joined} ${short(lines[at + count - 1])}`.trim();
		if (!/\d/.test(joined) || joined.length > 600 || !attributions.some((pattern) => pattern.test(joined))) continue;
		// Not from a line of the sender's own words that stands right above the attribution.
		return count > 1 && attributionLength(lines, at + 1) > 0 ? 0 : count;
	}
	return 0;
}

/** Outlook's block: "Od: / Poslano: / Za: / Zadeva:", one field a line, in that or another order. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
	if (!from.test(short(lines[at]))) return false;
	const next = lines.slice(at + 1, at + 8).map(short);
	return headerLines.every((pattern) => next.some((line) => pattern.test(line)));
}

function historyStart(lines: readonly string[]): number {
	// Looked up once: asking again from every line would be quadratic in a long quotation.
	const lastOwn = lines.findLastIndex((line) => line.trim() !== "" && !isQuoted(line));
	const lastQuoted = lines.findLastIndex(isQuoted);
	// False when the sender wrote between or below the quoted lines: then nothing is folded.
	const nothingOfOwnFrom = (at: number): boolean => lastOwn < at || lastQuoted < at;
	for (let at = 0; at < lines.length; at++) {
		const line = short(lines[at]);
		if (line === "") continue;
		if (isQuoted(line)) {
			if (lastOwn < at) return at;
			continue;
		}
		if (original.test(line) || isHeaderBlock(lines, at)) return at;
		if (/^_{8,}$/.test(line) && isHeaderBlock(lines, at + 1)) return at;
		const length = attributionLength(lines, at);
		if (length > 0 && nothingOfOwnFrom(at + length)) return at;
	}
	return lines.length;
}

/**
 * Splits a mail's text into what is new and the quoted history, which a screen folds and nothing deletes. A reply written
 * between quoted lines, a forwarded mail and a mail that is all quotation stay whole. Linear in the length of the text.
 */
export function splitHistory(text: string): SplitText {
	const lines = text.split("\n");
	const at = historyStart(lines);
	const fresh = lines.slice(0, at).join("\n");
	if (at === lines.length || fresh.trim() === "") return { fresh: text, history: "" };
	return { fresh, history: lines.slice(at).join("\n") };
}
