import { Button, Group, Text } from "@mantine/core";
import type { z } from "zod";
import { type QuarantineRow, dismiss, quarantine, rawArrival, reprocess } from "../../../desk/channels/contract.ts";
import { call } from "../../api/client.ts";
import { useAct, usePages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { saveFile } from "../../ui/form/save-file.ts";
import { Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";

type Row = z.infer<typeof QuarantineRow>;

/** Arrivals that could not become tickets: never lost, always visible. */
export const Quarantine = () => {
	const say = useText();
	const question = usePages(quarantine, { limit: 100 });
	return (
		<Panel>
			<Text c="dimmed">{say.t("mail.quarantineHint")}</Text>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("mail.noQuarantine")} />
					) : (
						<Rows
							caption={say.t("mail.quarantine")}
							heads={["when", "from", "reason", "size"].map((key) => say.word("mail", key)).concat("")}
							rows={rows.map((row) => ({
								key: row.id,
								cells: [
									say.moment(row.receivedAt),
									row.envelopeFrom === "" ? say.t("mail.unknownSender") : row.envelopeFrom,
									say.reason({ code: row.reason }),
									`${say.number(row.sizeBytes / 1024)}\u00A0kB`,
									<Acts key="acts" row={row} />,
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
		</Panel>
	);
};

const Acts = ({ row }: { row: Row }) => {
	const say = useText();
	const again = useAct(reprocess);
	const drop = useAct(dismiss);
	const one = { id: row.id, version: row.version };
	const save = async () => {
		const raw = await call(rawArrival, { id: row.id });
		saveFile(raw.name, raw.contentType, Uint8Array.fromBase64(raw.base64));
	};
	return (
		<Group gap={4}>
			<Button size="compact-sm" variant="default" onClick={() => void save()}>
				{say.t("mail.save")}
			</Button>
			<ActButton size="compact-sm" variant="default" may={row.can.reprocess} onAct={() => again.mutate(one)}>
				{say.t("mail.reprocess")}
			</ActButton>
			<ActButton size="compact-sm" variant="default" may={row.can.dismiss} onAct={() => drop.mutate(one)}>
				{say.t("mail.dismiss")}
			</ActButton>
			<RefusalNote error={again.error ?? drop.error} />
		</Group>
	);
};
