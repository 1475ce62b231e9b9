/** One header field as it stood in the mail: lower-case name, unfolded value, nothing decoded. */
export type Header = { readonly key: string; readonly value: string };

/** Values of a header field in the order of the mail; empty when the field is absent. */
export const headerValues = (headers: readonly Header[], key: string): string[] =>
	headers.filter((header) => header.key === key).map((header) => header.value.trim());

const lineEndsAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu;

/**
 * Text that may stand in a header field: CR, LF, NUL, other controls and the Unicode line ends become one space, bidirectional
 * overrides go, and the length is cut to `most` characters (a subject line is never longer than 300).
 */
export const headerSafe = (text: string, most = 300): string =>
	text
		.replace(lineEndsAndControls, " ")
		.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
		.trim()
		.slice(0, most);

/** Text of a body: controls that no keyboard makes are dropped, line ends become LF, compatibility forms stay. */
export const bodySafe = (text: string): string =>
	text
		.replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, "")
		.normalize("NFC");
