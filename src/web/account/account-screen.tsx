import { useMe } from "../api/me.ts";
import { useText } from "../text/use-text.tsx";
import { Facts } from "../ui/form/facts.tsx";
import { Page, Panel } from "../ui/shell/page.tsx";
import { Asked } from "../ui/state/asked.tsx";
import { PasswordPanel } from "./password-panel.tsx";
import { SecondFactorPanel } from "./second-factor-panel.tsx";
import { TokensPanel } from "./tokens-panel.tsx";

/** What a person settles about their own sign-in. */
export const AccountScreen = () => {
	const say = useText();
	return (
		<Page title={say.t("app.account")} isNarrow>
			<Asked question={useMe()}>
				{({ person, hasSecondFactor }) => (
					<>
						<Panel>
							<Facts
								of={[
									[say.t("signIn.name"), person.name],
									[say.t("signIn.email"), person.email],
									[say.t("people.organisation"), person.organisationName],
								]}
							/>
						</Panel>
						<SecondFactorPanel isOn={hasSecondFactor} />
						<PasswordPanel />
						<TokensPanel />
					</>
				)}
			</Asked>
		</Page>
	);
};
