import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import fs from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../../dist/web");
const yearSeconds = 31_536_000;

/** The built application: its hashed files for a year, its page for every address below `/app`. */
export async function screenRoutes(app: FastifyInstance): Promise<void> {
	if (!fs.existsSync(folder)) return;
	await app.register(fastifyStatic, {
		root: path.join(folder, "assets"),
		prefix: "/assets/",
		immutable: true,
		maxAge: yearSeconds * 1000,
		decorateReply: false,
	});
	const page = await fs.promises.readFile(path.join(folder, "app.html"));
	for (const url of ["/app", "/app/*"]) {
		app.get(url, { schema: { hide: true } }, async (_request, reply) =>
			reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page),
		);
	}
}
