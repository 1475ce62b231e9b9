const firstPart = 64 * 1024;

const charsetLabel = /charset\s*=\s*"?([^\s";]+)/i;

/**
 * Declares the character set of a mail that names none, claims ASCII or names one that nobody knows: valid UTF-8 is UTF-8, other
 * bytes above 127 are windows-1250 in this part of the world (the parser would lose every č, š and ž). Only a mail of a single
 * part is helped; one that declares its character set is given back as it is.
 */
export function declareCharset(raw: Uint8Array): Uint8Array {
	const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
	const head = buffer.subarray(0, firstPart).toString("latin1");
	const blank = /\r?\n\r?\n/.exec(head);
	if (blank === null) return raw;
	const header = head.slice(0, blank.index);
	const type = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/im.exec(header)?.[0].replace(/\r$/, "") ?? null;
	if (type !== null && !/^content-type:\s*text\//i.test(type)) return raw;
	if (isKnown(charsetLabel.exec(type ?? "")?.[1] ?? "us-ascii")) return raw;
	const kind = /text\/html/i.test(type ?? "") ? "text/html" : "text/plain";
	const declared = `Content-Type: ${kind}; charset=${isUtf8(buffer) ? "utf-8" : "windows-1250"}`;
	const start = type === null ? `${declared}\r\n${header}` : header.replace(type, () => declared);
	return Buffer.concat([Buffer.from(start, "latin1"), buffer.subarray(blank.index)]);
}

function isKnown(label: string): boolean {
	if (/^(?:us-)?ascii$/i.test(label)) return false;
	try {
		const decoder = new TextDecoder(label);
		return decoder.encoding !== "";
	} catch {
		return /^(?:cp|x-cp|x-mac|mac|ibm|koi|utf|ucs|iso|gb|big5|shift)/i.test(label); // the parser knows more names than the platform
	}
}

function isUtf8(bytes: Buffer): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
