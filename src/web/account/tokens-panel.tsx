import { Button, NumberInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import { type TokenView, createToken, revokeToken, tokens } from "../../desk/identity/contract.ts";
import { useAct, useQuestion } from "../api/queries.ts";
import { useText } from "../text/use-text.tsx";
import { Rows } from "../ui/form/rows.tsx";
import { Panel } from "../ui/shell/page.tsx";
import { Asked } from "../ui/state/asked.tsx";
import { RefusalNote } from "../ui/state/error-state.tsx";
import { useNow } from "../ui/time/now.tsx";
import styles from "./account.module.css";
import { OwnForm } from "./own-form.tsx";

type Token = z.infer<typeof TokenView>;

/** Keys by which programs work in the person's name. */
export const TokensPanel = () => {
	const say = useText();
	return (
		<Panel title={say.t("account.tokens")}>
			<Text>{say.t("account.tokensHint")}</Text>
			<Asked question={useQuestion(tokens, {})}>
				{({ rows }) =>
					rows.length === 0 ? <Text c="dimmed">{say.t("account.noToken")}</Text> : <Tokens rows={rows} />
				}
			</Asked>
			<NewToken />
		</Panel>
	);
};

const Tokens = ({ rows }: { rows: readonly Token[] }) => {
	const say = useText();
	const now = useNow().toString();
	const act = useAct(revokeToken);
	const stateOf = (token: Token): string => {
		if (token.revokedAt !== null) return say.t("account.revoked", { date: say.date(token.revokedAt) });
		const key = token.expiresAt < now ? "account.expired" : "account.valid";
		return say.t(key, { date: say.date(token.expiresAt) });
	};
	return (
		<>
			<Rows
				caption={say.t("account.tokens")}
				heads={[say.t("account.purpose"), say.t("account.made"), say.t("account.state"), say.t("app.actions")]}
				rows={rows.map((token) => ({
					key: token.id,
					cells: [
						token.name,
						say.date(token.createdAt),
						stateOf(token),
						token.revokedAt !== null ? (
							"–"
						) : (
							<Button
								key="revoke"
								size="compact-sm"
								variant="default"
								aria-label={`${say.t("account.revoke")}: ${token.name}`}
								loading={act.isPending && act.variables.id === token.id}
								onClick={() => act.mutate({ id: token.id })}
							>
								{say.t("account.revoke")}
							</Button>
						),
					],
				}))}
			/>
			<RefusalNote error={act.error} />
		</>
	);
};

const NewToken = () => {
	const say = useText();
	const act = useAct(createToken);
	const [name, setName] = useState("");
	const [days, setDays] = useState(90);
	return (
		<>
			{act.data === undefined ? null : (
				<div className={styles["form"]} role="status">
					<Text>{say.t("account.secretOnce", { name: act.data.token.name })}</Text>
					<code className={styles["secret"]}>{act.data.secret}</code>
				</div>
			)}
			<OwnForm
				submit={say.t("account.makeToken")}
				isBusy={act.isPending}
				error={act.error}
				onSubmit={() => act.mutate({ name, days }, { onSuccess: () => setName("") })}
			>
				<TextInput
					label={say.t("account.purpose")}
					required
					maxLength={80}
					className={styles["field"] ?? ""}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<NumberInput
					label={say.t("account.days")}
					required
					min={1}
					max={366}
					allowDecimal={false}
					className={styles["field"] ?? ""}
					value={days}
					onChange={(value) => setDays(Number(value))}
				/>
			</OwnForm>
		</>
	);
};
