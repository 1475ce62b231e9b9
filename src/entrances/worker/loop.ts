import type { Log } from "../../platform/log.ts";

export type Loop = {
	/** Runs soon instead of at the next tick; calls during a run are one run more. */
	wake(): void;
	/** Ends after the run under way. */
	stop(): Promise<void>;
};

/**
 * Repeats `work` every `everyMs`, one run at a time; a run that gives true is followed by the next at once (there is
 * more). A failed run is logged and tried again at the next tick, so that one bad row cannot stop the loop.
 */
export function startLoop(name: string, everyMs: number, log: Log, work: () => Promise<boolean | void>): Loop {
	let timer: NodeJS.Timeout | null = null;
	let isStopped = false;
	let isWoken = false;
	let running: Promise<void> | null = null;

	const run = async (): Promise<void> => {
		isWoken = false;
		let hasMore: boolean | void = false;
		try {
			hasMore = await work();
		} catch (error) {
			log.error({ err: error, loop: name }, "loop failed");
		}
		running = null;
		if (!isStopped) plan(hasMore === true || isWoken ? 0 : everyMs);
	};
	const plan = (inMs: number): void => {
		if (timer) clearTimeout(timer);
		timer = setTimeout(() => {
			running = run();
		}, inMs);
	};
	plan(0);

	return {
		wake() {
			if (running) isWoken = true;
			else if (!isStopped) plan(0);
		},
		async stop() {
			isStopped = true;
			if (timer) clearTimeout(timer);
			await running;
		},
	};
}
