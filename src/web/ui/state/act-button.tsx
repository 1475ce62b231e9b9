import { Button, type ButtonProps, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { useId } from "react";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { useText } from "../../text/use-text.tsx";
import { Reasons } from "./error-state.tsx";

/**
 * A button of an act. When the act is not open it says why: by a list that opens beside it (ObstacleTip) and that assistive
 * technology reads with the button. `may` undefined = open.
 */
export const ActButton = ({
	may,
	onAct,
	children,
	...more
}: ButtonProps & { may: readonly Obstacle[] | undefined; onAct: () => void; type?: "button" | "submit" }) => {
	const say = useText();
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
						{say.t("app.why")} {[...new Set(may.map((obstacle) => say.reason(obstacle)))].join(" ")}
					</span>
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<Reasons obstacles={may} />
			</Popover.Dropdown>
		</Popover>
	);
};
