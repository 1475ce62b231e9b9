import type { Reach } from "./pages.ts";
import { Reached } from "./reached.tsx";
import type { Words } from "./words.ts";

export const Accessibility = ({ reach, say }: { reach: Reach | null; say: Words }) => (
	<>
		<h1>{say.t("a11yTitle")}</h1>
		<p>{say.t("a11yCommitment")}</p>
		<h2>{say.t("a11yStatus")}</h2>
		<p>{say.t("a11yStatusText")}</p>
		<h2>{say.t("a11yContact")}</h2>
		<p>{say.t("a11yContactText")}</p>
		<h2>{say.t("a11yEnforcement")}</h2>
		<p>{say.t("a11yEnforcementText")}</p>
		{reach && <Reached reach={reach} say={say} />}
	</>
);
