import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refusal } from "../../../kernel/refusal.ts";
import { useText } from "../../text/use-text.tsx";
import { EmptyState, Loading } from "./empty-state.tsx";
import { ErrorState, RefusalNote } from "./error-state.tsx";

/** What is shown of a question: its answer; old data with a note when newer ones failed; no right and not found look alike. */
export const Asked = <Answer,>({
	question,
	children,
}: {
	question: Pick<UseQueryResult<Answer, Error>, "data" | "error"> & { readonly refetch: () => unknown };
	children: (answer: Answer) => ReactNode;
}) => {
	const say = useText();
	const { data, error } = question;
	const isOurs = error instanceof Refusal && (error.kind === "not-found" || error.kind === "forbidden");
	if (isOurs) return <EmptyState title={say.t("app.notFound")} hint={say.t("app.notFoundHint")} />;
	if (data !== undefined) {
		return (
			<>
				{error === null ? null : <RefusalNote error={error} />}
				{children(data)}
			</>
		);
	}
	return error === null ? <Loading /> : <ErrorState error={error} retry={() => void question.refetch()} />;
};
