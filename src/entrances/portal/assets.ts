import fs from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import type { Pages } from "./pages.ts";

const fonts = path.resolve(import.meta.dirname, "../../../node_modules/@fontsource-variable/ibm-plex-sans/files");
const files = {
	"plex-latin.woff2": "ibm-plex-sans-latin-wght-normal.woff2",
	"plex-latin-ext.woff2": "ibm-plex-sans-latin-ext-wght-normal.woff2",
};
const forAYear = "public, max-age=31536000, immutable";

/** The style sheet under the hash of its contents, and the two cuts of the typeface that Slovenian and English need. */
export function assetRoutes(app: FastifyInstance, pages: Pages): void {
	app.get(pages.styleUrl, { schema: { hide: true } }, async (_request, reply) =>
		reply.type("text/css; charset=utf-8").header("cache-control", forAYear).send(pages.styleSheet),
	);
	for (const [name, file] of Object.entries(files)) {
		const bytes = fs.readFileSync(path.join(fonts, file));
		app.get(`/portal/${name}`, { schema: { hide: true } }, async (_request, reply) =>
			reply.type("font/woff2").header("cache-control", forAYear).send(bytes),
		);
	}
}
