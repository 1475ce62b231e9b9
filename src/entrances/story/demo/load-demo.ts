import { workFreeDays } from "../../../desk/calendars/read.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Desk } from "../../perform.ts";
import { deskAlone } from "../desk-alone.ts";
import { exampleAgreements } from "../examples.ts";
import giveAccount from "../give-account.ts";
import { movedUpTo } from "../moved.ts";
import { beginStory } from "../play-story.ts";
import { scenesOfTicket } from "../play-ticket.ts";
import { storyEnds } from "../requests-played.ts";
import { narrator, type Stage } from "../stage.ts";
import { playTimeline } from "../timeline.ts";
import { ticketsOfDays } from "./days.ts";
import { seasonOf } from "./season.ts";
import { ticketsStanding } from "./standing.ts";

/** One password for everybody in the demo; it opens nothing else, because the demo is loaded into an empty desk only. */
export const demoPassword = "dogovor za zgled";

/** Who signs in to see what: one of each place. */
export const demoSignIns = [
	{ handle: "maja.izmisljar", office: "svetovalka EKC" },
	{ handle: "klemen.poskusni", office: "tehnični vodja EKC" },
	{ handle: "lara.vzorcna", office: "vsebinska vodja EKC" },
	{ handle: "lea.sraj", office: "vodja EKC" },
	{ handle: "ana.vzorcnik", office: "lastnica storitve eOkence" },
	{ handle: "cvetka.domisljan", office: "skrbnica eOkence za tehnični del" },
	{ handle: "eva.poskusnik", office: "skrbnica ePrireditve" },
	{ handle: "anze.izmisljeni", office: "2. nivo eOkence, tehnični sklop" },
	{ handle: "sara.sistemska", office: "skrbnica sistema" },
] as const;

export type DemoOptions = {
	/** How many weeks of generated tickets; the story and the tickets standing at chosen points come always. */
	readonly weeks: number;
	readonly seed: string;
	readonly onProgress: (line: string) => void;
};

/** Whether nobody and nothing is in the desk yet: the demo never mixes with real data. */
export const isEmptyDesk = (desk: Desk): Promise<boolean> =>
	desk.database.read(async (tx) => {
		const [organisation] = await tx.selectFrom("organisation").select("id").limit(1).execute();
		return organisation === undefined;
	});

/** Loads the story of the examples, moved so that it ends in the week before now, and generated tickets up to now. */
export async function loadDemo(desk: Desk, options: DemoOptions): Promise<void> {
	const now = desk.clock.now().epochMilliseconds;
	const moved = movedUpTo(now, storyEnds);
	options.onProgress("Loading the demo: people and offices …");
	const { stage, scenes } = await beginStory(desk, moved);
	await giveAccounts(stage);
	const workFree = await desk.database.read((tx) => workFreeDays(tx));
	const season = seasonOf(now, exampleAgreements(moved), workFree);
	const tickets = [
		...ticketsOfDays(season, options.seed, options.weeks),
		...ticketsStanding(season, `${options.seed} ${dayText(now)}`),
	];
	const all = [...scenes, ...tickets.flatMap(scenesOfTicket)];
	await playTimeline(stage, all, now, deskAlone, progressOf(options.onProgress));
}

const dayText = (at: number): string =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(deskZone).toPlainDate().toString();

async function giveAccounts(stage: Stage): Promise<void> {
	for (const { handle } of demoSignIns) {
		await stage.performOperation(giveAccount, narrator, { id: stage.people.get(handle), password: demoPassword });
	}
}

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
