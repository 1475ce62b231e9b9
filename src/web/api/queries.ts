import {
	QueryClient,
	type UseQueryResult,
	keepPreviousData,
	useMutation,
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

/** An act; after it everything on screen is asked again, for one act may move counters, clocks and lists alike. */
export const useAct = <Input extends z.ZodType, Output extends z.ZodType>(contract: Contract<Input, Output>) => {
	const client = useQueryClient();
	return useMutation<z.output<Output>, Error, z.input<Input>>({
		mutationFn: (input) => call(contract, input),
		onSettled: () => client.invalidateQueries(),
	});
};
