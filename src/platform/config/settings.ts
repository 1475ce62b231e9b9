import net from "node:net";
import { z } from "zod";
import { MailAddress } from "../../kernel/values.ts";

const flag = (standard: "on" | "off") =>
	z
		.enum(["on", "off"])
		.default(standard)
		.transform((value) => value === "on");
const rangesOf = (text: string): string[] =>
	text
		.split(",")
		.map((range) => range.trim())
		.filter((range) => range !== "");

const isRange = (range: string): boolean => {
	const [, address = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
	const most = { 0: -1, 4: 32, 6: 128 }[net.isIP(address)] ?? -1;
	return most > 0 && (bits === undefined || Number(bits) <= most);
};

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

/** Every setting of the desk, by environment variable; `.env.example` is generated from these descriptions. */
export const settingsSchema = z.object({
	PORT: port(3000).describe("Port of the web server; 0 takes any free one."),
	HOST: z
		.string()
		.default("127.0.0.1")
		.describe("Address the servers listen on; 0.0.0.0 behind a proxy or in a container."),
	BASE_URL: z
		.url({ protocol: /^https?$/ })
		.transform((url) => url.replace(/\/+$/, ""))
		.optional()
		.describe("Address people reach the desk by; links in mail begin with it. Standard: http://localhost:PORT."),
	DATA_DIR: z.string().min(1).default(".data").describe("Folder of the embedded database and its daily dumps."),
	DATABASE_URL: z
		.url({ protocol: /^postgres(ql)?$/ })
		.optional()
		.describe("A PostgreSQL server (15 or newer) instead of the embedded database."),
	DATABASE_POOL: z.coerce
		.number()
		.int()
		.min(2)
		.max(100)
		.default(10)
		.describe("Connections to PostgreSQL, for writing and for reading each."),
	SMTP_PORT: port(2525).describe("Port on which mail arrives; 0 takes any free one."),
	MAIL_DOMAIN: z
		.string()
		.regex(/^[a-z0-9.-]+$/)
		.default("desk.example")
		.describe("Domain of the addresses that the desk receives mail for."),
	MAIL_FROM: MailAddress.default("ekc@desk.example").describe("Sender of the desk's mail."),
	OUTGOING_SMTP_URL: z
		.url({ protocol: /^smtps?$/ })
		.optional()
		.describe(
			"Server that takes outgoing mail (smtp://user:password@host:port). Without it mail stays in the built-in sink.",
		),
	DEMO: flag("on").describe("on = the story of two agreements is loaded into an empty desk and mail never leaves it."),
	SECRET: z
		.string()
		.min(32)
		.optional()
		.describe("Key for sessions and mail tokens, at least 32 characters; made and kept in the database when absent."),
	TRUST_PROXY: z
		.string()
		.refine((text) => rangesOf(text).every(isRange), "each must be an address or a range such as 10.0.0.0/8")
		.optional()
		.describe("Address ranges (CIDR, comma separated) of proxies whose forwarding headers are believed."),
	LOG_LEVEL: z
		.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
		.optional()
		.describe("Least severity that is logged. Standard: info, in a demo warn."),
});

export type Settings = {
	readonly port: number;
	readonly host: string;
	readonly baseUrl: string;
	readonly dataDir: string;
	readonly databaseUrl: string | null;
	readonly databasePool: number;
	readonly smtpPort: number;
	readonly mailDomain: string;
	readonly mailFrom: string;
	readonly outgoingSmtpUrl: string | null;
	readonly demo: boolean;
	readonly secret: string | null;
	readonly trustProxy: readonly string[];
	readonly logLevel: NonNullable<z.output<typeof settingsSchema>["LOG_LEVEL"]>;
};

export type SettingProblem = { readonly name: string; readonly problem: string };

/** Reads and checks all settings; gives either them or every problem at once. An empty variable counts as absent. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings | SettingProblem[] {
	const given = Object.fromEntries(
		Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
	);
	const parsed = settingsSchema.safeParse(given);
	const isDemo = settingsSchema.shape.DEMO.safeParse(given["DEMO"]).data === true;
	const problems = [
		...(parsed.error?.issues ?? []).map((issue) => ({ name: issue.path.join("."), problem: issue.message })),
		...(isDemo && given["OUTGOING_SMTP_URL"] !== undefined
			? [{ name: "OUTGOING_SMTP_URL", problem: "a demo desk never mails anyone: set DEMO=off as well" }]
			: []),
	];
	if (!parsed.success || problems.length > 0) return problems;
	const env = parsed.data;
	return {
		port: env.PORT,
		host: env.HOST,
		baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
		dataDir: env.DATA_DIR,
		databaseUrl: env.DATABASE_URL ?? null,
		databasePool: env.DATABASE_POOL,
		smtpPort: env.SMTP_PORT,
		mailDomain: env.MAIL_DOMAIN,
		mailFrom: env.MAIL_FROM,
		outgoingSmtpUrl: env.OUTGOING_SMTP_URL ?? null,
		demo: env.DEMO,
		secret: env.SECRET ?? null,
		trustProxy: rangesOf(env.TRUST_PROXY ?? ""),
		logLevel: env.LOG_LEVEL ?? (env.DEMO ? "warn" : "info"),
	};
}

/** The text of `.env.example`: one commented line of explanation and one of example per setting. */
export const settingsExample = (): string =>
	Object.entries(settingsSchema.shape)
		.map(([name, schema]) => {
			const parsed = schema.safeParse(undefined);
			const standard = parsed.success && parsed.data !== undefined ? exampleOf(parsed.data) : "";
			return `# ${schema.description ?? ""}\n#${name}=${standard}\n`;
		})
		.join("\n");

const exampleOf = (value: string | number | boolean): string =>
	typeof value === "boolean" ? (value ? "on" : "off") : String(value);
