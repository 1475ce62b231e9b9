import {
	Link,
	Outlet,
	createRootRoute,
	createRoute,
	createRouter,
	lazyRouteComponent,
	useLocation,
	useNavigate,
} from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ClockId } from "../desk/clocks/contract.ts";
import { Refusal } from "../kernel/refusal.ts";
import { useCan, useMe } from "./api/me.ts";
import { type QueueSearch, queueSearch } from "./console/queue/queue-search.view.ts";
import { reportSearch } from "./console/reports/report-search.view.ts";
import { useText } from "./text/use-text.tsx";
import { Frame } from "./ui/shell/frame.tsx";
import { startOf } from "./ui/shell/places.view.ts";
import { Asked } from "./ui/state/asked.tsx";
import { EmptyState } from "./ui/state/empty-state.tsx";
import { ErrorState } from "./ui/state/error-state.tsx";
import { whySearch } from "./ui/time/use-why.ts";

const NotFound = () => {
	const say = useText();
	return (
		<main id="main">
			<EmptyState
				title={say.t("app.notFound")}
				hint={say.t("app.notFoundHint")}
				action={<Link to="/app">{say.t("app.home")}</Link>}
			/>
		</main>
	);
};

/** Everything but the doors needs a person who is signed in; the address they wanted is kept. */
const Inside = () => {
	const me = useMe();
	const can = useCan();
	const { href } = useLocation();
	if (me.error instanceof Refusal && (me.error.code === "signed-out" || me.error.kind === "forbidden")) {
		return <GoTo to="/app/sign-in" search={{ to: href }} />;
	}
	return (
		<Asked question={me}>
			{(person) => (
				<Asked question={can}>
					{(open) => (
						<Frame me={person} can={open}>
							<Outlet />
						</Frame>
					)}
				</Asked>
			)}
		</Asked>
	);
};

/** Goes to another address once; the router's own `Navigate` would go again at every drawing while that address loads. */
const GoTo = ({ to, search }: { to: string; search?: { to: string } }) => {
	const navigate = useNavigate();
	const isGone = useRef(false);
	useEffect(() => {
		if (isGone.current) return;
		isGone.current = true;
		void navigate({ to, ...(search === undefined ? {} : { search }), replace: true });
	}, [navigate, to, search]);
	return null;
};

const Start = () => {
	const me = useMe();
	return <Asked question={me}>{({ places }) => <GoTo to={startOf(places)} />}</Asked>;
};

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const door = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
	createRoute({
		getParentRoute: () => root,
		path,
		component,
		validateSearch: (search: Record<string, unknown>): { to?: string; token?: string } => ({
			...(text(search["to"]) === undefined ? {} : { to: String(search["to"]) }),
			...(text(search["token"]) === undefined ? {} : { token: String(search["token"]) }),
		}),
	});

const doors = [
	door(
		"/app/sign-in",
		lazyRouteComponent(() => import("./sign-in/sign-in-screen.tsx"), "SignInScreen"),
	),
	door(
		"/app/set-up",
		lazyRouteComponent(() => import("./sign-in/set-up-screen.tsx"), "SetUpScreen"),
	),
	door(
		"/app/invitation/$token",
		lazyRouteComponent(() => import("./sign-in/invitation-screen.tsx"), "InvitationScreen"),
	),
];

const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Inside });
const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
	createRoute({ getParentRoute: () => inside, path, component });

const queueSearchOf = {
	validateSearch: (search: Record<string, unknown>): QueueSearch & { why?: ClockId } => ({
		...queueSearch(search),
		...whySearch(search),
	}),
};
const pages = [
	createRoute({ getParentRoute: () => inside, path: "/app", component: Start }),
	createRoute({
		getParentRoute: () => inside,
		path: "/app/queue",
		...queueSearchOf,
		component: lazyRouteComponent(() => import("./console/queue/queue-screen.tsx"), "QueueScreen"),
	}),
	createRoute({
		getParentRoute: () => inside,
		path: "/app/second-level",
		...queueSearchOf,
		component: lazyRouteComponent(
			() => import("./client/queue/second-level-queue-screen.tsx"),
			"SecondLevelQueueScreen",
		),
	}),
	createRoute({
		getParentRoute: () => inside,
		path: "/app/tickets/$ticket",
		validateSearch: (search: Record<string, unknown>): { panel?: string; why?: ClockId } => ({
			...(text(search["panel"]) === undefined ? {} : { panel: String(search["panel"]) }),
			...whySearch(search),
		}),
		component: lazyRouteComponent(() => import("./console/ticket/ticket-screen.tsx"), "TicketScreen"),
	}),
	createRoute({
		getParentRoute: () => inside,
		path: "/app/second-level/$ticket",
		validateSearch: whySearch,
		component: lazyRouteComponent(
			() => import("./client/ticket/second-level-ticket-screen.tsx"),
			"SecondLevelTicketScreen",
		),
	}),
	page(
		"/app/calls/new",
		lazyRouteComponent(() => import("./console/call/new-call-screen.tsx"), "NewCallScreen"),
	),
	page(
		"/app/agreements",
		lazyRouteComponent(() => import("./console/agreements/agreements-screen.tsx"), "AgreementsScreen"),
	),
	page(
		"/app/my-agreements",
		lazyRouteComponent(() => import("./console/agreements/agreements-screen.tsx"), "MyAgreementsScreen"),
	),
	page(
		"/app/agreements/$id",
		lazyRouteComponent(() => import("./console/agreements/agreement-screen.tsx"), "AgreementScreen"),
	),
	page(
		"/app/services",
		lazyRouteComponent(() => import("./console/services/services-screen.tsx"), "ServicesScreen"),
	),
	page(
		"/app/people",
		lazyRouteComponent(() => import("./console/people/people-screen.tsx"), "PeopleScreen"),
	),
	page(
		"/app/people/$id",
		lazyRouteComponent(() => import("./console/people/person-screen.tsx"), "PersonScreen"),
	),
	page(
		"/app/catalogue",
		lazyRouteComponent(() => import("./console/catalogue/catalogue-screen.tsx"), "CatalogueScreen"),
	),
	page(
		"/app/replies",
		lazyRouteComponent(() => import("./console/replies/replies-screen.tsx"), "RepliesScreen"),
	),
	page(
		"/app/training",
		lazyRouteComponent(() => import("./console/training/training-screen.tsx"), "TrainingScreen"),
	),
	createRoute({
		getParentRoute: () => inside,
		path: "/app/reports",
		validateSearch: reportSearch,
		component: lazyRouteComponent(() => import("./console/reports/report-screen.tsx"), "ReportScreen"),
	}),
	page(
		"/app/account",
		lazyRouteComponent(() => import("./account/account-screen.tsx"), "AccountScreen"),
	),
	page(
		"/app/mail",
		lazyRouteComponent(() => import("./console/mail/mail-screen.tsx"), "MailScreen"),
	),
];

export const router = createRouter({
	routeTree: root.addChildren([...doors, inside.addChildren(pages)]),
	defaultPreload: "intent",
	scrollRestoration: true,
	defaultErrorComponent: ({ error }) => <ErrorState error={error} retry={() => location.reload()} />,
});

declare module "@tanstack/react-router" {
	interface Register {
		router: typeof router;
	}
}
