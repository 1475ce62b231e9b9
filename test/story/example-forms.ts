import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The two example agreements as filled forms; `status`, signatures and gates in them script the story. */
export const exampleYaml = (name: "eokence" | "eprireditev"): string =>
	readFileSync(new URL(`agreement-${name}.yaml`, import.meta.url), "utf8");

/** The same as data; parsed anew for each caller, so that a test may spoil its own. */
export const exampleForm = (name: "eokence" | "eprireditev"): unknown => parse(exampleYaml(name));
