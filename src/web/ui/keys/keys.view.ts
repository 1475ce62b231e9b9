/** What a key press is, as far as it matters whether a single-key shortcut may answer it. */
export type KeyPress = {
	readonly key: string;
	readonly hasModifier: boolean;
	readonly isTyping: boolean;
	readonly isOnControl: boolean;
};

/**
 * Which of the bound shortcuts a key press means, null for none. `before` is the key of a sequence pressed just before
 * (`g`). Enter on a button or a link belongs to that control.
 */
export const keyToAct = (press: KeyPress, before: string, bound: readonly string[]): string | null => {
	if (press.hasModifier || press.isTyping) return null;
	if (press.key === "Enter" && press.isOnControl) return null;
	const sequence = `${before} ${press.key}`;
	if (before !== "" && bound.includes(sequence)) return sequence;
	return bound.includes(press.key) ? press.key : null;
};

/** The keys of the console, for the list that `?` shows; in the order of a working day. */
export const consoleKeys = [
	["j k", "keyMove"],
	["Enter", "keyOpen"],
	["Esc", "keyBack"],
	["c", "keyCall"],
	["m", "keyTake"],
	["t", "keyClassify"],
	["r", "keyReply"],
	["n", "keyNote"],
	["e", "keyHandOver"],
	["w", "keyWait"],
	["s", "keySolve"],
	["l", "keyLink"],
	["d", "keyWhy"],
	["u", "keyUndo"],
	["/", "keySearch"],
	["g q · g a · g p", "keyGo"],
	["Ctrl Enter", "keySend"],
	["?", "keyHelp"],
] as const;
