import sanitizeHtml from "sanitize-html";
import { bodySafe } from "./headers.ts";

const blocks = [
	"p",
	"div",
	"li",
	"tr",
	"table",
	"blockquote",
	"h1",
	"h2",
	"h3",
	"h4",
	"h5",
	"h6",
	"pre",
	"ul",
	"ol",
	"hr",
];
const words = [
	"a",
	"abbr",
	"b",
	"br",
	"code",
	"del",
	"em",
	"i",
	"img",
	"s",
	"small",
	"span",
	"strong",
	"sub",
	"sup",
	"u",
];
const tables = ["tbody", "thead", "tfoot", "td", "th", "caption"];

// Parsers of the browser and ours disagree on very deep markup; what is deeper than this is flattened.
const nestingLimit = 100;

// Only elements whose words nobody is meant to read; an unclosed one of any other kind would swallow the rest of the mail.
const unspoken = ["script", "style", "title"];

/**
 * HTML of a mail made harmless: no script, style, form, frame or event handler; links only to http, https, mailto and tel,
 * opened without a trace; images only from the mail itself (`cid:`). The address of a remote image is kept as data, held back.
 */
export const safeHtml = (html: string): string =>
	sanitizeHtml(html, {
		allowedTags: [...blocks, ...words, ...tables],
		allowedAttributes: {
			a: ["href", "title", "rel", "target"],
			img: ["src", "alt", "data-held-back"],
			td: ["colspan", "rowspan"],
			th: ["colspan", "rowspan"],
		},
		allowedSchemes: ["http", "https", "mailto", "tel"],
		allowedSchemesByTag: { img: ["cid"] },
		allowProtocolRelative: false,
		nestingLimit,
		disallowedTagsMode: "discard",
		nonTextTags: unspoken,
		transformTags: {
			a: (tagName, attributes) => ({
				tagName,
				attribs: { ...attributes, rel: "noopener noreferrer nofollow", target: "_blank" },
			}),
			img: (tagName, { src = "", alt = "" }) => ({
				tagName,
				attribs: (/^https?:/i.test(src) ? { alt, "data-held-back": src } : { src, alt }) as Record<string, string>,
			}),
		},
	});

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " " };
const token = /<(\/?)([a-z0-9]+)[^<>]*>|[^<]+/g;

/** Readable plain text of HTML: one line per block, `> ` before quoted lines, the address of a link that its words do not show. */
export function plainText(html: string): string {
	const tidy = sanitizeHtml(html, {
		allowedTags: ["p", "div", "br", "li", "tr", "td", "blockquote", "h1", "h2", "h3", "pre", "hr"],
		allowedAttributes: {},
		nestingLimit,
		nonTextTags: unspoken,
	});
	const lines: string[] = [];
	let line = "";
	let depth = 0;
	const breakLine = () => {
		lines.push("> ".repeat(Math.min(depth, 5)) + line.trim());
		line = "";
	};
	for (const [whole, end, tag] of tidy.matchAll(token)) {
		if (tag === undefined)
			line += whole.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (name) => entities[name] ?? name).replace(/\s+/g, " ");
		else if (tag === "td") line += " ";
		else if (tag === "br" || line.trim() !== "") breakLine();
		if (tag === "blockquote") depth = Math.max(0, depth + (end === "" ? 1 : -1));
		if (tag === "p" && end === "/") lines.push("");
		if (tag === "li" && end === "") line = "– ";
	}
	if (line.trim() !== "") breakLine();
	return bodySafe(lines.join("\n"))
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
