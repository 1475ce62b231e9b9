import { DEFAULT_THEME, convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme } from "@mantine/core";
import { theme } from "./theme.ts";
import { tokens } from "./tokens.ts";

/**
 * The theme as one static style sheet, written when the web is built: the kit would otherwise add it as an inline style at
 * run time, which our content security policy (`style-src 'self'`) refuses.
 */
export const themeCss = (): string => {
	const base = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
	return convertCssVariables({
		variables: { ...base.variables },
		light: { ...base.light, ...ours(0) },
		dark: { ...base.dark, ...ours(1) },
	});
};

const ours = (scheme: 0 | 1): Record<`--${string}`, string> => ({
	...Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--d-${name}`, pair[scheme]])),
	"--mantine-color-body": "var(--d-surface)",
	"--mantine-color-text": "var(--d-text)",
	"--mantine-color-dimmed": "var(--d-muted)",
	"--mantine-color-placeholder": "var(--d-muted)",
	"--mantine-color-error": "var(--d-late-text)",
	"--mantine-color-anchor": "var(--d-primary)",
	"--mantine-color-default-border": "var(--d-control)",
	"--mantine-color-default": "var(--d-surface)",
	"--mantine-color-default-hover": "var(--d-sunken)",
	"--mantine-color-default-color": "var(--d-text)",
	"--mantine-color-disabled": "var(--d-sunken)",
	"--mantine-color-disabled-color": "var(--d-muted)",
	"--mantine-color-disabled-border": "var(--d-divider)",
	"--mantine-color-petrol-filled": "var(--d-primary)",
	"--mantine-primary-color-filled": "var(--d-primary)",
	"--mantine-primary-color-contrast": "var(--d-on-primary)",
	"--table-border-color": "var(--d-divider)",
});
