import { ActionIcon, Kbd, Modal } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useText } from "../../text/use-text.tsx";
import styles from "./palette.module.css";
import { type Command, actsHere, groups, shownFor } from "./palette.view.ts";
import { commandsHere } from "./use-commands.ts";
import { useFoundTickets } from "./use-found-tickets.ts";

/**
 * Everything that can be done from where one is, by its words: Ctrl or Cmd with K, also while writing. Esc gives the focus
 * back to where it was; a command begins from there, so that what it opens may take it.
 */
export const Palette = ({ commands, ticketPath }: { commands: readonly Command[]; ticketPath: string }) => {
	const say = useText();
	const [isOpen, setOpen] = useState(false);
	const before = useRef<HTMLElement | null>(null);
	const chosen = useRef<(() => void) | null>(null);
	const isPhone = useMediaQuery("(max-width: 767px)");
	const open = () => {
		before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
		setOpen(true);
	};
	const opener = useRef(open);
	useEffect(() => {
		opener.current = open;
	});
	useEffect(() => {
		const onKey = (event: globalThis.KeyboardEvent): void => {
			if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
				return;
			event.preventDefault();
			opener.current();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, []);
	useEffect(() => {
		if (isOpen) return;
		before.current?.focus();
		before.current = null;
		chosen.current?.();
		chosen.current = null;
	}, [isOpen]);
	return (
		<>
			<ActionIcon
				variant="subtle"
				color="gray"
				onClick={open}
				aria-label={say.t("palette.title")}
				aria-haspopup="dialog"
			>
				<IconSearch size={18} aria-hidden />
			</ActionIcon>
			<Modal
				opened={isOpen}
				onClose={() => setOpen(false)}
				title={say.t("palette.title")}
				size="lg"
				yOffset="8vh"
				fullScreen={isPhone === true}
				lockScroll={false}
				returnFocus={false}
				transitionProps={{ duration: 0 }}
				closeButtonProps={{ "aria-label": say.t("app.close") }}
			>
				<Search
					commands={commands}
					ticketPath={ticketPath}
					onChoose={(run) => {
						chosen.current = run;
						setOpen(false);
					}}
				/>
			</Modal>
		</>
	);
};

const Search = ({
	commands,
	ticketPath,
	onChoose,
}: {
	commands: readonly Command[];
	ticketPath: string;
	onChoose: (run: () => void) => void;
}) => {
	const say = useText();
	const id = useId();
	const [typed, setTyped] = useState("");
	const [at, setAt] = useState(0);
	const [words] = useDebouncedValue(typed, 150);
	const field = useRef<HTMLInputElement>(null);
	// At once: what is typed right after the shortcut must reach the field, not the single keys of the page.
	useLayoutEffect(() => field.current?.focus(), []);
	const tickets = useFoundTickets(typed, words, ticketPath);
	const shown = shownFor([...actsHere(commandsHere()), ...tickets, ...commands], typed);
	const current = Math.min(at, shown.length - 1);
	const choose = (command: Command | undefined) => {
		if (command !== undefined && command.why.length === 0) onChoose(command.run);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (by !== undefined && shown.length > 0) {
			event.preventDefault();
			const next = (current + by + shown.length) % shown.length;
			setAt(next);
			document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
		} else if (event.key === "Enter") {
			event.preventDefault();
			choose(shown[current]);
		}
	};
	return (
		<div className={styles["palette"]}>
			<input
				ref={field}
				className={styles["field"]}
				data-autofocus
				role="combobox"
				aria-label={say.t("palette.label")}
				aria-expanded
				aria-controls={id}
				aria-autocomplete="list"
				aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
				placeholder={say.t("palette.placeholder")}
				autoComplete="off"
				spellCheck={false}
				value={typed}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setAt(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<p className="unseen" role="status">
				{say.t("palette.found", { n: shown.length })}
			</p>
			<div className={styles["list"]} role="listbox" id={id} aria-label={say.t("palette.title")}>
				{groups.map((group) => {
					const own = shown.flatMap((command, index) => (command.group === group ? [{ command, index }] : []));
					if (own.length === 0) return null;
					return (
						<div key={group} role="group" aria-labelledby={`${id}-${group}`}>
							<div className={styles["group"]} id={`${id}-${group}`} role="presentation">
								{say.t(`palette.${group}`)}
							</div>
							{own.map(({ command, index }) => (
								<Option
									key={`${command.text} ${index}`}
									id={`${id}-${index}`}
									command={command}
									isCurrent={index === current}
									onChoose={() => choose(command)}
								/>
							))}
						</div>
					);
				})}
			</div>
			{shown.length === 0 ? <p className={styles["nothing"]}>{say.t("palette.nothing")}</p> : null}
		</div>
	);
};

const Option = ({
	id,
	command,
	isCurrent,
	onChoose,
}: {
	id: string;
	command: Command;
	isCurrent: boolean;
	onChoose: () => void;
}) => (
	// The keyboard stays in the field, which says which option is the current one.
	<div
		id={id}
		className={styles["option"]}
		role="option"
		tabIndex={-1}
		aria-selected={isCurrent}
		aria-disabled={command.why.length > 0 || undefined}
		onMouseDown={(event) => event.preventDefault()}
		onClick={onChoose}
		onKeyDown={() => {}}
	>
		<span>{command.text}</span>
		{command.key === undefined ? null : <Kbd>{command.key}</Kbd>}
		{command.why.length === 0 ? null : <span className={styles["why"]}>{command.why.join(" ")}</span>}
	</div>
);
