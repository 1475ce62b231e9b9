import type { Obstacle } from "../../../kernel/refusal.ts";

/**
 * Variables of canned replies, by the words a lead writes in either language. The names of what may not be known yet when
 * a reply is inserted ask for a fallback, so that no gap ever reaches a user.
 */
const variables = {
	user: { names: ["uporabnik", "user"], isAlwaysKnown: false },
	number: { names: ["številka", "number"], isAlwaysKnown: true },
	service: { names: ["storitev", "service"], isAlwaysKnown: false },
	competentBody: { names: ["organ", "body"], isAlwaysKnown: false },
	adviser: { names: ["svetovalec", "adviser"], isAlwaysKnown: true },
	replyBy: { names: ["rok", "deadline"], isAlwaysKnown: false },
} as const;

export type CannedVariable = keyof typeof variables;
export type CannedValues = Readonly<Record<CannedVariable, string | null>>;

/** The names of one language, for the hint beside the field. */
export const variableNames = (language: "sl" | "en"): string[] =>
	Object.values(variables).map(({ names }) => names[language === "sl" ? 0 : 1]);

const marked = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

const variableOf = (name: string): CannedVariable | null => {
	const found = Object.entries(variables).find(([, { names }]) =>
		(names as readonly string[]).includes(name.trim().toLocaleLowerCase("sl")),
	);
	return (found?.[0] as CannedVariable | undefined) ?? null;
};

/** What stands against keeping the words: a variable nobody knows, one without its fallback, braces left open. */
export function cannedObstacles(text: string, at: string): readonly Obstacle[] {
	const obstacles = [...text.matchAll(marked)].flatMap(([, name = "", fallback = ""]): Obstacle[] => {
		const variable = variableOf(name);
		const details = { name: name.trim() };
		if (variable === null) return [{ code: "unknown-variable", at, details }];
		const isMissing = fallback.trim() === "" && !variables[variable].isAlwaysKnown;
		return isMissing ? [{ code: "variable-without-fallback", at, details }] : [];
	});
	const isOpen = /\{\{|\}\}/.test(text.replaceAll(marked, ""));
	return isOpen ? [...obstacles, { code: "braces-open", at }] : obstacles;
}

/** The words with their variables filled in, fallbacks where a value is not known. */
export const filledReply = (text: string, values: CannedValues): string =>
	text.replaceAll(marked, (_, name: string, fallback = "") => {
		const variable = variableOf(name);
		return (variable && values[variable]) || fallback.trim();
	});
