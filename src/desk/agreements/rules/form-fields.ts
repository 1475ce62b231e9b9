import { z } from "zod";

/** The schema with "may be absent" and "may be null" taken off. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
	return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

/**
 * A draft with every group of fields that the form demands laid open, so that a check names each missing field and not
 * only the heading above it. Groups that may be absent stay as they are.
 */
export function laidOpen(schema: z.core.$ZodType, value: unknown): unknown {
	const isAbsent = value === null || value === undefined;
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
		return isAbsent ? value : laidOpen(bare(schema), value);
	}
	if (schema instanceof z.ZodObject) {
		const given = isAbsent ? {} : (value as Record<string, unknown>);
		const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
		const open = fields.map(([key, field]) => [key, laidOpen(field, given[key])] as const);
		return Object.fromEntries(open.filter(([, field]) => field !== undefined));
	}
	if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => laidOpen(schema.element, item));
	if (schema instanceof z.ZodDiscriminatedUnion && !isAbsent) {
		const tag = schema.def.discriminator;
		const chosen = (schema.options as readonly z.ZodObject[]).find(
			(option) => (option.shape[tag] as z.ZodLiteral).value === (value as Record<string, unknown>)[tag],
		);
		return chosen ? laidOpen(chosen, value) : value;
	}
	return value;
}
