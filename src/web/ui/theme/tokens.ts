/** Colours of `screens.md` §2, light then dark; on screen they are `--d-<name>`. Components name tokens, never colours. */
export const tokens = {
	canvas: ["#F3F5F7", "#0F151B"],
	surface: ["#FFFFFF", "#171F27"],
	sunken: ["#E9EDF1", "#0B1015"],
	raised: ["#FFFFFF", "#212B35"],
	text: ["#16202A", "#E7ECF1"],
	muted: ["#4A5967", "#A5B3C0"],
	primary: ["#14577A", "#7CC0E6"],
	"on-primary": ["#FFFFFF", "#16202A"],
	"reply-tint": ["#E3EFF6", "#14303F"],
	note: ["#5B2E7E", "#D7B4F2"],
	"note-tint": ["#F5EEFA", "#2B2035"],
	"level-2": ["#0A5C5A", "#7ED5CE"],
	"level-2-tint": ["#E0F2F0", "#0F302F"],
	soon: ["#7A4300", "#FFC871"],
	"soon-tint": ["#FFE9C7", "#3A2A0E"],
	"soon-edge": ["#B56A00", "#D08A1E"],
	"late-fill": ["#B3201F", "#F0837B"],
	"on-late": ["#FFFFFF", "#2A0705"],
	"late-text": ["#A81C1B", "#FF9C94"],
	"late-tint": ["#FBE6E4", "#3B1816"],
	met: ["#1B6338", "#86D6A3"],
	"met-tint": ["#E2F2E8", "#12301F"],
	paused: ["#46536B", "#B4C0DA"],
	"paused-tint": ["#E8EBF4", "#232C3C"],
	control: ["#71808F", "#75879A"],
	focus: ["#0B6BCB", "#6FB6FF"],
	divider: ["#D2D9E0", "#2F3B47"],
	"series-1": ["#1A5196", "#4990EA"],
	"series-2": ["#6E1F0D", "#E7A373"],
	"series-3": ["#39A055", "#7FFCE1"],
	"series-4": ["#C363B5", "#D15485"],
	"series-5": ["#776004", "#F7E64C"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Token = keyof typeof tokens;

const grounds = ["canvas", "surface", "sunken", "raised"] as const;

/** Which token must stand out from which grounds, and by how much (WCAG 2.1: 4.5 for text, 3 for edges and chart series). */
export const contrasts: readonly { of: Token; on: readonly Token[]; least: number }[] = [
	{ of: "text", on: [...grounds, "reply-tint", "note-tint", "level-2-tint", "soon-tint", "paused-tint"], least: 4.5 },
	{ of: "muted", on: grounds, least: 4.5 },
	{ of: "primary", on: grounds, least: 4.5 },
	{ of: "on-primary", on: ["primary"], least: 4.5 },
	{ of: "note", on: [...grounds, "note-tint"], least: 4.5 },
	{ of: "level-2", on: [...grounds, "level-2-tint"], least: 4.5 },
	{ of: "soon", on: [...grounds, "soon-tint"], least: 4.5 },
	{ of: "soon-edge", on: grounds, least: 3 },
	{ of: "on-late", on: ["late-fill"], least: 4.5 },
	{ of: "late-text", on: [...grounds, "late-tint"], least: 4.5 },
	{ of: "met", on: [...grounds, "met-tint"], least: 4.5 },
	{ of: "paused", on: [...grounds, "paused-tint"], least: 4.5 },
	{ of: "control", on: grounds, least: 3 },
	{ of: "focus", on: grounds, least: 3 },
	...(["series-1", "series-2", "series-3", "series-4", "series-5"] as const).map((of) => ({
		of,
		on: ["canvas", "surface"] as const,
		least: 3,
	})),
];
