import type { Obstacle } from "../../kernel/refusal.ts";
import type { Words } from "./words.ts";

export const Held = ({ say }: { say: Words }) => (
	<>
		<h1>{say.t("receivedTitle")}</h1>
		<p>{say.t("heldText")}</p>
		<Back say={say} />
	</>
);

export const Replied = ({ number, say }: { number: number; say: Words }) => (
	<>
		<h1>{say.t("replySent")}</h1>
		<p>{say.t("replyNew", { number: String(number) })}</p>
		<Back say={say} />
	</>
);

/** Says the same of a link that has ended and of one that never was. */
export const LinkEnded = ({ say }: { say: Words }) => (
	<>
		<h1>{say.t("linkEndedTitle")}</h1>
		<p>{say.t("linkEndedText")}</p>
		<p>{say.t("linkEndedAgain")}</p>
		<p>
			<a className="button" href="/vprasanje">
				{say.t("formTitle")}
			</a>
		</p>
		<Back say={say} />
	</>
);

export const NotFound = ({ say }: { say: Words }) => (
	<>
		<h1>{say.t("notFoundTitle")}</h1>
		<p>{say.t("notFoundText")}</p>
		<Back say={say} />
	</>
);

export const Problem = ({ reason, say }: { reason: Obstacle; say: Words }) => (
	<>
		<h1>{say.t("problemTitle")}</h1>
		<p>{say.reason(reason)}</p>
		<p>{say.t("problemSafe")}</p>
		<Back say={say} />
	</>
);

const Back = ({ say }: { say: Words }) => (
	<p>
		<a href="/">{say.t("home")}</a>
	</p>
);
