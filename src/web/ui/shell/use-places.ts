import { useNavigate } from "@tanstack/react-router";
import { systemViews } from "../../../desk/queues/rules/views.ts";
import { type Me, signOut } from "../../api/me.ts";
import { useText } from "../../text/use-text.tsx";
import type { Command } from "../palette/palette.view.ts";
import type { Entry } from "./places.view.ts";
import { useDisplay } from "./use-display.ts";

/** What the palette has everywhere: the menu, the views of the queue, one's own account, language and colours. */
export const usePlaces = (me: Me, entries: readonly Entry[], onHelp: () => void): Command[] => {
	const say = useText();
	const navigate = useNavigate();
	const { language, colours } = useDisplay();
	const place = (text: string, to: string, key?: string): Command => ({
		group: "places",
		text,
		why: [],
		key,
		run: () => void navigate({ to }),
	});
	const display = (text: string, run: () => void, key?: string): Command => ({
		group: "display",
		text,
		why: [],
		key,
		run,
	});
	const keys: Readonly<Record<string, string>> = {
		"/app/queue": "g q",
		"/app/second-level": "g q",
		"/app/agreements": "g a",
		"/app/my-agreements": "g a",
		"/app/reports": "g p",
	};
	const views = systemViews.map((view) => {
		const name = say.t(`queue.view-${view}`);
		return place(say.t("palette.view", { name }), `/app/queue?view=${view}`);
	});
	const leave = async () => {
		await signOut();
		await navigate({ to: "/app/sign-in" });
	};
	return [
		...(me.places.console ? [place(say.t("app.newCall"), "/app/calls/new", "c")] : []),
		...entries.map((entry) => place(say.t(entry.text), entry.to, keys[entry.to])),
		...(me.places.console ? views : []),
		place(say.t("app.account"), "/app/account"),
		display(language.text, language.change),
		display(colours.text, colours.change),
		display(say.t("app.keys"), onHelp, "?"),
		display(say.t("app.signOut"), () => void leave()),
	];
};
