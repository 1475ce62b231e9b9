import type { Stage } from "./stage.ts";

/** Something that happens at a time (UTC ms). */
export type Scene = { readonly at: number; readonly play: (stage: Stage) => Promise<void> };

/**
 * Plays scenes in the order of their times; those of one time in the order given. What the desk does by itself (warnings,
 * breaches, reminders, closing, mail) is done up to each scene before it, and up to `until` in the end.
 */
export async function playTimeline(
	stage: Stage,
	scenes: readonly Scene[],
	until: number,
	upTo: (stage: Stage, at: number) => Promise<void>,
	onScene: (played: number, of: number) => void = () => {},
): Promise<void> {
	const inOrder = scenes.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
	for (const [index, scene] of inOrder.entries()) {
		await upTo(stage, scene.at);
		stage.moveTo(scene.at);
		await scene.play(stage);
		onScene(index + 1, inOrder.length);
	}
	await upTo(stage, until);
	stage.moveTo(until);
}
