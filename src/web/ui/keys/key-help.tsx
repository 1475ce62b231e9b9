import { Kbd, Modal, Switch, Table } from "@mantine/core";
import { useState } from "react";
import { useText } from "../../text/use-text.tsx";
import { consoleKeys } from "./keys.view.ts";
import { keysAreOn, switchKeys } from "./use-keys.ts";

export const KeyHelp = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
	const say = useText();
	const [areOn, setOn] = useState(keysAreOn);
	return (
		<Modal
			opened={isOpen}
			onClose={onClose}
			title={say.t("app.keys")}
			lockScroll={false}
			closeButtonProps={{ "aria-label": say.t("app.close") }}
		>
			<Switch
				label={say.t("app.keysOn")}
				checked={areOn}
				onChange={(event) => {
					switchKeys(event.currentTarget.checked);
					setOn(event.currentTarget.checked);
				}}
			/>
			<Table mt="md">
				<Table.Tbody>
					{consoleKeys.map(([keys, text]) => (
						<Table.Tr key={text}>
							<Table.Td>
								<Kbd>{keys}</Kbd>
							</Table.Td>
							<Table.Td>{say.t(`app.${text}`)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Modal>
	);
};
