import { Counter, type Registry } from "prom-client";
import type { Fact } from "../../kernel/fact.ts";
import { dumpDaily, vacuum } from "../../platform/db/housekeeping.ts";
import { dayOf } from "../../platform/clock.ts";
import { follow, type Follower, keptPlace, type NumberedFact, placeFromNow } from "../../platform/journal/follow.ts";
import { batchMost, numberFacts } from "../../platform/journal/sequencer.ts";
import { openSchedule } from "../../platform/jobs/schedule.ts";
import type { Log } from "../../platform/log.ts";
import { openMailDoor } from "../mail/mail-door.ts";
import type { Desk, Perform } from "../perform.ts";
import { clockSweep } from "./clock-sweep.ts";
import { forgetDrafts, forgetKeys } from "./forget.ts";
import { type Loop, startLoop } from "./loop.ts";
import { sweeps } from "./sweeps.ts";

export type WorkerParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly log: Log;
	readonly metrics: Registry;
	/** Told, soon after the commit, which facts were numbered, on whichever node they happened. */
	readonly onNumbered: (facts: readonly NumberedFact[]) => void;
};
export type Worker = { committed(facts: readonly Fact[]): void; readonly smtpPort: number; stop(): Promise<void> };

const idleMs = 1000;
const vacuumMs = 15 * 60 * 1000;

/** Everything the desk does by itself: numbers facts, follows the journal, sweeps what is due, keeps house. */
export async function startWorker({ desk, perform, log, metrics, onNumbered }: WorkerParts): Promise<Worker> {
	const { database } = desk;
	const followed = (name: string, follower: Follower) =>
		startLoop(`follower ${name}`, idleMs, log, () => follow(database, follower));
	const live = followed("live", {
		facts: "all",
		place: placeFromNow(database),
		run: async (facts) => onNumbered(facts),
	});
	// Nobody waits for the head: it is logged at its own pace.
	const head = followed("journal head", {
		facts: "all",
		place: keptPlace(database, "journal-head"),
		run: logHead(log),
	});
	const sequencer = startLoop("sequencer", idleMs, log, async () => {
		const numbered = await numberFacts(database);
		if (numbered > 0) live.wake();
		return numbered >= batchMost;
	});
	const mail = await openMailDoor({
		desk,
		perform,
		onFault: (error) => log.error({ err: error }, "mail"),
		onArrival: () => intake.wake(),
	});
	const intake = startLoop("mail intake", idleMs, log, mail.takeIn);
	const sending = startLoop("mail sending", idleMs, log, mail.send);
	const clocks = clockSweep({
		desk,
		perform,
		metrics,
		report: (figures, words) => log.info(figures, words),
		onFault: (error, ticketId) => log.error({ err: error, ticketId }, "clocks of a ticket failed, tried again later"),
	});
	const loops: Loop[] = [
		sequencer,
		intake,
		sending,
		live,
		head,
		...sweeps.map(({ name, everyMs, run }) => startLoop(name, everyMs, log, () => run(desk, perform))),
		startLoop("clocks", clocks.everyMs, log, clocks.run, clocks.restMs),
	];
	if (database.embedded) loops.push(startLoop("vacuum", vacuumMs, log, () => vacuum(database)));
	const schedule = openSchedule(database, log, [
		{
			name: "daily-dump",
			cron: "15 2 * * *",
			run: async () => void (await dumpDaily(database, desk.settings.dataDir, dayOf(desk.clock.now()))),
		},
		{ name: "forget-idempotency-keys", cron: "45 2 * * *", run: () => forgetKeys(desk) },
		{ name: "forget-drafts", cron: "50 2 * * *", run: () => forgetDrafts(desk) },
	]);
	const facts = new Counter({
		name: "dogovor_facts_total",
		help: "Facts committed by this process.",
		labelNames: ["fact"],
		registers: [metrics],
	});

	return {
		smtpPort: mail.smtpPort,
		committed(committed) {
			for (const fact of committed) facts.inc({ fact: fact.name });
			sequencer.wake();
			if (committed.some((fact) => fact.aggregate === "arrival")) intake.wake();
			// The facts of the sender itself would wake it for nothing.
			if (committed.some((fact) => fact.aggregate !== "delivery")) sending.wake();
		},
		async stop() {
			await Promise.all(loops.map((loop) => loop.stop()));
			await mail.close();
			await (await schedule).stop();
		},
	};
}

/** The chain's head in the log as well, so that whoever owns the database cannot rewrite both unseen. */
const logHead = (log: Log) => async (facts: readonly NumberedFact[]) => {
	const head = facts.at(-1);
	if (head) log.info({ position: head.position, hash: head.hash.toString("hex") }, "journal head");
};
