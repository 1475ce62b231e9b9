import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { list } from "../../../desk/queues/contract.ts";
import { call } from "../../api/client.ts";
import { useQuestion } from "../../api/queries.ts";
import { type QueueSearch, questionOf } from "./queue-search.view.ts";
import { arrivalsOf } from "./row.view.ts";

/** An act that had begun when the list was read may have been committed after it. */
const overlap = { seconds: 10 };

/**
 * A list that stays as it is until the person asks (`screens.md` §1.8): pages follow by cursor, arrivals are only counted. A
 * row on screen that changes says so where it stands.
 */
export const useQueue = (search: QueueSearch) => {
	const client = useQueryClient();
	const question = questionOf(search);
	const pages = useInfiniteQuery({
		queryKey: [list.name, "pages", question],
		queryFn: ({ pageParam, signal }) =>
			call(list, pageParam === null ? question : { ...question, after: pageParam }, { signal }),
		initialPageParam: null as string | null,
		getNextPageParam: (last) => last.next,
		staleTime: Number.POSITIVE_INFINITY,
		refetchOnWindowFocus: false,
	});
	const asOf = pages.data?.pages[0]?.asOf;
	const since = asOf === undefined ? "" : Temporal.Instant.from(asOf).subtract(overlap).toString();
	const changes = useQuestion(
		list,
		{ ...question, limit: 100, changedAfter: since },
		{ enabled: asOf !== undefined, everyMs: 30_000, keepOld: false },
	);
	const changed = changes.data?.rows ?? [];
	const latest = new Map(changed.map((row) => [row.id, row]));
	const shown = pages.data?.pages.flatMap((page) => page.rows) ?? [];
	return {
		pages,
		rows: shown.map((row) => latest.get(row.id) ?? row),
		arrivals: arrivalsOf(changed, shown, { since, isWhole: !pages.hasNextPage }),
		refresh: () => void client.invalidateQueries({ queryKey: [list.name] }),
	};
};
