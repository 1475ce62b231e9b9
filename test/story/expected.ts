import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What `requests.yaml` says must come of a request; the words are the file's. */
export type Expected = {
	readonly service: string | null;
	readonly type: string;
	readonly set: string | null;
	readonly category: string | null;
	readonly effect?: string | null;
	readonly soleChannel?: boolean;
	readonly requiresOtherBodies?: boolean;
	readonly priority: string | null;
	readonly priorityFlags?: readonly string[];
	readonly visibility?: "restricted";
	readonly path: readonly string[];
	readonly piiFindings?: readonly string[];
	readonly notify?: readonly string[];
	readonly l2: SecondLevel | null;
	readonly legalClocks?: Readonly<Record<"nis2EarlyWarningBy" | "nis2NotificationBy" | "gdprAuthorityBy", string>>;
	readonly statutoryReplyBy: string;
};
export type SecondLevel = {
	readonly escalatedAt: string;
	readonly table?: string;
	readonly scheme?: "days";
	readonly days?: number;
	readonly respondBy: string | null;
	readonly resolveBy: string;
};
/** The earlier request that R12 complains about. */
export type Earlier = Omit<Expected, "l2" | "path"> &
	SecondLevel & { readonly request: string; readonly state: string; readonly breached: readonly string[] };
export type ExpectedRequest = { readonly id: string; readonly expected: Expected; readonly relatesTo?: Earlier };

const file: { requests: ExpectedRequest[] } = parse(readFileSync(new URL("requests.yaml", import.meta.url), "utf8"));
export const expectedRequests = file.requests;
