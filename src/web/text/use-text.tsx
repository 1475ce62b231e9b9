import { type ReactNode, createContext, useContext } from "react";
import type { Speech } from "./speech.ts";

const SpeechContext = createContext<Speech | null>(null);

export const TextProvider = ({ speech, children }: { speech: Speech; children: ReactNode }) => (
	<SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
);

/** Texts and formats of the language on screen. */
export const useText = (): Speech => {
	const speech = useContext(SpeechContext);
	if (speech === null) throw new Error("useText outside TextProvider");
	return speech;
};
