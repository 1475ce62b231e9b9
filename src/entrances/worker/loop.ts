import type { Log } from "../../platform/log.ts";

export type Loop = {
	/** Runs soon instead of at the next tick; calls that follow each other closely are one run. */
	wake(): void;
	/** Ends after the run under way. */
	stop(): Promise<void>;
};

/**
 * Wakes within this time are one run: under load a loop then works through what gathered, thirty facts at once rather than
 * one by one, which took a third of the machine from the acts themselves (docs/performance.md).
 */
const gatherMs = 50;

/**
 * Repeats `work` every `everyMs`, one run at a time; a run that gives true (there is more) is followed by the next after
 * `moreMs`, at once unless that is said. A failed run is logged and tried again at the next tick, so that one bad row cannot stop the loop.
 */
export function startLoop(
	name: string,
	everyMs: number,
	log: Log,
	work: () => Promise<boolean | void>,
	moreMs = 0,
): Loop {
	let timer: NodeJS.Timeout | null = null;
	let isStopped = false;
	let isWoken = false;
	/** A run is due within the time that wakes gather: another wake must not put it off. */
	let isPlanned = false;
	let running: Promise<void> | null = null;

	const run = async (): Promise<void> => {
		isWoken = false;
		isPlanned = false;
		let hasMore: boolean | void = false;
		try {
			hasMore = await work();
		} catch (error) {
			log.error({ err: error, loop: name }, "loop failed");
		}
		running = null;
		if (!isStopped) plan(hasMore === true ? moreMs : isWoken ? gatherMs : everyMs);
	};
	const plan = (inMs: number): void => {
		if (timer) clearTimeout(timer);
		isPlanned = inMs <= gatherMs;
		timer = setTimeout(() => {
			running = run();
		}, inMs);
	};
	plan(0);

	return {
		wake() {
			if (running) isWoken = true;
			else if (!isStopped && !isPlanned) plan(gatherMs);
		},
		async stop() {
			isStopped = true;
			if (timer) clearTimeout(timer);
			await running;
		},
	};
}
