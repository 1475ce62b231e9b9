import { Button, PasswordInput, Text, TextInput } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { setUp, setUpState } from "../../desk/identity/contract.ts";
import { useAct, useQuestion } from "../api/queries.ts";
import { useText } from "../text/use-text.tsx";
import { Asked } from "../ui/state/asked.tsx";
import { RefusalNote } from "../ui/state/error-state.tsx";
import { Door } from "./door.tsx";

export const SetUpScreen = () => {
	const say = useText();
	const state = useQuestion(setUpState, {});
	return (
		<Door title={say.t("signIn.setUp")}>
			<Asked question={state}>{({ isOpen }) => (isOpen ? <SetUpForm /> : <Closed />)}</Asked>
		</Door>
	);
};

const Closed = () => {
	const say = useText();
	return (
		<>
			<Text>{say.t("signIn.setUpClosed")}</Text>
			<Button component={Link} to="/app/sign-in">
				{say.t("signIn.title")}
			</Button>
		</>
	);
};

const SetUpForm = () => {
	const say = useText();
	const search = useSearch({ strict: false }) as { token?: string };
	const [fields, setFields] = useState({
		token: search.token ?? "",
		organisationName: "",
		name: "",
		email: "",
		password: "",
	});
	const act = useAct(setUp);
	const field = (name: keyof typeof fields) => ({
		required: true,
		value: fields[name],
		onChange: (event: { currentTarget: { value: string } }) => {
			const { value } = event.currentTarget;
			setFields((before) => ({ ...before, [name]: value }));
		},
	});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				act.mutate(fields);
			}}
		>
			<Text c="dimmed">{say.t("signIn.setUpHint")}</Text>
			<TextInput label={say.t("signIn.token")} autoComplete="off" {...field("token")} />
			<TextInput label={say.t("signIn.organisation")} autoComplete="organization" {...field("organisationName")} />
			<TextInput label={say.t("signIn.name")} autoComplete="name" {...field("name")} />
			<TextInput label={say.t("signIn.email")} type="email" autoComplete="username" {...field("email")} />
			<PasswordInput
				label={say.t("signIn.newPassword")}
				visibilityToggleButtonProps={{ "aria-label": say.t("signIn.showPassword") }}
				description={say.t("signIn.invitationHint")}
				autoComplete="new-password"
				minLength={12}
				{...field("password")}
			/>
			<RefusalNote error={act.error} />
			<Button type="submit" loading={act.isPending}>
				{say.t("signIn.create")}
			</Button>
		</form>
	);
};
