import { useDisclosure } from "@mantine/hooks";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../text/use-text.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { useTitle } from "../../ui/shell/page.tsx";
import { useWhy } from "../../ui/time/use-why.ts";
import { WhyDeadline } from "../../ui/time/why-deadline.tsx";
import { Preview } from "./preview.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueList } from "./queue-list.tsx";
import styles from "./queue.module.css";
import { ViewRail } from "./view-rail.tsx";

/** Views, the list, and a preview of the row in focus; everything chosen stands in the address. */
export const QueueScreen = () => {
	const say = useText();
	const { why: whyOf = null, ...search } = useSearch({ from: "/inside/app/queue" });
	const [, setWhy] = useWhy();
	const [focused, setFocused] = useState<string | null>(null);
	const [hasPreview, preview] = useDisclosure(true);
	useTitle(say.t("queue.title"));
	useKeys({ p: preview.toggle });
	useCommands([
		{ text: say.t(hasPreview ? "queue.hidePreview" : "queue.showPreview"), why: [], key: "p", run: preview.toggle },
	]);
	return (
		<div className={styles["panes"]} data-wide={!hasPreview || undefined}>
			<ViewRail search={search} />
			<section className={styles["middle"]} aria-label={say.t("queue.title")}>
				<h1 className="unseen">{say.t("queue.title")}</h1>
				<QueueFilters search={search} />
				<QueueList key={JSON.stringify(search)} search={search} onFocusRow={setFocused} onWhy={setWhy} />
			</section>
			{hasPreview ? (
				<aside className={styles["preview"]} aria-label={say.t("queue.preview")}>
					<Preview id={focused} />
				</aside>
			) : null}
			<WhyDeadline id={whyOf} onClose={() => setWhy(null)} />
		</div>
	);
};
