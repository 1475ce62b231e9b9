import type { TextKey } from "../../text/speech.ts";

/** What of `identity.me` decides which entries the menu has; the desk decides it, not the browser. */
export type Places = { readonly console: boolean; readonly client: boolean; readonly administration: boolean };

export type Entry = { readonly to: string; readonly text: TextKey };

/** The menu in the order of a working day; nobody sees an entry that would only refuse them. */
export const entriesOf = (places: Places, isDemo: boolean): Entry[] => [
	...(places.console ? ([{ to: "/app/queue", text: "app.queue" }] as const) : []),
	...(places.client && !places.console ? ([{ to: "/app/second-level", text: "app.secondLevel" }] as const) : []),
	...(places.client && !places.console
		? ([{ to: "/app/my-agreements", text: "app.myAgreements" }] as const)
		: ([{ to: "/app/agreements", text: "app.agreements" }] as const)),
	...(places.console || places.administration ? ([{ to: "/app/services", text: "app.services" }] as const) : []),
	...(places.console || places.administration ? ([{ to: "/app/people", text: "app.people" }] as const) : []),
	{ to: "/app/catalogue", text: "app.catalogue" },
	...(places.console ? ([{ to: "/app/replies", text: "replies.menu" }] as const) : []),
	{ to: "/app/training", text: "app.training" },
	{ to: "/app/reports", text: "app.reports" },
	...(isDemo || places.console ? ([{ to: "/app/mail", text: "app.mail" }] as const) : []),
];

/** Where a person begins after signing in. */
export const startOf = (places: Places): string =>
	places.console ? "/app/queue" : places.client ? "/app/second-level" : "/app/agreements";
