import { Counter, Gauge, type Registry } from "prom-client";
import dueTickets from "../../desk/clocks/operations/due-tickets.ts";
import sweepClocks from "../../desk/clocks/operations/sweep.ts";
import { clockBacklog } from "../../desk/clocks/read.ts";
import type { TicketId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Desk, Perform } from "../perform.ts";
import { sweeper } from "./sweeps.ts";

export type ClockSweepParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly metrics: Registry;
	/** Figures for whoever watches the desk: in the log. */
	readonly report: (figures: Readonly<Record<string, number>>, words: string) => void;
	/** A ticket of which nothing could be said. */
	readonly onFault: (fault: unknown, ticketId: TicketId) => void;
};

export type ClockSweep = {
	readonly everyMs: number;
	/** How soon a run follows one that left work behind. */
	readonly restMs: number;
	/** One batch; gives true when there is more. */
	run(): Promise<boolean>;
};

/** Twice a second, so that what is due is said within two seconds also when a tick is lost. */
const everyMs = 500;
/**
 * One batch a tick, and while a backlog drains a rest of a tenth of a second between ticks: a node tells of at most a thousand
 * tickets a second and leaves room for screens and mail, the more of it the slower the machine is.
 */
const restMs = 100;
const reportMs = 10_000;

/** A ticket that failed is left out of batches for so long, then tried again. */
const failedMs = 10 * 60 * 1000;

type Drain = { readonly began: number; said: number; reported: number };

/** Warnings and breaches within two seconds of their time; how fast a backlog drains stands in the log and in `/metrics`. */
export function clockSweep({ desk, perform, metrics, report, onFault }: ClockSweepParts): ClockSweep {
	const count = countedIn({ desk, metrics });
	const failed = new Map<TicketId, number>();
	let drain: Drain | null = null;

	const without = (): TicketId[] => {
		for (const [id, until] of failed) if (until <= performance.now()) failed.delete(id);
		return [...failed.keys()];
	};

	/** One that cannot be reckoned must not keep the others of its batch silent: each is then spoken of by itself. */
	async function oneByOne(): Promise<Said> {
		const sum: Said = { warned: 0, breached: 0, moved: 0, escalated: 0, isMore: true };
		for (const only of (await perform(dueTickets, sweeper, { without: without() })).ids) {
			try {
				const said = await unlessNothingDue(() => perform(sweepClocks, sweeper, { only }));
				for (const what of saidKinds) sum[what] += said?.[what] ?? 0;
			} catch (fault) {
				failed.set(only, performance.now() + failedMs);
				onFault(fault, only);
			}
		}
		return sum;
	}

	async function reportDrain(isOver: boolean): Promise<void> {
		if (!drain) return;
		const now = performance.now();
		if (!isOver && now - drain.reported < reportMs) return;
		drain.reported = now;
		const seconds = Math.round((now - drain.began) / 100) / 10;
		const figures = { said: drain.said, seconds, perSecond: Math.round((drain.said * 1000) / (now - drain.began)) };
		if (isOver) report(figures, "clocks: the backlog has drained");
		else report({ ...figures, left: (await backlog(desk)).due }, "clocks: a backlog drains");
	}

	return {
		everyMs,
		restMs,
		async run() {
			const began = performance.now();
			const said = await unlessNothingDue(() => perform(sweepClocks, sweeper, { without: without() })).catch(oneByOne);
			if (said) count(said);
			if (said?.isMore) drain ??= { began, said: 0, reported: began };
			if (drain && said) drain.said += said.warned + said.breached + said.moved + said.escalated;
			await reportDrain(!said?.isMore);
			if (!said?.isMore) drain = null;
			return said?.isMore ?? false;
		},
	};
}

async function unlessNothingDue<Said>(work: () => Promise<Said>): Promise<Said | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal && error.code === "nothing-due") return null;
		throw error;
	}
}

const backlog = (desk: Desk) => desk.database.read((tx) => clockBacklog(tx, desk.clock.now()));

const saidKinds = ["warned", "breached", "moved", "escalated"] as const;
type Said = Record<(typeof saidKinds)[number], number> & { isMore: boolean };

/** What an operator watches: what this node said, how many clocks wait to be spoken of, and the oldest of them. */
function countedIn({ desk, metrics }: Pick<ClockSweepParts, "desk" | "metrics">) {
	const said = new Counter({
		name: "dogovor_clocks_said_total",
		help: "What this process said of clocks: warnings, breaches, moves, next targets called.",
		labelNames: ["what"],
		registers: [metrics],
	});
	for (const what of saidKinds) said.inc({ what }, 0);
	const gauge = (name: string, help: string, value: () => Promise<number>) =>
		new Gauge({
			name,
			help,
			registers: [metrics],
			async collect() {
				this.set(await value());
			},
		});
	gauge(
		"dogovor_clocks_due",
		"Clocks that wait to be spoken of; next to none unless a backlog drains.",
		async () => (await backlog(desk)).due,
	);
	gauge(
		"dogovor_clocks_oldest_seconds",
		"How long the clock that has waited longest to be spoken of has waited.",
		async () => {
			const { since } = await backlog(desk);
			return since === null ? 0 : desk.clock.now().since(since).total("seconds");
		},
	);
	return (counts: Readonly<Record<(typeof saidKinds)[number], number>>): void => {
		for (const what of saidKinds) said.inc({ what }, counts[what]);
	};
}
