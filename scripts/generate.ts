import fs from "node:fs";
import path from "node:path";
import { settingsExample } from "../src/platform/config/settings.ts";
import { openEmbedded } from "../src/platform/db/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { generateSchema } from "./generate-schema.ts";

const root = path.resolve(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");

/** Everything that is derived and committed, by its path from the project's root. */
async function generated(): Promise<Record<string, string>> {
	const embedded = await openEmbedded(null);
	try {
		await migrate(embedded.pool);
		const files: Record<string, string> = {
			"generated/schema.ts": await generateSchema(embedded.pool),
			".env.example": settingsExample(),
		};
		// The operation list types itself against generated/schema.ts, so it is read after that file is known to be right.
		if (isCheck || write("generated/schema.ts", files["generated/schema.ts"]!)) {
			const { openApiDocument } = await import("../src/entrances/http/openapi.ts");
			files["generated/openapi.json"] = `${JSON.stringify(await openApiDocument(), null, "\t")}\n`;
		}
		return files;
	} finally {
		await embedded.close();
	}
}

function write(file: string, text: string): true {
	const target = path.join(root, file);
	fs.mkdirSync(path.dirname(target), { recursive: true });
	fs.writeFileSync(target, text);
	return true;
}

const stale: string[] = [];
for (const [file, text] of Object.entries(await generated())) {
	const target = path.join(root, file);
	if (isCheck && (!fs.existsSync(target) || fs.readFileSync(target, "utf8") !== text)) stale.push(file);
	if (!isCheck) write(file, text);
}
if (stale.length > 0) {
	console.error(`Stale: ${stale.join(", ")}. Run: npm run generate`);
	process.exit(1);
}
