import net from "node:net";

/** One connection that hands in mails one after another, as a relay does. */
class Relay {
	readonly #socket: net.Socket;
	#waiting: ((line: string) => void) | null = null;

	constructor(port: number) {
		this.#socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
		let buffer = "";
		this.#socket.setEncoding("utf8");
		this.#socket.on("data", (chunk: string) => {
			buffer += chunk;
			// The last line of an answer has a space after its code.
			const last = /^\d{3} .*\r\n$/m.exec(buffer);
			if (!last) return;
			const answer = last[0];
			buffer = "";
			this.#waiting?.(answer);
		});
	}

	#answer(wanted: string): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#waiting = (line) => (line.startsWith(wanted) ? resolve() : reject(new Error(line)));
		});
	}

	async #say(text: string, wanted: string): Promise<void> {
		const answer = this.#answer(wanted);
		this.#socket.write(text);
		await answer;
	}

	async greet(): Promise<void> {
		await this.#answer("220");
		await this.#say("EHLO bench.example\r\n", "250");
	}

	async send(from: string, to: string, raw: string): Promise<void> {
		await this.#say(`MAIL FROM:<${from}>\r\n`, "250");
		await this.#say(`RCPT TO:<${to}>\r\n`, "250");
		await this.#say("DATA\r\n", "354");
		await this.#say(`${raw}\r\n.\r\n`, "250");
	}

	close(): void {
		this.#socket.destroy();
	}
}

const mail = (n: number, from: string, to: string): string =>
	[
		`From: Uporabnica ${n} <${from}>`,
		`To: ${to}`,
		`Subject: =?utf-8?Q?Te=C5=BEava_pri_potrditvi_termina_${n}?=`,
		`Message-ID: <${n}.${process.pid}@bench.example>`,
		"Date: Tue, 24 Nov 2026 10:00:00 +0100",
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8",
		"Content-Transfer-Encoding: 8bit",
		"",
		"Pozdravljeni!",
		"",
		"Že od jutra poskušam potrditi termin, pa se vedno pokaže napaka 500.",
		"Uporabljam dva brskalnika, v obeh je enako. Prosim za pomoč.",
		"",
		"Lep pozdrav",
	].join("\r\n");

/**
 * Hands in mails on several connections for some seconds, each from another sender, waiting while more than `backlogMost`
 * are not worked off: gives how many were acknowledged.
 */
export async function sendMails(
	{
		port,
		to,
		connections,
		seconds,
		backlogMost,
	}: { port: number; to: string; connections: number; seconds: number; backlogMost: number },
	backlog: () => Promise<number>,
): Promise<number> {
	const ends = performance.now() + seconds * 1000;
	let number = 0;
	let waiting = 0;
	const watch = async () => {
		while (performance.now() < ends) {
			waiting = await backlog();
			await pause(100);
		}
	};
	const relay = async () => {
		const connection = new Relay(port);
		await connection.greet();
		while (performance.now() < ends) {
			if (waiting > backlogMost) await pause(20);
			else {
				const n = ++number;
				const from = `uporabnica.${n}@bench.example`;
				await connection.send(from, to, mail(n, from, to));
			}
		}
		connection.close();
	};
	await Promise.all([watch(), ...Array.from({ length: connections }, relay)]);
	return number;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
