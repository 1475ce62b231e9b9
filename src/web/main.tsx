import "@fontsource-variable/ibm-plex-sans";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "virtual:theme.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { Application } from "./application.tsx";
import { loadSpeech, rememberedLanguage } from "./text/language.ts";

// Our content security policy refuses generated code, which zod would otherwise try.
z.config({ jitless: true });

const place = document.getElementById("root");
if (place !== null) {
	const first = await loadSpeech(rememberedLanguage());
	createRoot(place).render(<Application first={first} />);
}
