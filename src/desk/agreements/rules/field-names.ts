import { fieldLabels, segmentLabels } from "./field-labels.ts";

/** What a field is called in print: `clause` is its heading by order (`I.6`), the names carry set, table and row. */
export type FieldName = { readonly clause: string; readonly sl: string; readonly en: string };

/**
 * The clause a path belongs to, the longest prefix first. The form prints no numbers: number = order of its headings,
 * I.1 "Ime storitve" … I.16 "Poročanje", II.1 "Uvod" … II.7 "Veljavnost" (`I` = the open-ended rest of part I, DOC-15).
 */
const clauses: readonly (readonly [prefix: string, clause: string])[] = [
	["agreement.catalogue.managementEmails", "I.15"],
	["agreement.catalogue.adviserMailbox", "I.15"],
	["agreement.catalogue.reportDefinitions", "I.16"],
	["agreement.catalogue.contactsForPublication", "II.5"],
	["agreement.catalogue", "II.1"],
	["agreement.umbrella", "II.1"],
	["agreement", "I.1"],
	["partI.service.technicalRequirements", "I.4"],
	["partI.service.access", "I.5"],
	["partI.service.soleChannel", "I.11"],
	["partI.service.userNoticeChannels", "I.15"],
	["partI.service.userGroups", "I.7"],
	["partI.service.languages", "I.7"],
	["partI.service.shortDescription", "I.3"],
	["partI.service.systemName", "I.3"],
	["partI.service", "I.1"],
	["partI.support.technicalLimits", "I.2"],
	["partI.support.technicalTasks", "I.8"],
	["partI.support.technical", "I.2"],
	["partI.support.contentLimits", "I.2"],
	["partI.support.contentTopics", "I.8"],
	["partI.support.content", "I.2"],
	["partI.support", "I.8"],
	["partI.client", "I.6"],
	["partI.escalationPaths", "I.9"],
	["partI.availability", "I.10"],
	["partI.priorityScheme", "I.11"],
	["partI.classification", "I.12"],
	["partI.knowledgeBase", "I.13"],
	["partI.training", "I.14"],
	["partI.changes", "I.15"],
	["partI.reporting", "I.16"],
	["partI.", "I"],
	["partII.basis", "II.1"],
	["partII.guarantees", "II.2"],
	["partII.leadTimeTable", "II.2"],
	["partII.deviationLevels", "II.3"],
	["partII.review", "II.4"],
	["partII.startGates", "II.5"],
	["partII.financing", "II.6"],
	["partII.validity", "II.7"],
	["partII", "II"],
	["ekcRoles", "II.3"],
];

/** The words for both "manjši": a severity of an incident and an impact of a change are two scales. */
const minor = (path: string): readonly [string, string] =>
	path.startsWith("partII.leadTimeTable") ? ["manjši vpliv", "minor impact"] : ["Manjši", "Minor"];

/** The printed name of a field; null for a path that is no field of the form. */
export function fieldName(path: string): FieldName | null {
	const segments = path.split(".");
	const label = fieldLabels
		.filter(([pattern]) => matches(pattern.split("."), segments))
		.toSorted((one, other) => stars(one[0]) - stars(other[0]))[0];
	if (!label) return null;
	const named = segments.flatMap((segment, index) => {
		if (label[0].split(".")[index] !== "*") return [];
		if (/^\d+$/.test(segment)) return [[`${Number(segment) + 1}.`, `no. ${Number(segment) + 1}`] as const];
		return [segment === "MINOR" ? minor(path) : (segmentLabels[segment] ?? [])];
	});
	const words = (language: 0 | 1) => named.flatMap((pair) => pair[language] ?? []);
	return {
		clause: clauseOf(path),
		sl: [label[1], ...words(0)].join(" – "),
		en: [label[2], ...words(1)].join(" – "),
	};
}

/** The clause that a path of the terms belongs to (`partI.availability.technical` → `I.10`). */
export const clauseOf = (path: string): string => clauses.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "I";

const matches = (pattern: readonly string[], segments: readonly string[]) =>
	pattern.length === segments.length && pattern.every((part, index) => part === "*" || part === segments[index]);

const stars = (pattern: string) => pattern.split("*").length;
