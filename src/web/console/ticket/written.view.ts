export type Piece = { readonly text: string; readonly href: string | null; readonly at: number };

/** Splits a text at its web addresses; a full stop or bracket after an address is not a part of it. */
export const linked = (text: string): Piece[] => {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(/https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g)) {
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null, at: from });
		pieces.push({ text: match[0], href: match[0], at: match.index });
		from = match.index + match[0].length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), href: null, at: from });
	return pieces;
};

/** The fresh words of a message and the quoted history below them, which is folded and never deleted. */
export const folded = (body: string, quotedFrom: number | null): { fresh: string; quoted: string } =>
	quotedFrom === null
		? { fresh: body, quoted: "" }
		: { fresh: body.slice(0, quotedFrom).trimEnd(), quoted: body.slice(quotedFrom).trim() };
