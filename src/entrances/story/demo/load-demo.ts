import { workFreeDays } from "../../../desk/calendars/read.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Desk } from "../../perform.ts";
import { deskAlone } from "../desk-alone.ts";
import { exampleAgreements } from "../examples.ts";
import { movedUpTo } from "../moved.ts";
import { beginStory } from "../play-story.ts";
import { scenesOfTicket } from "../play-ticket.ts";
import { storyEnds } from "../requests-played.ts";
import { playTimeline } from "../timeline.ts";
import { ticketsOfDays } from "./days.ts";
import { seasonOf } from "./season.ts";
import { giveAccounts } from "./sign-ins.ts";
import { ticketsStanding } from "./standing.ts";

export type DemoOptions = {
	/** How many weeks of generated tickets; the story and the tickets standing at chosen points come always. */
	readonly weeks: number;
	readonly seed: string;
	readonly onProgress: (line: string) => void;
};

const mark = "demo";

/**
 * Whether the demo is still to be loaded: only where nobody is in the desk yet, so that it never mixes with real data.
 * Refuses `demo-interrupted` where a loading did not come to its end, and `demo-on-real-desk` where the desk holds data that
 * no demo brought: as a demo it would show its mails to everybody.
 */
export const isEmptyDesk = (desk: Desk): Promise<boolean> =>
	desk.database.read(async (tx) => {
		const marked = await tx.selectFrom("desk_setting").select("value").where("name", "=", mark).executeTakeFirst();
		if (marked?.value === "begun") throw new Refusal("conflict", "demo-interrupted");
		if (marked) return false;
		const organisation = await tx.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
		if (organisation) throw new Refusal("conflict", "demo-on-real-desk");
		return true;
	});

const markAs = (desk: Desk, value: "begun" | "loaded"): Promise<void> =>
	desk.database.write(async (tx) => {
		await tx
			.insertInto("desk_setting")
			.values({ name: mark, value })
			.onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
			.execute();
	});

/** Loads the story of the examples, moved so that it ends in the week before now, and generated tickets up to now. */
export async function loadDemo(desk: Desk, options: DemoOptions): Promise<void> {
	const now = desk.clock.now().epochMilliseconds;
	const moved = movedUpTo(now, storyEnds);
	options.onProgress("Loading the demo: people and offices …");
	await markAs(desk, "begun");
	const { stage, scenes } = await beginStory(desk, moved);
	const workFree = await desk.database.read((tx) => workFreeDays(tx));
	const season = seasonOf(now, exampleAgreements(moved), workFree);
	const tickets = [
		...ticketsOfDays(season, options.seed, options.weeks),
		...ticketsStanding(season, `${options.seed} ${dayText(now)}`),
	];
	const all = [...scenes, ...tickets.flatMap(scenesOfTicket)];
	await flushedOnce(desk, () => playTimeline(stage, all, now, deskAlone, progressOf(options.onProgress)));
	await giveAccounts(stage);
	await markAs(desk, "loaded");
}

/**
 * In the embedded database, which is one session, the steps are flushed to disk together and not each by itself (4 000 of
 * them at 1 to 2 ms). The mark after it is flushed as ever, and all before with them.
 */
async function flushedOnce({ database }: Desk, work: () => Promise<void>): Promise<void> {
	if (!database.embedded) return work();
	await database.pool.query("set synchronous_commit = off");
	try {
		await work();
	} finally {
		await database.pool.query("reset synchronous_commit");
	}
}

const dayText = (at: number): string =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(deskZone).toPlainDate().toString();

/** A line for every tenth of the way. */
function progressOf(onProgress: (line: string) => void): (played: number, of: number) => void {
	let told = 0;
	return (played, of) => {
		const tenth = Math.floor((played / of) * 10);
		if (tenth === told) return;
		told = tenth;
		onProgress(`Loading the demo: ${tenth * 10} % (${played} of ${of} steps)`);
	};
}
