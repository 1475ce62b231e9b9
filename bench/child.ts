import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** What a measured process can be asked over its channel. */
export type Question = "start" | "statements" | "memory" | "close" | "backlog" | "cpu";
export type Ready = {
	readonly port: number;
	readonly smtpPort: number;
	readonly token: string;
	readonly ticketIds: readonly string[];
};

export type Child = {
	ask<Answer>(question: Question): Promise<Answer>;
	close(): Promise<void>;
};

/** Starts a server in a process of its own, so that its load is its own; its output goes nowhere but errors. */
export function startChild(script: string, environment: Record<string, string>): Child {
	const child: ChildProcess = fork(path.join(import.meta.dirname, script), {
		env: { ...process.env, ...environment },
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	});
	const ended = once(child, "exit");
	let isClosing = false;
	return {
		async ask(question) {
			const answer = new Promise<unknown>((resolve, reject) => {
				child.once("message", (message: { answer?: unknown; fault?: string }) =>
					message.fault === undefined ? resolve(message.answer) : reject(new Error(message.fault)),
				);
				if (!isClosing) void ended.then(([code]) => reject(new Error(`${script} ended with ${code}`)));
			});
			child.send(question);
			return (await answer) as never;
		},
		async close() {
			isClosing = true;
			if (child.exitCode === null && child.connected) child.send("close" satisfies Question);
			await ended;
		},
	};
}

const noSuch = (): Promise<unknown> => Promise.reject(new Error("not a question to this process"));

/** Processor time this process has used, all its threads, in milliseconds. */
export async function cpuMs(): Promise<number> {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** The other side: answers each question in turn, ends after `close`. */
export function answerParent(answers: { readonly [question in Question]?: () => Promise<unknown> }): void {
	process.on("message", (question: Question) => {
		void (async () => {
			try {
				process.send?.({ answer: await (answers[question] ?? noSuch)() });
			} catch (error) {
				process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
			}
			if (question === "close") process.disconnect?.();
		})();
	});
	process.on("disconnect", () => process.exit(0));
}
