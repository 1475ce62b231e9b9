import { useEffect, useRef } from "react";
import { type KeyPress, keyToAct } from "./keys.view.ts";

const storageKey = "dogovor-keys";

export const keysAreOn = (): boolean => localStorage.getItem(storageKey) !== "off";
export const switchKeys = (on: boolean): void => localStorage.setItem(storageKey, on ? "on" : "off");

const pressOf = (event: KeyboardEvent): KeyPress => {
	const target = event.target instanceof HTMLElement ? event.target : null;
	return {
		key: event.key,
		hasModifier: event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph"),
		isTyping:
			target !== null &&
			(target.isContentEditable ||
				target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=dialog]") !== null),
		isOnControl: target?.closest("button, a, [role=tab], [role=radio], summary, input") != null,
	};
};

/**
 * Binds single keys (`screens.md` §5) while the component is on screen: off while typing, with a modifier held, and when the
 * person switched them off (WCAG 2.1.4). `g q` is written `"g q"`.
 */
export const useKeys = (acts: Readonly<Record<string, (() => void) | undefined>>): void => {
	const current = useRef(acts);
	useEffect(() => {
		current.current = acts;
	});
	useEffect(() => {
		let before = "";
		const onKey = (event: KeyboardEvent): void => {
			if (event.defaultPrevented || !keysAreOn()) return;
			const name = keyToAct(pressOf(event), before, Object.keys(current.current));
			before = event.key === "g" && before !== "g" ? "g" : "";
			const act = name === null ? undefined : current.current[name];
			if (act === undefined) return;
			event.preventDefault();
			act();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, []);
};
