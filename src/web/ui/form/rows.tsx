import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./rows.module.css";

/** A plain table of records; on a phone each record becomes a block with its headings beside the values. */
export const Rows = ({
	heads,
	rows,
	caption,
}: {
	heads: readonly string[];
	rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
	caption: string;
}) => (
	<Table className={styles["rows"] ?? ""} verticalSpacing={6} horizontalSpacing="sm" highlightOnHover>
		<caption className="unseen">{caption}</caption>
		<Table.Thead>
			<Table.Tr>
				{heads.map((head, index) => (
					<Table.Th key={head === "" ? `empty-${index}` : head} scope="col">
						{head}
					</Table.Th>
				))}
			</Table.Tr>
		</Table.Thead>
		<Table.Tbody>
			{rows.map((row) => (
				<Table.Tr key={row.key}>
					{row.cells.map((cell, index) => (
						<Table.Td key={heads[index] ?? index} data-head={heads[index]}>
							{cell}
						</Table.Td>
					))}
				</Table.Tr>
			))}
		</Table.Tbody>
	</Table>
);
