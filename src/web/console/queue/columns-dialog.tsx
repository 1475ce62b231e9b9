import { ActionIcon, Button, Checkbox, Group, Modal, Radio } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { arrange } from "../../../desk/queues/contract.ts";
import {
	type Arrangement,
	type Density,
	type QueueColumn,
	columnsAlways,
	densities,
	standardArrangement,
} from "../../../desk/queues/rules/columns.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { moved, offered, toggled } from "./columns.view.ts";
import styles from "./queue.module.css";

/** Which columns one's lists have, in which order, and how high a row is; kept by the desk, so the same on every device. */
export const ColumnsDialog = ({ arrangement, onClose }: { arrangement: Arrangement; onClose: () => void }) => {
	const say = useText();
	const act = useAct(arrange);
	const [columns, setColumns] = useState(arrangement.columns);
	const [density, setDensity] = useState(arrangement.density);
	return (
		<Modal
			opened
			onClose={onClose}
			title={say.t("queue.columns")}
			lockScroll={false}
			closeButtonProps={{ "aria-label": say.t("app.close") }}
		>
			<form
				className={styles["content"]}
				onSubmit={(event) => {
					event.preventDefault();
					act.mutate({ columns: [...columns], density }, { onSuccess: onClose });
				}}
			>
				<ColumnList columns={columns} onColumns={setColumns} />
				<Radio.Group label={say.t("queue.density")} value={density} onChange={(value) => setDensity(value as Density)}>
					<Group gap="md">
						{densities.map((value) => (
							<Radio key={value} value={value} label={say.t(`queue.density-${value}`)} />
						))}
					</Group>
				</Radio.Group>
				<RefusalNote error={act.error} />
				<Group gap={8}>
					<Button type="submit" loading={act.isPending}>
						{say.t("app.save")}
					</Button>
					<Button variant="default" onClick={onClose}>
						{say.t("app.cancel")}
					</Button>
					<Button
						variant="subtle"
						ml="auto"
						onClick={() => {
							setColumns(standardArrangement.columns);
							setDensity(standardArrangement.density);
						}}
					>
						{say.t("queue.standard")}
					</Button>
				</Group>
			</form>
		</Modal>
	);
};

const ColumnList = ({
	columns,
	onColumns,
}: {
	columns: readonly QueueColumn[];
	onColumns: (columns: QueueColumn[]) => void;
}) => {
	const say = useText();
	const [said, setSaid] = useState("");
	const move = (column: QueueColumn, by: -1 | 1) => {
		const next = moved(columns, column, by);
		onColumns(next);
		const place = { name: say.t(`queue.${column}`), place: next.indexOf(column) + 1, of: next.length };
		setSaid(say.t("queue.columnPlace", place));
	};
	return (
		<>
			<ol className={styles["columns"]}>
				{offered(columns).map((column) => {
					const at = columns.indexOf(column);
					const name = say.t(`queue.${column}`);
					return (
						<li key={column}>
							<Checkbox
								label={name}
								checked={at !== -1}
								disabled={columnsAlways.includes(column)}
								onChange={() => onColumns(toggled(columns, column))}
							/>
							{at === -1 ? null : (
								<span>
									<ActionIcon
										variant="subtle"
										color="gray"
										aria-label={say.t("queue.columnEarlier", { name })}
										aria-disabled={at === 0}
										onClick={() => move(column, -1)}
									>
										<IconArrowUp size={16} aria-hidden />
									</ActionIcon>
									<ActionIcon
										variant="subtle"
										color="gray"
										aria-label={say.t("queue.columnLater", { name })}
										aria-disabled={at === columns.length - 1}
										onClick={() => move(column, 1)}
									>
										<IconArrowDown size={16} aria-hidden />
									</ActionIcon>
								</span>
							)}
						</li>
					);
				})}
			</ol>
			<p className="unseen" role="status">
				{said}
			</p>
		</>
	);
};
