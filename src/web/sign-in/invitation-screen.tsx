import { Button, PasswordInput, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { acceptInvitation } from "../../desk/identity/contract.ts";
import { useAct } from "../api/queries.ts";
import { useText } from "../text/use-text.tsx";
import { RefusalNote } from "../ui/state/error-state.tsx";
import { Door } from "./door.tsx";

/** Opening the link uses nothing up; only the form does, since mail scanners follow links. */
export const InvitationScreen = () => {
	const say = useText();
	const { token = "" } = useParams({ strict: false }) as { token?: string };
	const [password, setPassword] = useState("");
	const accept = useAct(acceptInvitation);
	return (
		<Door title={say.t("signIn.invitation")}>
			{accept.data === undefined ? (
				<form
					onSubmit={(event) => {
						event.preventDefault();
						accept.mutate({ token, password });
					}}
				>
					<PasswordInput
						label={say.t("signIn.newPassword")}
						visibilityToggleButtonProps={{ "aria-label": say.t("signIn.showPassword") }}
						description={say.t("signIn.invitationHint")}
						autoComplete="new-password"
						minLength={12}
						required
						value={password}
						onChange={(event) => setPassword(event.currentTarget.value)}
					/>
					<RefusalNote error={accept.error} />
					<Button type="submit" loading={accept.isPending}>
						{say.t("signIn.setPassword")}
					</Button>
				</form>
			) : (
				<>
					<Text>{say.t("signIn.done", { email: accept.data.email })}</Text>
					<Button component={Link} to="/app/sign-in">
						{say.t("signIn.title")}
					</Button>
				</>
			)}
		</Door>
	);
};
