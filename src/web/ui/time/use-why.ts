import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { ClockId } from "../../../desk/clocks/contract.ts";

/** The part of an address that opens the account of one due time (`?why=…`), so that it can be sent to somebody. */
export const whySearch = (search: Record<string, unknown>): { why?: ClockId } => {
	const id = ClockId.safeParse(search["why"]);
	return id.success ? { why: id.data } : {};
};

/** The due time whose account is open, and how to open one or (null) close it; the address follows, the page stays. */
export const useWhy = (): readonly [ClockId | null, (id: ClockId | null) => void] => {
	const search = useSearch({ strict: false });
	const navigate = useNavigate();
	const open = useCallback(
		(id: ClockId | null) => {
			const changed = (before: object) => {
				const { why: _closed, ...rest } = before as { why?: ClockId };
				return id === null ? rest : { ...rest, why: id };
			};
			void navigate({ to: ".", search: changed as never, replace: true, resetScroll: false });
		},
		[navigate],
	);
	return [search.why ?? null, open];
};
