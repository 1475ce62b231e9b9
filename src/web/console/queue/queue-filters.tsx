import { Button, CloseButton, Menu, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconColumns, IconPlus, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { arrangement } from "../../../desk/queues/contract.ts";
import { Channel, TicketState, TicketType } from "../../../desk/tickets/rules/codes.ts";
import { SupportSet } from "../../../kernel/values.ts";
import { useQuestion } from "../../api/queries.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { type Choice, useServiceChoices } from "../people/choices.ts";
import { ColumnsDialog } from "./columns-dialog.tsx";
import { type FilterName, type QueueSearch, filterNames, queueSearch, without } from "./queue-search.view.ts";
import styles from "./queue.module.css";

/** Filters as chips and the search by words; each change is an address of its own. */
export const QueueFilters = ({ search }: { search: QueueSearch }) => {
	const say = useText();
	const navigate = useNavigate({ from: "/app/queue" });
	const services = useServiceChoices();
	const go = (next: QueueSearch) => void navigate({ search: next });
	const options = optionsOf(services, say);
	return (
		<div className={styles["filters"]} role="group" aria-label={say.t("queue.filters")}>
			<WordsField search={search} onSearch={go} />
			{filterNames.map((name) => {
				const value = search[name];
				if (value === undefined) return null;
				const label = options[name].find((option) => option.value === value)?.label ?? "";
				return (
					<Chip
						key={name}
						text={`${say.t(`queue.${fieldOf(name)}`)}: ${label}`}
						onRemove={() => go(without(search, name))}
					/>
				);
			})}
			{search.closed ? <Chip text={say.t("queue.closedToo")} onRemove={() => go(without(search, "closed"))} /> : null}
			<FilterMenu search={search} options={options} onFilter={go} />
			<Columns />
		</div>
	);
};

const Columns = () => {
	const say = useText();
	const { data } = useQuestion(arrangement, {});
	const [isOpen, dialog] = useDisclosure(false);
	useCommands([{ text: say.t("queue.columns"), why: [], run: dialog.open }]);
	if (data === undefined) return null;
	return (
		<>
			<Button
				size="xs"
				variant="default"
				className={styles["deskOnly"] ?? ""}
				leftSection={<IconColumns size={14} aria-hidden />}
				aria-haspopup="dialog"
				onClick={dialog.open}
			>
				{say.t("queue.columns")}
			</Button>
			{isOpen ? <ColumnsDialog arrangement={data} onClose={dialog.close} /> : null}
		</>
	);
};

const fieldOf = (name: FilterName): "state" | "type" | "service" | "set" | "channel" =>
	name === "serviceId" ? "service" : name;

const optionsOf = (services: Choice[], say: Speech): Readonly<Record<FilterName, readonly Choice[]>> => {
	const coded = (area: string, codes: readonly string[]) =>
		codes.map((value) => ({ value, label: say.word("words", `${area}-${value}`) }));
	return {
		state: coded("state", TicketState.options),
		type: coded("type", TicketType.options),
		serviceId: services,
		set: coded("set", SupportSet.options),
		channel: coded("channel", Channel.options),
	};
};

const Chip = ({ text, onRemove }: { text: string; onRemove: () => void }) => {
	const say = useText();
	return (
		<span className={styles["chip"]}>
			{text}
			<CloseButton size="xs" onClick={onRemove} aria-label={say.t("queue.remove", { name: text })} />
		</span>
	);
};

const WordsField = ({ search, onSearch }: { search: QueueSearch; onSearch: (next: QueueSearch) => void }) => {
	const say = useText();
	const field = useRef<HTMLInputElement>(null);
	const [words, setWords] = useState(search.words ?? "");
	useKeys({ "/": () => field.current?.focus() });
	return (
		<form
			role="search"
			onSubmit={(event) => {
				event.preventDefault();
				onSearch(words.trim() === "" ? without(search, "words") : { ...search, words: words.trim() });
			}}
		>
			<TextInput
				ref={field}
				size="xs"
				w={230}
				aria-label={say.t("queue.searchLabel")}
				placeholder={say.t("queue.search")}
				leftSection={<IconSearch size={16} aria-hidden />}
				value={words}
				onChange={(event) => setWords(event.currentTarget.value)}
			/>
		</form>
	);
};

const FilterMenu = ({
	search,
	options,
	onFilter,
}: {
	search: QueueSearch;
	options: Readonly<Record<FilterName, readonly Choice[]>>;
	onFilter: (next: QueueSearch) => void;
}) => {
	const say = useText();
	return (
		<Menu shadow="md" width={220} position="bottom-start">
			<Menu.Target>
				<Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
					{say.t("queue.filter")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{filterNames.map((name) => (
					<Menu.Sub key={name}>
						<Menu.Sub.Target>
							<Menu.Sub.Item>{say.t(`queue.${fieldOf(name)}`)}</Menu.Sub.Item>
						</Menu.Sub.Target>
						<Menu.Sub.Dropdown>
							{options[name].map((option) => (
								<Menu.Item
									key={option.value}
									onClick={() => onFilter(queueSearch({ ...search, [name]: option.value }))}
								>
									{option.label}
								</Menu.Item>
							))}
						</Menu.Sub.Dropdown>
					</Menu.Sub>
				))}
				<Menu.Item onClick={() => onFilter({ ...search, closed: true })}>{say.t("queue.closedToo")}</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
};
