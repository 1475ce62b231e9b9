import { Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { changePassword } from "../api/me.ts";
import { useText } from "../text/use-text.tsx";
import { useFields } from "../ui/form/use-fields.ts";
import { Panel } from "../ui/shell/page.tsx";
import { OwnForm, OwnPassword } from "./own-form.tsx";

export const PasswordPanel = () => {
	const say = useText();
	const { fields, bind, reset } = useFields({ current: "", next: "" });
	const attempt = useMutation({ mutationFn: () => changePassword(fields.current, fields.next), onSuccess: reset });
	return (
		<Panel title={say.t("account.changePassword")}>
			{attempt.isSuccess ? <Text role="status">{say.t("account.passwordChanged")}</Text> : null}
			<OwnForm
				submit={say.t("account.changePassword")}
				isBusy={attempt.isPending}
				error={attempt.error}
				onSubmit={attempt.mutate}
			>
				<OwnPassword {...bind("current")} />
				<OwnPassword
					label={say.t("signIn.newPassword")}
					description={say.t("signIn.invitationHint")}
					autoComplete="new-password"
					minLength={12}
					maxLength={200}
					{...bind("next")}
				/>
			</OwnForm>
		</Panel>
	);
};
