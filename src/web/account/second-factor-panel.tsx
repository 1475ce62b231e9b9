import { Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type SecondFactor, beginSecondFactor, endSecondFactor, verifyCode } from "../api/me.ts";
import { queryClient } from "../api/queries.ts";
import { useText } from "../text/use-text.tsx";
import { Panel } from "../ui/shell/page.tsx";
import styles from "./account.module.css";
import { OwnForm, OwnPassword } from "./own-form.tsx";
import { secretOf } from "./secret.view.ts";

/** The second factor holds from the first right code on; a secret that nobody confirmed changes nothing at sign-in. */
export const SecondFactorPanel = ({ isOn }: { isOn: boolean }) => {
	const say = useText();
	const [begun, setBegun] = useState<SecondFactor | null>(null);
	const changed = async () => {
		setBegun(null);
		await queryClient.invalidateQueries();
	};
	return (
		<Panel title={say.t("signIn.codeTitle")}>
			<Text role="status">{say.t(isOn ? "account.isOn" : "account.isOff")}</Text>
			{isOn ? (
				<ByPassword key="off" submit={say.t("account.turnOff")} act={endSecondFactor} onDone={changed} />
			) : begun === null ? (
				<ByPassword key="on" submit={say.t("account.turnOn")} act={beginSecondFactor} onDone={setBegun} />
			) : (
				<Confirm begun={begun} onDone={changed} />
			)}
		</Panel>
	);
};

const ByPassword = <Answer,>({
	submit,
	act,
	onDone,
}: {
	submit: string;
	act: (password: string) => Promise<Answer>;
	onDone: (answer: Answer) => void;
}) => {
	const [password, setPassword] = useState("");
	const attempt = useMutation({ mutationFn: () => act(password), onSuccess: onDone });
	return (
		<OwnForm submit={submit} isBusy={attempt.isPending} error={attempt.error} onSubmit={attempt.mutate}>
			<OwnPassword value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
		</OwnForm>
	);
};

const Confirm = ({ begun, onDone }: { begun: SecondFactor; onDone: () => void }) => {
	const say = useText();
	const [code, setCode] = useState("");
	const attempt = useMutation({ mutationFn: () => verifyCode(code), onSuccess: onDone });
	return (
		<OwnForm
			submit={say.t("account.confirm")}
			isBusy={attempt.isPending}
			error={attempt.error}
			onSubmit={attempt.mutate}
		>
			<Title order={3} size="h4">
				{say.t("account.secret")}
			</Title>
			<Text>{say.t("account.secretHint")}</Text>
			<code className={styles["secret"]}>{secretOf(begun.totpURI)}</code>
			<Title order={3} size="h4">
				{say.t("account.spareCodes")}
			</Title>
			<Text>{say.t("account.spareCodesHint")}</Text>
			<ul className={styles["codes"]}>
				{begun.backupCodes.map((spare) => (
					<li key={spare}>{spare}</li>
				))}
			</ul>
			<TextInput
				label={say.t("signIn.code")}
				description={say.t("signIn.codeHint")}
				inputMode="numeric"
				autoComplete="one-time-code"
				required
				className={styles["field"] ?? ""}
				value={code}
				onChange={(event) => setCode(event.currentTarget.value)}
			/>
		</OwnForm>
	);
};
