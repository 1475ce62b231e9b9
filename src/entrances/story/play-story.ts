import { approveCatalogue, draftCatalogue } from "../../desk/catalogue/contract.ts";
import type { Desk } from "../perform.ts";
import { writeCannedReply } from "../../desk/tickets/contract.ts";
import { cannedReplies } from "./canned-replies.ts";
import { catalogueEdition } from "./catalogue-edition.ts";
import { enterCast } from "./enter-cast.ts";
import { exampleAgreements, exampleRequests } from "./examples.ts";
import type { Moved } from "./moved.ts";
import { scenesOfAgreement } from "./play-agreement.ts";
import { scenesOfTicket } from "./play-ticket.ts";
import { playedRequests } from "./requests-played.ts";
import { openStage, type Stage } from "./stage.ts";
import type { Scene } from "./timeline.ts";

/** Before everything else: the offices are taken up. */
const storyBegins = "2026-01-05T08:00";
const catalogueApproved = "2026-01-12T09:00";

/** A stage with everybody on it, and the scenes of the examples: two agreements and the requests. */
export async function beginStory(desk: Desk, moved: Moved): Promise<{ stage: Stage; scenes: Scene[] }> {
	const agreements = exampleAgreements(moved);
	const stage = openStage(desk, moved, moved.instant(storyBegins));
	const terms = agreements.map((agreement) => agreement.terms);
	await enterCast(stage, terms);
	const [first] = terms;
	if (!first) throw new Error("there is no example agreement");
	const head = first.ekcRoles?.ekc_head?.id ?? "";
	const ownMatters: Scene = {
		at: moved.instant(catalogueApproved),
		async play() {
			const { id, version } = await stage.perform(draftCatalogue, head, { content: catalogueEdition(first) });
			await stage.perform(approveCatalogue, head, { id, version });
			for (const { by, service, ...words } of cannedReplies) {
				const serviceId = service === null ? null : (stage.services.get(service) ?? null);
				await stage.perform(writeCannedReply, by, { ...words, serviceId });
			}
		},
	};
	const requests = playedRequests(exampleRequests(), moved);
	const scenes = [ownMatters, ...agreements.flatMap(scenesOfAgreement), ...requests.flatMap(scenesOfTicket)];
	return { stage, scenes };
}
