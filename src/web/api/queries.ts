import {
	type InfiniteData,
	QueryClient,
	type UseInfiniteQueryResult,
	type UseQueryResult,
	keepPreviousData,
	useInfiniteQuery,
	useMutation,
	useQueries,
	useQuery,
	useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import type { Contract } from "../../kernel/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { call } from "./client.ts";

/** Only a lost connection is tried again: a refusal would be refused the same way. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 15_000,
			placeholderData: keepPreviousData,
			retry: (times, error) => error instanceof Refusal && error.code === "offline" && times < 2,
		},
	},
});

/** The answer to a question; old data stay on screen while newer ones come. `enabled` false asks nothing. */
export const useQuestion = <Input extends z.ZodType, Output extends z.ZodType>(
	contract: Contract<Input, Output>,
	input: z.input<Input>,
	more: { enabled?: boolean; everyMs?: number; keepOld?: boolean } = {},
): UseQueryResult<z.output<Output>, Error> =>
	useQuery<z.output<Output>, Error>({
		queryKey: [contract.name, input],
		queryFn: ({ signal }) => call(contract, input, { signal }),
		enabled: more.enabled ?? true,
		...(more.keepOld === false ? { placeholderData: undefined } : {}),
		...(more.everyMs === undefined ? {} : { refetchInterval: more.everyMs }),
	});

/** The same question of several inputs. */
export const useQuestions = <Input extends z.ZodType, Output extends z.ZodType>(
	contract: Contract<Input, Output>,
	inputs: readonly z.input<Input>[],
	everyMs: number,
): UseQueryResult<z.output<Output>, Error>[] =>
	useQueries({
		queries: inputs.map((input) => ({
			queryKey: [contract.name, input],
			queryFn: ({ signal }: { signal: AbortSignal }) => call(contract, input, { signal }),
			refetchInterval: everyMs,
		})),
	});

type Paged<Output extends z.ZodType> = z.output<Output> & {
	readonly rows: readonly unknown[];
	readonly next: string | null;
};
type Rows<Output extends z.ZodType> = Paged<Output>["rows"][number];

export type Pages<Row> = Pick<
	UseInfiniteQueryResult<unknown, Error>,
	"error" | "refetch" | "hasNextPage" | "isFetchingNextPage"
> & {
	/** Of all pages so far; undefined until the first has come. */
	readonly data: { readonly rows: readonly Row[] } | undefined;
	readonly more: () => void;
};

/** A list that grows by pages on wish, and is asked again as a whole when something changes. */
export function usePages<Input extends z.ZodType, Output extends z.ZodType>(
	contract: Contract<Input, Output>,
	input: z.input<Input>,
	{ everyMs }: { everyMs?: number } = {},
): Pages<Rows<Output>> {
	const { data, fetchNextPage, error, refetch, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
		Paged<Output>,
		Error,
		InfiniteData<Paged<Output>>,
		readonly unknown[],
		string | null
	>({
		queryKey: [contract.name, "growing", input],
		queryFn: ({ pageParam, signal }) =>
			call(contract, (pageParam === null ? input : { ...(input as object), after: pageParam }) as z.input<Input>, {
				signal,
			}) as Promise<Paged<Output>>,
		initialPageParam: null,
		getNextPageParam: (last) => last.next,
		...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
	});
	const rows = data?.pages.flatMap((page) => page.rows) as readonly Rows<Output>[] | undefined;
	return {
		data: rows && { rows },
		more: () => void fetchNextPage(),
		error,
		refetch,
		hasNextPage,
		isFetchingNextPage,
	};
}

/** An act; after it everything on screen is asked again, for one act may move counters, clocks and lists alike. */
export const useAct = <Input extends z.ZodType, Output extends z.ZodType>(contract: Contract<Input, Output>) => {
	const client = useQueryClient();
	return useMutation<z.output<Output>, Error, z.input<Input>>({
		mutationFn: (input) => call(contract, input),
		onSettled: () => client.invalidateQueries(),
	});
};
