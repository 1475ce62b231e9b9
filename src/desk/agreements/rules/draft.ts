import { z } from "zod";

/** A form being filled: every field may be absent or null; the tag of a union (`kind`, `level`) stays. */
export type Draft<Form> = Form extends readonly (infer Item)[]
	? Draft<Item>[]
	: Form extends { kind: infer Kind }
		? { kind: Kind } & DraftFields<Omit<Form, "kind">>
		: Form extends { level: infer Level }
			? { level: Level } & DraftFields<Omit<Form, "level">>
			: Form extends object
				? DraftFields<Form>
				: Form;
type DraftFields<Form> = { [Key in keyof Form]?: Draft<NonNullable<Form[Key]>> | null };

type DraftSchema<Form> = z.ZodType<Draft<Form>, Draft<Form>>;

/** The schema of `Draft<Form>` made from the schema of the form, so that no field can be in one and not in the other. */
export const draftOf = <Schema extends z.ZodType>(schema: Schema): DraftSchema<z.infer<Schema>> =>
	loosened(schema, []) as unknown as DraftSchema<z.infer<Schema>>;

function loosened(schema: z.core.$ZodType, tags: readonly string[]): z.ZodType {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return loosened(schema.unwrap(), tags);
	if (schema instanceof z.ZodObject) {
		const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
		return z.strictObject(
			Object.fromEntries(
				fields.map(([key, field]) => [key, tags.includes(key) ? field : loosened(field, []).nullish()]),
			),
		);
	}
	if (schema instanceof z.ZodArray) return z.array(loosened(schema.element, tags)).max(500);
	if (schema instanceof z.ZodDiscriminatedUnion) {
		const tag = schema.def.discriminator;
		const options = schema.options.map((option) => loosened(option, [tag]));
		return z.discriminatedUnion(tag, options as unknown as [z.ZodObject, ...z.ZodObject[]]);
	}
	if (schema instanceof z.ZodUnion) {
		return z.union(schema.options.map((option) => loosened(option, [])) as unknown as [z.ZodType, ...z.ZodType[]]);
	}
	return schema as z.ZodType;
}
