import { decodeWords } from "postal-mime";
import { headerSafe } from "./headers.ts";

export type Mailbox = { readonly name: string; readonly address: string };

const dotAtom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/**
 * The address in lower case, or null when it is not one by a strict grammar (RFC 5322 dot-atom, no comment, no quoted local
 * part, at most 64 + 254 characters). Anything that looks like an encoded word is refused: decoding it after the check is how
 * a stranger's mail came to carry an adviser's address.
 */
export const strictAddress = (text: string): string | null => {
	const at = text.lastIndexOf("@");
	const local = text.slice(0, at);
	const domain = text.slice(at + 1);
	if (at < 1 || text.length > 254 || local.length > 64 || text.includes("=?") || text.includes("?=")) return null;
	if (!dotAtom.test(local)) return null;
	const labels = domain.split(".");
	return labels.length > 1 && labels.every((part) => label.test(part)) ? text.toLowerCase() : null;
};

type Piece = { readonly kind: "text" | "quoted" | "angle" | "comment"; readonly text: string };
const closing = { '"': '"', "<": ">", "(": ")" } as const;

/** Cuts an address header into members (at `,` and `;` outside quotes) of pieces; one pass, no backtracking. */
function members(value: string): Piece[][] {
	const result: Piece[][] = [[]];
	let plain = "";
	const flush = () => {
		if (plain.trim() !== "") result.at(-1)?.push({ kind: "text", text: plain.trim() });
		plain = "";
	};
	for (let at = 0; at < value.length; at++) {
		const char = value[at] ?? "";
		if (char === '"' || char === "<" || char === "(") {
			flush();
			let inside = "";
			for (at++; at < value.length && value[at] !== closing[char]; at++) {
				if (value[at] === "\\" && char !== "<") at++;
				inside += value[at] ?? "";
			}
			result.at(-1)?.push({ kind: char === '"' ? "quoted" : char === "<" ? "angle" : "comment", text: inside });
		} else if (char === "," || char === ";") {
			flush();
			result.push([]);
		} else if (char === ":" && !plain.includes("@")) {
			plain = ""; // the name of a group ("Skupina: a@…, b@…;") is no mailbox
		} else {
			plain += char;
		}
	}
	flush();
	return result.filter((pieces) => pieces.length > 0);
}

function mailbox(pieces: readonly Piece[]): Mailbox | null {
	const angles = pieces.filter((piece) => piece.kind === "angle");
	const words = pieces.filter((piece) => piece.kind === "text" || piece.kind === "quoted");
	if (angles.length > 1) return null;
	const bare = angles[0] ?? (words.length === 1 && words[0]?.kind === "text" ? words[0] : undefined);
	const address = bare === undefined ? null : strictAddress(bare.text.trim());
	if (address === null) return null;
	const name = angles.length === 1 ? words.map((piece) => piece.text).join(" ") : "";
	return { name: headerSafe(decodeWords(name), 200), address };
}

/**
 * Mailboxes of an address header from its raw value; what is not an address by the strict grammar is left out. Encoded words
 * are decoded only in names, after the address has been taken, so they never yield an address.
 */
export const mailboxes = (value: string): Mailbox[] =>
	members(value)
		.slice(0, 200)
		.map(mailbox)
		.filter((found) => found !== null);
