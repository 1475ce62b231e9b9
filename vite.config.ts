import react from "@vitejs/plugin-react";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Plugin, defineConfig } from "vite";
import { themeCss } from "./src/web/ui/theme/theme-css.ts";

/** `import "virtual:theme.css"` gives the theme as a style sheet, so that no page needs an inline style. */
const themeSheet = (): Plugin => ({
	name: "theme-sheet",
	resolveId: (id) => (id === "virtual:theme.css" ? "\0theme.css" : undefined),
	load: (id) => (id === "\0theme.css" ? themeCss() : undefined),
});

const root = resolve(import.meta.dirname, "src/web");

/**
 * Two builds: `vite build` gives what browsers load (the application's page `app.html`, the portal's islands) and
 * `vite build --ssr` the portal's pages for the server.
 */
export default defineConfig(({ isSsrBuild }) => ({
	root,
	base: "/",
	appType: "mpa",
	publicDir: false,
	plugins: [react(), themeSheet()],
	build: isSsrBuild
		? {
				outDir: resolve(import.meta.dirname, "dist/portal"),
				emptyOutDir: true,
				target: "node26",
				rolldownOptions: { input: resolve(root, "portal/server.tsx") },
			}
		: {
				outDir: resolve(import.meta.dirname, "dist/web"),
				emptyOutDir: true,
				target: "es2024",
				manifest: true,
				assetsInlineLimit: 0,
				modulePreload: { polyfill: false },
				rolldownOptions: {
					input: ["app.html", "portal/islands.ts"]
						.map((page) => resolve(root, page))
						.filter((page) => existsSync(page)),
				},
			},
}));
