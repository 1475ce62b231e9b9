import "@fontsource-variable/ibm-plex-sans";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "virtual:theme.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { Application } from "./application.tsx";
import { loadSpeech, rememberedLanguage } from "./text/language.ts";

const place = document.getElementById("root");
if (place !== null) {
	const first = await loadSpeech(rememberedLanguage());
	createRoot(place).render(<Application first={first} />);
}
