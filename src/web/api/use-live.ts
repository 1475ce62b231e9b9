import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Lists that a person is reading: they stay as they are, arrivals are only counted. */
const keptStill: ReadonlySet<string> = new Set(["pages"]);

/**
 * Listens to the desk: what changed is asked again, within the person's own rights. Lists on screen are left alone; a lost
 * connection is taken up again by the browser itself.
 */
export const useLive = (): void => {
	const client = useQueryClient();
	useEffect(() => {
		const source = new EventSource("/api/v1/live");
		source.addEventListener("changed", () => {
			void client.invalidateQueries({ predicate: ({ queryKey }) => !keptStill.has(String(queryKey[1])) });
		});
		return () => source.close();
	}, [client]);
};
