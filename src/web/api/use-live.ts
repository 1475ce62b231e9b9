import { useThrottledCallback } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Lists that a person is reading stay as they are, arrivals are only counted; presence beats at its own pace. */
const isKeptStill = (queryKey: readonly unknown[]): boolean => queryKey[1] === "pages" || queryKey[0] === "presence";

/** On a busy desk something changes all the time: what is on screen is asked again at once, then no more often than this. */
const betweenMs = 2000;

/**
 * Listens to the desk: what changed is asked again, within the person's own rights. Lists on screen are left alone; a lost
 * connection is taken up again by the browser itself.
 */
export const useLive = (): void => {
	const client = useQueryClient();
	const askAgain = useThrottledCallback(
		() => client.invalidateQueries({ predicate: ({ queryKey }) => !isKeptStill(queryKey) }),
		betweenMs,
	);
	useEffect(() => {
		const source = new EventSource("/api/v1/live");
		source.addEventListener("changed", askAgain);
		return () => source.close();
	}, [askAgain]);
};
