import { fold } from "../../kernel/slovenian-stem.ts";
import { searchTokens } from "../../platform/text/search-tokens.ts";
import type { Found, Service } from "../../web/portal/pages.ts";

const wordsMost = 10;

/** Services in whose name, description or topics every word occurs, in any of its forms or as a beginning; with the topics that have one. */
export function foundServices(typed: string, services: readonly Service[]): readonly Found[] {
	const words = fold(typed)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => searchTokens(word).length > 0)
		.slice(0, wordsMost);
	if (words.length === 0) return [];
	return services.flatMap((service) => {
		const { code, name, shortDescription } = service;
		const topics = topicsOf(service);
		const whole = [name, service.longName, shortDescription, ...topics].join(" ");
		if (!words.every((word) => occurs(word, whole))) return [];
		return [
			{ code, name, shortDescription, topics: topics.filter((topic) => words.some((word) => occurs(word, topic))) },
		];
	});
}

const topicsOf = ({ contentTopics, technicalTasks }: Service): string[] => [...contentTopics, ...technicalTasks];

function occurs(word: string, text: string): boolean {
	const tokens = new Set(searchTokens(text));
	return (
		searchTokens(word).some((form) => tokens.has(form)) ||
		(word.length >= 3 && [...tokens].some((token) => token.startsWith(word)))
	);
}
