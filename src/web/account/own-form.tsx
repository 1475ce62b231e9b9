import { Button, PasswordInput, type PasswordInputProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.tsx";
import { RefusalNote } from "../ui/state/error-state.tsx";
import styles from "./account.module.css";

/** A form of one's own account: fields under each other, the refusal beside the button. */
export const OwnForm = ({
	submit,
	isBusy,
	error,
	onSubmit,
	children,
}: {
	submit: string;
	isBusy: boolean;
	error: unknown;
	onSubmit: () => void;
	children: ReactNode;
}) => (
	<form
		className={styles["form"]}
		onSubmit={(event) => {
			event.preventDefault();
			onSubmit();
		}}
	>
		{children}
		<RefusalNote error={error} />
		<Button type="submit" variant="default" loading={isBusy}>
			{submit}
		</Button>
	</form>
);

/** The password that a change of one's sign-in asks for again, so that an open screen alone changes nothing. */
export const OwnPassword = (more: PasswordInputProps) => {
	const say = useText();
	return (
		<PasswordInput
			label={say.t("account.password")}
			autoComplete="current-password"
			required
			className={styles["field"] ?? ""}
			visibilityToggleButtonProps={{ "aria-label": say.t("signIn.showPassword") }}
			{...more}
		/>
	);
};
