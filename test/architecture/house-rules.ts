import type { SourceFile, SourceTree } from "./source-tree.ts";

/**
 * Which other areas an area may know, through their `read.ts`, contract, facts and rules. No way round in a circle: what
 * stands above never appears below (tickets do not know clocks; clocks know tickets).
 */
export const areas: Readonly<Record<string, readonly string[]>> = {
	identity: [],
	calendars: [],
	catalogue: ["identity"],
	training: ["identity", "catalogue"],
	agreements: ["identity", "calendars", "catalogue", "training"],
	tickets: ["identity", "calendars", "catalogue", "training", "agreements"],
	clocks: ["identity", "calendars", "catalogue", "agreements", "tickets"],
	queues: ["identity", "tickets", "clocks"],
	channels: ["identity", "catalogue", "agreements", "tickets", "clocks", "queues"],
	reports: ["identity", "calendars", "catalogue", "training", "agreements", "tickets", "clocks", "queues", "channels"],
};

/** What another area may import of an area. */
const open = ["rules", "facts", "contract", "read"];

/** The parts of an area, and what each may import of its own area; every part may import the kernel. */
const parts: Readonly<Record<string, readonly string[]>> = {
	rules: ["rules"],
	facts: ["rules", "facts"],
	contract: ["rules", "facts", "contract"],
	policy: ["rules", "facts", "contract", "policy"],
	read: ["rules", "facts", "contract", "policy", "read"],
	write: ["rules", "facts", "contract", "policy", "read", "write", "notices"],
	notices: ["rules", "facts", "contract", "policy", "read", "notices"],
	operations: ["rules", "facts", "contract", "policy", "read", "write", "notices", "operations"],
	reactions: ["rules", "facts", "contract", "policy", "read", "write", "notices", "reactions"],
};
/** Parts that only one area has: what it keeps to itself, between writing and operations. */
const workings: Readonly<Record<string, readonly string[]>> = {
	identity: ["accounts", "secrets"],
	channels: ["ticket-mail"],
};
const withPlatform = ["read", "write", "notices", "operations", "reactions"];

/** Packages that neither read a clock nor touch the world: all that the kernel and the rules may use. */
const purePackages = ["zod", "intl-messageformat", "libphonenumber-js", "yaml"];
/** The desk reaches the database through `Tx` alone, and the network through the platform alone. */
const closedToDesk = ["pg", "@electric-sql/pglite", "pg-boss", "fastify", "nodemailer", "smtp-server"];
/** The portal is read on slow phones: no kit, no router, no query library. */
const portalPackages = ["react", "react-dom", "zod", "intl-messageformat"];

const LINES_MOST = 400;
const FUNCTION_LINES_MOST = 80;
/** Components: their markup stands one attribute a line. */
const COMPONENT_LINES_MOST = 150;

/** The part a file of an area belongs to: `notices-second-level` is of the notices, the workings of an area count as its `write`. */
function partOf(area: string, name: string): string {
	if (workings[area]?.includes(name)) return "write";
	const [first = ""] = name.split("-");
	return first in parts ? first : name;
}

type Place = { layer: string; area?: string; part?: string };

/** Where a file stands: `{ layer: "desk", area: "tickets", part: "rules" }`, `{ layer: "platform" }` … */
export function placeOf(file: string): Place {
	const [top, layer, area, inside] = file.split("/");
	if (top !== "src" || !layer || !file.includes("/")) return { layer: top ?? "" };
	if (layer !== "desk") return { layer };
	return {
		layer,
		...(area ? { area } : {}),
		...(area && inside ? { part: partOf(area, inside.replace(/\.tsx?$/, "")) } : {}),
	};
}

const isTest = (file: string): boolean => /\.(test|oracle)\.tsx?$/.test(file) || file.startsWith("test/");

export function importsRefused(tree: SourceTree): string[] {
	return tree.files
		.filter((file) => !isTest(file.path))
		.flatMap((file) =>
			file.imports.flatMap(({ to }) => {
				const why = refusal(file.path, to);
				return why ? [`${file.path} imports ${to}: ${why}`] : [];
			}),
		);
}

function refusal(from: string, to: string): string | null {
	const here = placeOf(from);
	if (!to.includes("/") || !to.startsWith("src/")) return packageRefusal(from, here, to);
	const there = placeOf(to);
	if (isTest(to)) return "a test";
	if (there.layer === "kernel") return null;
	switch (here.layer) {
		case "kernel":
			return "the kernel knows nothing else";
		case "platform":
			return there.layer === "platform" ? null : "the platform knows nothing of the desk";
		case "desk":
			return deskRefusal(here, there, to);
		case "web":
			return there.layer === "web" || ["rules", "contract", "facts"].includes(there.part ?? "")
				? null
				: "the web sees only kernel, rules and contracts";
		case "entrances":
			return there.layer === "web" && !/^src\/web\/(text\/|portal\/pages\.ts$)/.test(to)
				? "what the server renders comes from dist"
				: null;
		default:
			return null;
	}
}

function deskRefusal(here: Place, there: Place, to: string): string | null {
	const part = here.part ?? "";
	if (there.layer === "platform") {
		if (!withPlatform.includes(part)) return `${part} is without tools`;
		return /^src\/platform\/db\/(database|embedded|migrate|folder)/.test(to)
			? "the desk reaches the database through Tx alone"
			: null;
	}
	if (there.layer !== "desk") return "the desk knows no door and no screen";
	if (there.area === here.area)
		return parts[part]?.includes(there.part ?? "") ? null : `${part} lies below ${there.part}`;
	if (!areas[here.area ?? ""]?.includes(there.area ?? "")) return `${here.area} does not know ${there.area}`;
	if (!open.includes(there.part ?? "")) return `only ${open.join(", ")} of an area are open to others`;
	return part === "reactions" || parts[part]?.includes(there.part ?? "") ? null : `${part} lies below ${there.part}`;
}

function packageRefusal(from: string, here: Place, to: string): string | null {
	const name = to.startsWith("@") ? to.split("/").slice(0, 2).join("/") : (to.split("/")[0] ?? to);
	if (here.layer === "kernel" || here.part === "rules")
		return purePackages.includes(name) ? null : "not a pure package";
	if (here.layer === "desk")
		return closedToDesk.includes(name) ? "the desk reaches the world through the platform" : null;
	if (from.startsWith("src/web/portal/")) return portalPackages.includes(name) ? null : "too heavy for the portal";
	if (here.layer === "web") return name.startsWith("node:") ? "the browser has no Node" : null;
	return null;
}

export function areasUnknown(tree: SourceTree): string[] {
	const seen = new Set(tree.files.map((file) => placeOf(file.path).area).filter((area) => area !== undefined));
	return [...seen].filter((area) => !(area in areas));
}

export function partsUnknown(tree: SourceTree): string[] {
	return tree.files
		.filter((file) => !isTest(file.path))
		.filter(({ path }) => placeOf(path).layer === "desk" && !(`${placeOf(path).part}` in parts))
		.map(({ path }) => path);
}

/** Areas in a circle: the table itself is wrong. */
export function areaCircles(table: Readonly<Record<string, readonly string[]>> = areas): string[] {
	const reach = (area: string, seen: readonly string[]): string[] =>
		(table[area] ?? []).flatMap((next) =>
			seen.includes(next) ? [`${[...seen, next].join(" → ")}`] : reach(next, [...seen, next]),
		);
	return Object.keys(table).flatMap((area) => reach(area, [area]));
}

export function clockReads(tree: SourceTree): string[] {
	return tree.files
		.filter(
			({ path }) =>
				path.startsWith("src/") && !path.startsWith("src/web/") && !isTest(path) && path !== "src/platform/clock.ts",
		)
		.flatMap((file) => {
			const isPure = file.path.startsWith("src/kernel/") || placeOf(file.path).part === "rules";
			const refused = isPure ? file.ambient : file.ambient.filter((word) => word === "Temporal.Now" || word === "Date");
			return refused.map((word) => `${file.path} uses ${word}`);
		});
}

export function filesTooLong(tree: SourceTree): string[] {
	const long = tree.files.filter((file) => file.lines > LINES_MOST);
	return long.map((file) => `${file.path} has ${file.lines} lines, ${LINES_MOST} at most`);
}

export function functionsTooLong(tree: SourceTree): string[] {
	return tree.files
		.filter((file) => file.path.startsWith("src/") && !isTest(file.path))
		.flatMap((file) => {
			const most = file.path.endsWith(".tsx") ? COMPONENT_LINES_MOST : FUNCTION_LINES_MOST;
			const long = file.functions.filter(({ lines }) => lines > most);
			return long.map(({ name, lines }) => `${file.path}: ${name} has ${lines} lines, ${most} at most`);
		});
}

/**
 * An operation counts as tested when a test imports it by its name, or imports a door (a module of `entrances`) that performs
 * it, by itself or by its contract.
 */
export function operationsWithoutTest(tree: SourceTree): string[] {
	const used = new Set(
		reachedByTests(tree).flatMap((file) =>
			file.imports.flatMap(({ to, names }) => names.map((name) => `${to} ${name}`)),
		),
	);
	const listed = (path: string): readonly string[] => {
		const index = tree.files.find((file) => file.path === path.replace(/[^/]+$/, "index.ts"));
		return index?.imports.filter(({ to }) => to === path).flatMap(({ names }) => names) ?? ["default"];
	};
	return tree.files
		.filter((file) => isOperation(file))
		.filter((file) => !contractsOf(file).some((name) => used.has(name)))
		.flatMap(({ path }) =>
			listed(path)
				.filter((name) => !used.has(`${path} ${name}`))
				.map((name) => `${path}: ${name}`),
		);
}

const isOperation = ({ path }: SourceFile): boolean =>
	/^src\/desk\/[^/]+\/operations\/[^/]+\.ts$/.test(path) && !isTest(path) && !path.endsWith("/index.ts");

/** Contracts, as a file imports them; schemas are written with a capital. */
const contractsOf = (file: SourceFile): string[] =>
	file.imports
		.filter(({ to }) => to.endsWith("/contract.ts"))
		.flatMap(({ to, names }) => names.filter((name) => /^[a-z]/.test(name)).map((name) => `${to} ${name}`));

/** All tests, and what of `test` and `entrances` they reach. */
function reachedByTests(tree: SourceTree): readonly SourceFile[] {
	const byPath = new Map(tree.files.map((file) => [file.path, file]));
	const reached = new Set(tree.files.filter((file) => isTest(file.path)));
	for (const file of reached) {
		for (const { to } of file.imports) {
			const next = byPath.get(to);
			if (next?.path.startsWith("src/entrances/")) reached.add(next);
		}
	}
	return [...reached];
}
