import type { TextKey } from "../../text/speech.ts";

/** What of `identity.me` decides which entries the menu has; the desk decides it, not the browser. */
export type Places = { readonly console: boolean; readonly client: boolean; readonly administration: boolean };

export type Entry = { readonly to: string; readonly text: TextKey };

/** Obstacles to the question behind a place, by its name (`GET /me/can`). */
type Can = Readonly<Record<string, readonly unknown[] | undefined>>;

/** The menu in the order of a working day; nobody sees an entry that would only refuse them. */
export const entriesOf = (places: Places, can: Can, isDemo: boolean): Entry[] => {
	const isOpen = (question: string) => can[question]?.length === 0;
	const isClient = places.client && !places.console;
	const entries: [isShown: boolean, to: string, text: TextKey][] = [
		[places.console, "/app/queue", "app.queue"],
		[isClient, "/app/second-level", "app.secondLevel"],
		[isClient, "/app/my-agreements", "app.myAgreements"],
		[!isClient, "/app/agreements", "app.agreements"],
		[places.console || places.administration, "/app/services", "app.services"],
		[places.console || places.administration, "/app/people", "app.people"],
		[isOpen("catalogue.inForce"), "/app/catalogue", "app.catalogue"],
		[places.console, "/app/replies", "replies.menu"],
		[isOpen("training.sessions"), "/app/training", "app.training"],
		[isOpen("reports.month"), "/app/reports", "app.reports"],
		[isDemo || isOpen("channels.quarantine"), "/app/mail", "app.mail"],
	];
	return entries.flatMap(([isShown, to, text]) => (isShown ? [{ to, text }] : []));
};

/** Where a person begins after signing in. */
export const startOf = (places: Places): string =>
	places.console ? "/app/queue" : places.client ? "/app/second-level" : "/app/agreements";
