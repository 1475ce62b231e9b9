import { useEffect, useRef } from "react";
import type { Command } from "./palette.view.ts";

/** What an act on screen says of itself; the palette adds the rest. */
export type Offer = Omit<Command, "group">;

const here = new Set<{ readonly current: readonly Offer[] }>();

/** Offers acts to the palette while the component is on screen, as `useKeys` binds keys. */
export const useCommands = (offers: readonly Offer[]): void => {
	const current = useRef(offers);
	useEffect(() => {
		current.current = offers;
	});
	useEffect(() => {
		here.add(current);
		return () => void here.delete(current);
	}, []);
};

export const commandsHere = (): Command[] =>
	[...here].flatMap(({ current }) => current.map((offer) => ({ group: "acts", ...offer })));
