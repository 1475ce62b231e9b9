import { Button, Drawer, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../state/error-state.tsx";

/** A form that opens beside the list it adds to; the refusal stands next to the button that asked. */
export const SideForm = ({
	title,
	isOpen,
	isBusy,
	error,
	submit,
	onClose,
	onSubmit,
	children,
}: {
	title: string;
	isOpen: boolean;
	isBusy: boolean;
	error: unknown;
	submit: string;
	onClose: () => void;
	onSubmit: () => void;
	children: ReactNode;
}) => {
	const say = useText();
	return (
		<Drawer
			opened={isOpen}
			onClose={onClose}
			title={title}
			position="right"
			lockScroll={false}
			closeButtonProps={{ "aria-label": say.t("app.close") }}
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					onSubmit();
				}}
			>
				<Stack gap="md">
					{children}
					<RefusalNote error={error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{say.t("app.cancel")}
						</Button>
						<Button type="submit" loading={isBusy}>
							{submit}
						</Button>
					</Group>
				</Stack>
			</form>
		</Drawer>
	);
};
