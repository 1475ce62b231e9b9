import { Button, Checkbox, Radio, createTheme } from "@mantine/core";

/** The kit's theme: sizes and scales of `screens.md` §2. */
export const theme = createTheme({
	primaryColor: "petrol",
	primaryShade: { light: 7, dark: 4 },
	autoContrast: true,
	black: "#16202A",
	defaultRadius: "sm",
	respectReducedMotion: true,
	cursorType: "pointer",
	fontFamily: '"IBM Plex Sans Variable", system-ui, sans-serif',
	fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Consolas, monospace',
	colors: {
		petrol: [
			"#E3EFF6",
			"#C9E0ED",
			"#A9D3EA",
			"#93CBE9",
			"#7CC0E6",
			"#4A9CC6",
			"#2B7BA5",
			"#14577A",
			"#0F4866",
			"#0A3850",
		],
		gray: [
			"#F3F5F7",
			"#E9EDF1",
			"#D2D9E0",
			"#B9C3CD",
			"#71808F",
			"#62707E",
			"#4A5967",
			"#36424E",
			"#24303B",
			"#16202A",
		],
		dark: [
			"#E7ECF1",
			"#CBD5DE",
			"#A5B3C0",
			"#8C9CAC",
			"#75879A",
			"#2F3B47",
			"#212B35",
			"#171F27",
			"#0F151B",
			"#0B1015",
		],
	},
	fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
	lineHeights: { xs: "1.334", sm: "1.385", md: "1.43", lg: "1.5", xl: "1.4" },
	headings: {
		fontWeight: "650",
		sizes: {
			h1: { fontSize: "1.5rem", lineHeight: "2rem" },
			h2: { fontSize: "1.25rem", lineHeight: "1.75rem" },
			h3: { fontSize: "1rem", lineHeight: "1.5rem" },
			h4: { fontSize: "0.875rem", lineHeight: "1.25rem" },
		},
	},
	spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
	radius: { xs: "2px", sm: "4px", md: "8px", lg: "8px", xl: "999px" },
	/** The kit picks the text of a filled control by the light scheme alone; ours comes from the tokens of either scheme. */
	components: {
		Button: Button.extend({
			vars: (_theme, { variant }) => ({
				root: variant === undefined || variant === "filled" ? { "--button-color": "var(--d-on-primary)" } : {},
			}),
		}),
		Checkbox: Checkbox.extend({ vars: () => ({ root: { "--checkbox-icon-color": "var(--d-on-primary)" } }) }),
		Radio: Radio.extend({ vars: () => ({ root: { "--radio-icon-color": "var(--d-on-primary)" } }) }),
	},
	/** Nothing floats in the console: panels are told apart by lines. */
	shadows: { xs: "none", sm: "none", md: "0 2px 8px rgb(0 0 0 / 18%)", lg: "none", xl: "none" },
});
