import { Button } from "@mantine/core";
import type { Pages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";

/** Below a list that goes on. */
export const MoreRows = ({ pages }: { pages: Pages<unknown> }) => {
	const say = useText();
	return pages.hasNextPage ? (
		<Button size="compact-sm" variant="default" mt="sm" loading={pages.isFetchingNextPage} onClick={pages.more}>
			{say.t("app.more")}
		</Button>
	) : null;
};
