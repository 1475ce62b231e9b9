import { Button, PasswordInput, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { signIn, verifyCode, verifySpareCode } from "../api/me.ts";
import { queryClient } from "../api/queries.ts";
import { useText } from "../text/use-text.tsx";
import { RefusalNote } from "../ui/state/error-state.tsx";
import { Door } from "./door.tsx";

export const SignInScreen = () => {
	const say = useText();
	const [needsCode, setNeedsCode] = useState(false);
	return (
		<Door title={say.t(needsCode ? "signIn.codeTitle" : "signIn.title")}>
			{needsCode ? <CodeForm /> : <PasswordForm onSecondFactor={() => setNeedsCode(true)} />}
		</Door>
	);
};

/** Goes where the person was headed: only inside the application, whatever the address says. */
const useEnter = () => {
	const navigate = useNavigate();
	const { to } = useSearch({ strict: false }) as { to?: string };
	return async () => {
		queryClient.clear();
		await navigate({ to: to !== undefined && to.startsWith("/app/") ? to : "/app" });
	};
};

const PasswordForm = ({ onSecondFactor }: { onSecondFactor: () => void }) => {
	const say = useText();
	const enter = useEnter();
	const [email, setEmail] = useState("");
	const [password, setPassword] = useState("");
	const attempt = useMutation({
		mutationFn: () => signIn(email, password),
		onSuccess: (answer) => (answer === "SECOND_FACTOR" ? onSecondFactor() : enter()),
	});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			<TextInput
				label={say.t("signIn.email")}
				type="email"
				autoComplete="username"
				required
				value={email}
				onChange={(event) => setEmail(event.currentTarget.value)}
			/>
			<PasswordInput
				label={say.t("signIn.password")}
				visibilityToggleButtonProps={{ "aria-label": say.t("signIn.showPassword") }}
				autoComplete="current-password"
				required
				value={password}
				onChange={(event) => setPassword(event.currentTarget.value)}
			/>
			<RefusalNote error={attempt.error} />
			<Button type="submit" loading={attempt.isPending}>
				{say.t("signIn.submit")}
			</Button>
			<Text c="dimmed" size="sm">
				{say.t("signIn.demoHint")}
			</Text>
		</form>
	);
};

const CodeForm = () => {
	const say = useText();
	const enter = useEnter();
	const [code, setCode] = useState("");
	const [isSpare, setSpare] = useState(false);
	const attempt = useMutation({ mutationFn: () => (isSpare ? verifySpareCode : verifyCode)(code), onSuccess: enter });
	const change = () => {
		setSpare(!isSpare);
		setCode("");
		attempt.reset();
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			<TextInput
				label={say.t(isSpare ? "signIn.spareCode" : "signIn.code")}
				description={say.t(isSpare ? "signIn.spareCodeHint" : "signIn.codeHint")}
				inputMode={isSpare ? "text" : "numeric"}
				autoComplete={isSpare ? "off" : "one-time-code"}
				required
				value={code}
				onChange={(event) => setCode(event.currentTarget.value)}
			/>
			<RefusalNote error={attempt.error} />
			<Button type="submit" loading={attempt.isPending}>
				{say.t("signIn.verify")}
			</Button>
			<Button variant="subtle" onClick={change}>
				{say.t(isSpare ? "signIn.useCode" : "signIn.useSpareCode")}
			</Button>
		</form>
	);
};
