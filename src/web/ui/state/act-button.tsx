import { Button, type ButtonProps, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { useId } from "react";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { useText } from "../../text/use-text.tsx";
import { useCommands } from "../palette/use-commands.ts";
import { Reasons, reasonsOf } from "./error-state.tsx";

/**
 * A button of an act. When the act is not open it says why: by a list that opens beside it (ObstacleTip) and that assistive
 * technology reads with the button. `may` undefined = open. The palette offers what buttons do, in their words; `hotkey` is the
 * single key that does the same.
 */
export const ActButton = ({
	may,
	onAct,
	children,
	hotkey,
	...more
}: ButtonProps & {
	may: readonly Obstacle[] | undefined;
	onAct: () => void;
	type?: "button" | "submit";
	hotkey?: string | undefined;
}) => {
	const say = useText();
	const reasons = reasonsOf(may ?? [], say);
	useCommands(typeof children === "string" ? [{ text: children, why: reasons, key: hotkey, run: onAct }] : []);
	const id = useId();
	const [isOpen, { toggle, close }] = useDisclosure(false);
	if (may === undefined || may.length === 0) {
		return (
			<Button {...more} onClick={onAct}>
				{children}
			</Button>
		);
	}
	return (
		<Popover opened={isOpen} onDismiss={close} width={320} position="top" withArrow shadow="md">
			<Popover.Target>
				<Button
					{...more}
					variant="default"
					data-disabled
					aria-disabled
					aria-describedby={id}
					rightSection={<IconHelpCircle size={16} aria-hidden />}
					onClick={toggle}
				>
					{children}
					<span className="unseen" id={id}>
						{say.t("app.why")} {reasons.join(" ")}
					</span>
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<Reasons obstacles={may} />
			</Popover.Dropdown>
		</Popover>
	);
};
