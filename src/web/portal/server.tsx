import { renderToStaticMarkup } from "react-dom/server";
import { tokens } from "../ui/theme/tokens.ts";
import { Document } from "./document.tsx";
import type { Portal } from "./pages.ts";
import css from "./portal.css?raw";

const colours = (scheme: 0 | 1): string =>
	Object.entries(tokens)
		.map(([name, pair]) => `--d-${name}:${pair[scheme]};`)
		.join("");

/** One sheet with the colours of the design in both schemes; small enough to be read before the first paint. */
const sheet = `:root{color-scheme:light dark;${colours(0)}}@media (prefers-color-scheme:dark){:root{${colours(1)}}}${css}`;

const portal: Portal = {
	render: (page, frame) => `<!doctype html>${renderToStaticMarkup(<Document page={page} frame={frame} />)}`,
	styleSheet: () => sheet,
};
export default portal;
