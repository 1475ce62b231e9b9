import type { Call } from "./load.ts";

/** The calls that are measured, as a program with an API token makes them. */
export const callsOf = (known: { ticketIds: readonly string[] }) => ({
	create: (n: number): Call => ({
		method: "POST",
		path: "/api/v1/tickets",
		body: JSON.stringify({
			channel: "PHONE",
			reporter: { name: `Klicateljica ${n}`, phone: "040 000 002" },
			subject: `Napaka 500 pri potrditvi termina (${n})`,
			body,
		}),
	}),
	createWithReceipt: (n: number): Call => ({
		method: "POST",
		path: "/api/v1/tickets",
		body: JSON.stringify({
			channel: "WEB_FORM",
			reporter: { name: `Uporabnica ${n}`, email: `uporabnica.${n}.${process.pid}@example.si` },
			subject: `Napaka 500 pri potrditvi termina (${n})`,
			body,
		}),
	}),
	list: (): Call => ({ method: "GET", path: "/api/v1/tickets?limit=50" }),
	read: (n: number): Call => ({
		method: "GET",
		path: `/api/v1/tickets/${known.ticketIds[Math.abs(n) % known.ticketIds.length]}`,
	}),
});

const body = "Že od jutra poskušam potrditi termin, pa se vedno pokaže napaka 500. ".repeat(6);

/** The same calls to the bare limit. */
export const bareCreate = (n: number): Call => ({
	method: "POST",
	path: "/tickets",
	body: JSON.stringify({ channel: "PHONE", subject: `Napaka 500 pri potrditvi termina (${n})`, body }),
});
export const bareList = (): Call => ({ method: "GET", path: "/tickets" });
