import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.tsx";

/** A chart and the table of the same numbers behind a second tab. */
export const ChartWithTable = ({ chart, table }: { chart: ReactNode; table: ReactNode }) => {
	const say = useText();
	return (
		<Tabs defaultValue="graph" keepMounted={false}>
			<Tabs.List mb="md">
				<Tabs.Tab value="graph">{say.t("app.graph")}</Tabs.Tab>
				<Tabs.Tab value="table">{say.t("app.table")}</Tabs.Tab>
			</Tabs.List>
			<Tabs.Panel value="graph">{chart}</Tabs.Panel>
			<Tabs.Panel value="table">{table}</Tabs.Panel>
		</Tabs>
	);
};
