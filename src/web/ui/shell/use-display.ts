import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useText } from "../../text/use-text.tsx";
import { useLanguageChoice } from "./language-context.ts";

/** The other language and the other colours, each with its name and how to get there. */
export const useDisplay = () => {
	const say = useText();
	const choice = useLanguageChoice();
	const { setColorScheme } = useMantineColorScheme();
	const isLight = useComputedColorScheme("light") === "light";
	const other = say.language === "sl" ? "en" : "sl";
	return {
		language: {
			other,
			text: say.t(other === "en" ? "app.toEnglish" : "app.toSlovenian"),
			change: () => choice.choose(other),
		},
		colours: {
			isLight,
			text: say.t(isLight ? "app.toDark" : "app.toLight"),
			change: () => setColorScheme(isLight ? "dark" : "light"),
		},
	} as const;
};
