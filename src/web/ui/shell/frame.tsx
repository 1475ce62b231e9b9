import { ActionIcon, Burger, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
	IconKeyboard,
	IconLanguage,
	IconLogout,
	IconMoon,
	IconPhoneCall,
	IconSettings,
	IconSun,
	IconUser,
} from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Can, type Me, signOut } from "../../api/me.ts";
import { useLive } from "../../api/use-live.ts";
import { useText } from "../../text/use-text.tsx";
import { KeyHelp } from "../keys/key-help.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { Palette } from "../palette/palette.tsx";
import styles from "./frame.module.css";
import { entriesOf } from "./places.view.ts";
import { useDisplay } from "./use-display.ts";
import { usePlaces } from "./use-places.ts";

/** The application's frame: skip link, one bar, the page. */
export const Frame = ({ me, can, children }: { me: Me; can: Can; children: ReactNode }) => {
	const say = useText();
	const navigate = useNavigate();
	useLive();
	const [isOpen, menu] = useDisclosure(false);
	const [isHelpOpen, help] = useDisclosure(false);
	const go = (to: string) => () => void navigate({ to });
	const entries = entriesOf(me.places, can, me.demo);
	const goIfOpen = (to: string) => (entries.some((entry) => entry.to === to) ? go(to) : undefined);
	useKeys({
		"?": help.open,
		c: me.places.console ? go("/app/calls/new") : undefined,
		"g q": go(me.places.console ? "/app/queue" : "/app/second-level"),
		"g a": go(me.places.console ? "/app/agreements" : "/app/my-agreements"),
		"g p": goIfOpen("/app/reports"),
	});
	return (
		<div className={styles["frame"]}>
			<a className={styles["skip"]} href="#main">
				{say.t("app.skip")}
			</a>
			<header className={styles["bar"]}>
				<Burger
					opened={isOpen}
					onClick={menu.toggle}
					size="sm"
					aria-label={say.t("app.menu")}
					className={styles["burger"] ?? ""}
				/>
				<Link to="/app" className={styles["name"]}>
					{say.t("app.name")}
				</Link>
				<nav className={styles["nav"]} data-open={isOpen || undefined} aria-label={say.t("app.menu")}>
					{entries.map((entry) => (
						<Link key={entry.to} to={entry.to} onClick={menu.close} activeProps={{ "aria-current": "page" }}>
							{say.t(entry.text)}
						</Link>
					))}
				</nav>
				<div className={styles["tools"]}>
					{me.places.console ? (
						<Button
							component={Link}
							to="/app/calls/new"
							size="xs"
							leftSection={<IconPhoneCall size={16} aria-hidden />}
						>
							{say.t("app.newCall")}
						</Button>
					) : null}
					<Palette
						commands={usePlaces(me, entries, help.open)}
						ticketPath={me.places.console ? "/app/tickets" : "/app/second-level"}
					/>
					<ActionIcon
						variant="subtle"
						color="gray"
						onClick={help.open}
						aria-label={say.t("app.keys")}
						className={styles["wide"] ?? ""}
					>
						<IconKeyboard size={18} aria-hidden />
					</ActionIcon>
					<AccountMenu me={me} />
				</div>
			</header>
			{me.demo ? <p className={styles["demo"]}>{say.t("app.demo")}</p> : null}
			<main id="main" tabIndex={-1} className={styles["main"]}>
				{children}
			</main>
			<KeyHelp isOpen={isHelpOpen} onClose={help.close} />
		</div>
	);
};

const AccountMenu = ({ me }: { me: Me }) => {
	const say = useText();
	const navigate = useNavigate();
	const leave = async () => {
		await signOut();
		await navigate({ to: "/app/sign-in" });
	};
	return (
		<Menu position="bottom-end" width={260} shadow="md">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" aria-label={say.t("app.account")}>
					<IconUser size={18} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>{say.t("app.signedInAs", { name: me.person.name })}</Menu.Label>
				<DisplayItems />
				<Menu.Divider />
				<Menu.Item component={Link} to="/app/account" leftSection={<IconSettings size={16} aria-hidden />}>
					{say.t("app.account")}
				</Menu.Item>
				<Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
					{say.t("app.signOut")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
};

const DisplayItems = () => {
	const { language, colours } = useDisplay();
	return (
		<>
			<Menu.Item leftSection={<IconLanguage size={16} aria-hidden />} lang={language.other} onClick={language.change}>
				{language.text}
			</Menu.Item>
			<Menu.Item
				leftSection={colours.isLight ? <IconMoon size={16} aria-hidden /> : <IconSun size={16} aria-hidden />}
				onClick={colours.change}
			>
				{colours.text}
			</Menu.Item>
		</>
	);
};
