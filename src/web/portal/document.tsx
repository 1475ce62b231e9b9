import type { ReactNode } from "react";
import { Accessibility } from "./accessibility.tsx";
import { Ask } from "./ask.tsx";
import { Home } from "./home.tsx";
import { MailPage, Mails } from "./mails.tsx";
import { Held, LinkEnded, NotFound, Problem, Replied } from "./notices.tsx";
import type { Frame, Page } from "./pages.ts";
import { Received } from "./received.tsx";
import { ServicePage } from "./service.tsx";
import { Tracking } from "./tracking.tsx";
import { type Words, words } from "./words.ts";

/** The whole document around a page: skip link, name, language, content, footer. */
export const Document = ({ page, frame }: { page: Page; frame: Frame }) => {
	const say = words[frame.language];
	return (
		<html lang={frame.language}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{`${titleOf(page, say)} – ${say.t("name")}`}</title>
				<link rel="stylesheet" href={frame.styleUrl} />
				<link rel="icon" href="data:," />
			</head>
			<body>
				<a className="skip" href="#content">
					{say.t("skip")}
				</a>
				<header>
					<a className="name" href="/">
						{say.t("name")}
					</a>
					<a
						href={frame.otherLanguageUrl}
						hrefLang={frame.language === "sl" ? "en" : "sl"}
						lang={frame.language === "sl" ? "en" : "sl"}
					>
						{say.t("otherLanguage")}
					</a>
				</header>
				{frame.isDemo && (
					<aside className="demo" aria-label={say.t("demoMail")}>
						{say.t("demo")} <a href="/posta">{say.t("demoMail")}</a>
					</aside>
				)}
				<main id="content" tabIndex={-1}>
					{contentOf(page, say)}
				</main>
				<footer>
					<a href="/dostopnost">{say.t("footer")}</a>
					<a href="/app">{say.t("staff")}</a>
				</footer>
			</body>
		</html>
	);
};

function contentOf(page: Page, say: Words): ReactNode {
	switch (page.kind) {
		case "home":
			return <Home page={page} say={say} />;
		case "service":
			return <ServicePage service={page.service} say={say} />;
		case "ask":
			return <Ask page={page} say={say} />;
		case "received":
			return <Received page={page} say={say} />;
		case "held":
			return <Held say={say} />;
		case "tracking":
			return <Tracking page={page} say={say} />;
		case "replied":
			return <Replied number={page.number} say={say} />;
		case "mails":
			return <Mails page={page} say={say} />;
		case "mail":
			return <MailPage page={page} say={say} />;
		case "accessibility":
			return <Accessibility reach={page.reach} say={say} />;
		case "linkEnded":
			return <LinkEnded say={say} />;
		case "notFound":
			return <NotFound say={say} />;
		case "problem":
			return <Problem reason={page.reason} say={say} />;
	}
}

function titleOf(page: Page, say: Words): string {
	const refused = "refused" in page && page.refused.length > 0 ? `${say.t("problemTitle")}: ` : "";
	switch (page.kind) {
		case "home":
			return say.t("homeTitle");
		case "service":
			return page.service.name;
		case "ask":
			return refused + say.t("formTitle");
		case "received":
		case "held":
			return say.t("receivedTitle");
		case "tracking":
			return refused + say.t("trackTitle", { number: String(page.ticket.number) });
		case "replied":
			return say.t("replySent");
		case "mails":
			return say.t("mailsTitle");
		case "mail":
			return page.mail.subject;
		case "accessibility":
			return say.t("a11yTitle");
		case "linkEnded":
			return say.t("linkEndedTitle");
		case "notFound":
			return say.t("notFoundTitle");
		case "problem":
			return say.t("problemTitle");
	}
}
