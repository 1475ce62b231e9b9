import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { list } from "../../../desk/queues/contract.ts";
import { call } from "../../api/client.ts";
import { useQuestion } from "../../api/queries.ts";
import { type QueueSearch, questionOf } from "./queue-search.view.ts";
import { unseen } from "./row.view.ts";

/**
 * A list that stays as it is until the person asks: pages follow by cursor, arrivals are only counted (`screens.md` §1.8).
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
	const newest = useQuestion(list, question, { everyMs: 30_000 });
	const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
	return {
		pages,
		rows,
		arrivals: pages.data === undefined || newest.isPlaceholderData ? 0 : unseen(newest.data?.rows ?? [], rows),
		refresh: () => void client.invalidateQueries({ queryKey: [list.name] }),
	};
};
