import { Tabs } from "@mantine/core";
import { useText } from "../../text/use-text.tsx";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { HoldersList } from "./holders-list.tsx";
import { OrganisationsList } from "./organisations-list.tsx";
import { PeopleList } from "./people-list.tsx";

export const PeopleScreen = () => {
	const say = useText();
	return (
		<Page title={say.t("people.title")}>
			<Tabs defaultValue="people" keepMounted={false}>
				<Tabs.List>
					<Tabs.Tab value="people">{say.t("people.people")}</Tabs.Tab>
					<Tabs.Tab value="roles">{say.t("people.roles")}</Tabs.Tab>
					<Tabs.Tab value="organisations">{say.t("people.organisations")}</Tabs.Tab>
				</Tabs.List>
				<Tabs.Panel value="people" pt="md">
					<Panel>
						<PeopleList />
					</Panel>
				</Tabs.Panel>
				<Tabs.Panel value="roles" pt="md">
					<Panel>
						<HoldersList />
					</Panel>
				</Tabs.Panel>
				<Tabs.Panel value="organisations" pt="md">
					<Panel>
						<OrganisationsList />
					</Panel>
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
};
