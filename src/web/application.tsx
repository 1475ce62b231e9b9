import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { queryClient } from "./api/queries.ts";
import { router } from "./router.tsx";
import { loadSpeech } from "./text/language.ts";
import type { Speech } from "./text/speech.ts";
import { TextProvider } from "./text/use-text.tsx";
import { LanguageContext } from "./ui/shell/language-context.ts";
import { theme } from "./ui/theme/theme.ts";
import { NowProvider } from "./ui/time/now.tsx";

/** The theme's variables stand in the style sheet already, so that the page needs no inline style. */
export const Application = ({ first }: { first: Speech }) => {
	const [speech, setSpeech] = useState(first);
	const choose = useMemo(() => ({ choose: (language: "sl" | "en") => void loadSpeech(language).then(setSpeech) }), []);
	return (
		<MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
			<QueryClientProvider client={queryClient}>
				<LanguageContext value={choose}>
					<TextProvider speech={speech}>
						<NowProvider>
							<RouterProvider router={router} />
						</NowProvider>
					</TextProvider>
				</LanguageContext>
			</QueryClientProvider>
		</MantineProvider>
	);
};
