import Fastify from "fastify";
import swagger from "@fastify/swagger";
import { operations } from "../operations.ts";
import { ContractSchemas, documentation } from "./documentation.ts";
import { apiPrefix, operationRoutes } from "./routes.ts";

/** The OpenAPI 3.1 document of all operations, without a running desk: committed, and fresh by check. */
export async function openApiDocument(): Promise<unknown> {
	const app = Fastify();
	app.setValidatorCompiler(() => () => true);
	app.setSerializerCompiler(() => JSON.stringify);
	const schemas = new ContractSchemas();
	await app.register(swagger, documentation(schemas));
	await app.register(
		async (api) => {
			const never = () => Promise.reject(new Error("documentation only"));
			operationRoutes(api, operations, never, never, schemas);
		},
		{ prefix: apiPrefix },
	);
	await app.ready();
	const document = app.swagger();
	await app.close();
	return document;
}
