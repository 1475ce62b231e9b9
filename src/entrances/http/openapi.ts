import Fastify from "fastify";
import swagger from "@fastify/swagger";
import { operations } from "../operations.ts";
import { apiPrefix, operationRoutes } from "./routes.ts";

/** The OpenAPI 3.1 document of all operations, without a running desk: committed, and fresh by check. */
export async function openApiDocument(): Promise<unknown> {
	const app = Fastify();
	app.setValidatorCompiler(() => () => true);
	app.setSerializerCompiler(() => JSON.stringify);
	await app.register(swagger, { openapi: { openapi: "3.1.0", info: { title: "Dogovor", version: "1" } } });
	await app.register(
		async (api) => {
			const never = () => Promise.reject(new Error("documentation only"));
			operationRoutes(api, operations, never, never);
		},
		{ prefix: apiPrefix },
	);
	await app.ready();
	const document = app.swagger();
	await app.close();
	return document;
}
