import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { z } from "zod";

export type JsonSchema = { type?: string; properties?: Record<string, JsonSchema>; required?: string[] };

const placeholder = "x-shared";

/** JSON Schemas of contracts; a schema with an `id` of its own is written once and referred to everywhere. */
export class ContractSchemas {
	readonly shared: Record<string, unknown> = {};

	/** Input and output of one schema differ where it has defaults, so an input's shared parts are named apart. */
	of(schema: z.ZodType, io: "input" | "output"): JsonSchema {
		const {
			$schema: _,
			$defs = {},
			...root
		} = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" });
		const suffix = io === "input" ? "Input" : "";
		for (const [name, part] of Object.entries($defs)) this.#share(`${name}${suffix}`, mapRefs(part, suffix));
		return mapRefs(root, suffix) as JsonSchema;
	}

	#share(name: string, part: unknown): void {
		const known = this.shared[name];
		if (known !== undefined && JSON.stringify(known) !== JSON.stringify(part)) {
			throw new Error(`two schemas share the name ${name}`);
		}
		this.shared[name] = part;
	}
}

/** `#/$defs/Name` as a placeholder that the documentation plug-in leaves alone. */
const mapRefs = (part: unknown, suffix: string): unknown =>
	walk(part, (object) => {
		const ref = typeof object.$ref === "string" ? /^#\/\$defs\/(.+)$/.exec(object.$ref) : null;
		return ref ? { [placeholder]: `${ref[1]}${suffix}` } : object;
	});

/** Settings of the documentation plug-in: OpenAPI 3.1, shared schemas under `components`. */
export const documentation = (schemas: ContractSchemas): FastifyDynamicSwaggerOptions => ({
	openapi: {
		openapi: "3.1.0",
		info: {
			title: "Dogovor",
			version: "1",
			description: "Every operation of the desk; errors are RFC 9457 problems with stable codes.",
		},
		components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
		security: [{ token: [] }],
	},
	transformObject: (whole) => {
		if (!("openapiObject" in whole)) return whole.swaggerObject;
		const components = { ...whole.openapiObject.components, schemas: schemas.shared };
		return toRefs({ ...whole.openapiObject, components }) as typeof whole.openapiObject;
	},
});

const toRefs = (part: unknown): unknown =>
	walk(part, (object) =>
		typeof object[placeholder] === "string" ? { $ref: `#/components/schemas/${object[placeholder]}` } : object,
	);

/** A copy of JSON data in which every object was given to `change`, the inner ones first. */
const walk = (part: unknown, change: (object: Record<string, unknown>) => unknown): unknown => {
	if (Array.isArray(part)) return part.map((one) => walk(one, change));
	if (typeof part !== "object" || part === null) return part;
	return change(Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value, change)])));
};
