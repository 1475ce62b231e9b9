import type { z } from "zod";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { setKeys, type SetKey } from "./terms-values.ts";
import { AgreementTerms, type DraftTerms } from "./terms.ts";
import { laidOpen } from "./form-fields.ts";

/**
 * What a draft still lacks, every field at once, in the order of the form: `missing` at the path of each field that is
 * empty, `invalid-field` at one that is filled and wrong, and the rules that tie fields together. Empty = the draft is a
 * complete `AgreementTerms` (DOC-04, PRI-23, ESC-03, A-11, A-12, A-23).
 */
export function missingFields(draft: DraftTerms): Obstacle[] {
	const open = laidOpen(AgreementTerms, draft);
	const shape = AgreementTerms.safeParse(open).error?.issues ?? [];
	const obstacles = [...shape.map((issue) => obstacleOf(issue, open)), ...tied(draft), ...placeholders(draft)];
	return [...new Map(obstacles.map((obstacle) => [`${obstacle.code} ${obstacle.at ?? ""}`, obstacle])).values()];
}

/** Which of the obstacles concern part I and the priority decision: what has to be there before review (SM-1). */
export const ofPartOne = (obstacles: readonly Obstacle[]): Obstacle[] =>
	obstacles.filter((obstacle) => obstacle.at?.startsWith("partI.") || obstacle.at === "agreement.code");

function obstacleOf(issue: z.core.$ZodIssue, open: unknown): Obstacle {
	const at = issue.path.join(".");
	return { code: isEmpty(valueAt(open, issue.path)) ? "missing" : "invalid-field", at };
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === "" ||
	(typeof value === "object" && Object.values(value).every((part) => isEmpty(part)));

const missing = (at: string): Obstacle => ({ code: "missing", at });

/** What the printed form leaves to be filled: `XXXX` and lines of underscores (DOC-04). */
function placeholders(value: unknown, at: readonly string[] = []): Obstacle[] {
	if (typeof value === "string") {
		return /X{4}|_{4}/.test(value) ? [{ code: "placeholder-left", at: at.join(".") }] : [];
	}
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inside]) => placeholders(inside, [...at, key]));
}

/** Rules across fields. They read the draft as it is and are silent about what the shape already demands. */
function tied(draft: DraftTerms): Obstacle[] {
	const header = draft.agreement;
	const partTwo = draft.partII;
	return [
		...setKeys.flatMap((set) => ofSet(draft, set)),
		...nobodySupported(draft),
		...unknownPeople(draft),
		...repeatedCategories(draft),
		...(header?.umbrella?.mode === "referenced" && !header.umbrella.documentNumber
			? [missing("agreement.umbrella.documentNumber")]
			: []),
		...umbrellaFits(draft),
		...(partTwo?.financing?.payer && payerNeedsBasis(draft) && !partTwo.financing.override?.documentNumber
			? [missing("partII.financing.override.documentNumber")]
			: []),
	];
}

/** The ministry whose services the contact centre pays for itself and for which part II is written (UMB-01, FIN-01). */
export const providerMinistry = "MJU";

/** The contact centre pays by itself only for its own ministry's services; anything else names a document. */
function payerNeedsBasis(draft: DraftTerms): boolean {
	const ministry = draft.partI?.client?.ownerMinistry;
	return draft.partII?.financing?.payer !== "EKC" || (Boolean(ministry) && ministry !== providerMinistry);
}

/** Part II replaces the umbrella agreement, or stands beside it: the header and part II must say the same. */
function umbrellaFits(draft: DraftTerms): Obstacle[] {
	const mode = draft.agreement?.umbrella?.mode;
	const basis = draft.partII?.basis;
	if (!mode || !basis) return [];
	const fits = (mode === "replacedByPartII") === (basis === "template-part-ii");
	if (!fits) return [{ code: "umbrella-and-part-two-differ", at: "partII.basis" }];
	const ministry = draft.partI?.client?.ownerMinistry;
	const isForeign = mode === "replacedByPartII" && Boolean(ministry) && ministry !== providerMinistry;
	return isForeign ? [{ code: "part-two-of-another-ministry", at: "agreement.umbrella.mode" }] : [];
}

function nobodySupported(draft: DraftTerms): Obstacle[] {
	const support = draft.partI?.support;
	return support?.technical === "none" && support.content === "none"
		? [{ code: "nothing-supported", at: "partI.support.technical" }]
		: [];
}

function ofSet(draft: DraftTerms, set: SetKey): Obstacle[] {
	const partOne = draft.partI;
	const extent = partOne?.support?.[set];
	const limits = set === "technical" ? "technicalLimits" : "contentLimits";
	const subjects = set === "technical" ? "technicalTasks" : "contentTopics";
	const needed: Obstacle[] = [];
	if (extent === "partial" && !partOne?.support?.[limits]) needed.push(missing(`partI.support.${limits}`));
	if (extent && extent !== "none") {
		if (isEmpty(partOne?.support?.[subjects])) needed.push(missing(`partI.support.${subjects}`));
		if (isEmpty(partOne?.classification?.[set])) needed.push(missing(`partI.classification.${set}`));
		if (isEmpty(partOne?.knowledgeBase?.[set]?.location)) needed.push(missing(`partI.knowledgeBase.${set}.location`));
		if (isEmpty(partOne?.knowledgeBase?.[set]?.editors)) needed.push(missing(`partI.knowledgeBase.${set}.editors`));
		if (isEmpty(partOne?.training?.[set]?.contact)) needed.push(missing(`partI.training.${set}.contact`));
	}
	return [...needed, ...pathOf(draft, set)];
}

/** The first target of a path needs an address, each later one the moment of its turn (DOC-12, §2.1). */
function pathOf(draft: DraftTerms, set: SetKey): Obstacle[] {
	const path = draft.partI?.escalationPaths?.[set] ?? [];
	return path.flatMap((target, index) => {
		const at = `partI.escalationPaths.${set}.${index}`;
		if (target.order && target.order !== index + 1) return [{ code: "path-out-of-order", at: `${at}.order` }];
		if (index > 0) return target.after ? [] : [missing(`${at}.after`)];
		const isReachable = target.email || target.phone || target.kind === "person" || !target.kind;
		return isReachable ? [] : [missing(`${at}.email`)];
	});
}

/** Whoever the form names by a key has to be described in it: as an office, or among the other contact persons (DOC-08). */
function unknownPeople(draft: DraftTerms): Obstacle[] {
	const client = draft.partI?.client;
	const offices = [client?.serviceOwner, client?.contentCustodian, client?.technicalCustodian, client?.director];
	const described = [...offices, ...(client?.contacts ?? [])].filter((person) => !isEmpty(person));
	// While somebody's own key is missing, the keys that name them are not what is wrong.
	if (described.some((person) => !person?.id)) return [];
	const known = new Set(described.map((person) => person?.id));
	const named = namedPeople(draft).filter(([, key]) => key && !known.has(key));
	return named.map(([at, key]) => ({ code: "person-not-described", at, details: { person: key ?? "" } }));
}

function namedPeople(draft: DraftTerms): (readonly [at: string, key: string | null | undefined])[] {
	const partOne = draft.partI;
	const deputies = Object.entries(partOne?.client?.deputies ?? {});
	return [
		...deputies.map(([office, key]) => [`partI.client.deputies.${office}`, key] as const),
		...setKeys.flatMap((set) => [
			...(partOne?.escalationPaths?.[set] ?? []).flatMap((target, index) =>
				target.kind === "person" ? [[`partI.escalationPaths.${set}.${index}.target`, target.target] as const] : [],
			),
			...(partOne?.knowledgeBase?.[set]?.editors ?? []).map(
				(key) => [`partI.knowledgeBase.${set}.editors`, key] as const,
			),
			[`partI.training.${set}.contact`, partOne?.training?.[set]?.contact] as const,
		]),
	];
}

/** A category's code decides its set, so that no code may stand twice (CLS-02). */
function repeatedCategories(draft: DraftTerms): Obstacle[] {
	const seen = new Set<string>();
	return setKeys.flatMap((set) =>
		(draft.partI?.classification?.[set] ?? []).flatMap((root, index) => {
			const branches = root.children ?? [];
			const codes = [
				root.code,
				...branches.flatMap((one) => [one.code, ...(one.children ?? []).map((leaf) => leaf.code)]),
			];
			return codes.flatMap((code) => {
				if (!code || !seen.has(code)) {
					if (code) seen.add(code);
					return [];
				}
				return [
					{ code: "category-repeated", at: `partI.classification.${set}.${index}.code`, details: { category: code } },
				];
			});
		}),
	);
}
