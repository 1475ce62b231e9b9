import quarantineArrival from "../../desk/channels/operations/quarantine-arrival.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { deferArrival, type DueArrival, dueArrivals } from "../../platform/mail/inbox.ts";
import { door, type IntakeParts, isAlreadySettled } from "./intake-parts.ts";
import { takeInForm } from "./take-in-form.ts";
import { takeInMail } from "./take-in-mail.ts";

const batch = 64;
const lanes = 8;
/** With the pauses of `backoff.ts` eight attempts are about two hours; then a person has to look. */
const attemptsMost = 8;

/**
 * Takes in arrivals that are due: each becomes a ticket, part of one, or stands in quarantine with a reason. Gives how many
 * were looked at. A fault (the world's or ours) puts the arrival off; what the desk refuses goes to quarantine.
 */
export async function takeInDue(parts: IntakeParts): Promise<number> {
	const { database, clock } = parts.desk;
	const due = await database.read((tx) => dueArrivals(tx, clock.now(), batch));
	const left = due.values();
	// Each lane takes the next as soon as it is free: one slow mail holds up only its own.
	const lane = async () => {
		for (const arrival of left) await takeInOne(parts, arrival);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return due.length;
}

async function takeInOne(parts: IntakeParts, arrival: DueArrival): Promise<void> {
	try {
		if (arrival.channel === "WEB_FORM") await takeInForm(parts, arrival);
		else await takeInMail(parts, arrival);
	} catch (error) {
		if (isAlreadySettled(error)) return;
		if (error instanceof Refusal && error.kind !== "unavailable") return putAside(parts, arrival, error.code);
		parts.onFault(error);
		if (arrival.attempts + 1 >= attemptsMost) return putAside(parts, arrival, "fails-again-and-again");
		const now = parts.desk.clock.now();
		await parts.desk.database.write((tx) => deferArrival(tx, arrival.id, arrival.attempts, now));
	}
}

async function putAside(parts: IntakeParts, arrival: DueArrival, reason: string): Promise<void> {
	try {
		await parts.perform(quarantineArrival, door, { id: arrival.id, reason });
	} catch (error) {
		if (!isAlreadySettled(error)) throw error;
	}
}
