import { z } from "zod";

export type HttpDoor = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

/**
 * What an operation promises to every door: its name (`area.verb`), one sentence, input and output, and where it can be
 * reached. `{name}` in the path of an HTTP door is taken from the input of that name; the rest of the input travels in the
 * query (GET) or the JSON body.
 */
export type Contract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
	readonly name: string;
	readonly kind: "act" | "question";
	readonly summary: string;
	readonly input: Input;
	readonly output: Output;
	/** `open`: the HTTP door answers without sign-in; every other one asks for it before it looks at the input. */
	readonly doors: { readonly http?: HttpDoor; readonly cli?: boolean; readonly open?: boolean };
	/**
	 * An act on what is the actor's alone and no part of the record (words not sent yet): it records no fact, and nobody else
	 * is told of it (`docs/decisions/0011-drafts-are-no-record.md`).
	 */
	readonly isPrivate?: boolean;
};

/** An act changes something: one transaction, at least one fact (a private one: none). */
export const act = <Input extends z.ZodType, Output extends z.ZodType>(
	c: Omit<Contract<Input, Output>, "kind">,
): Contract<Input, Output> => ({ kind: "act", ...c });

/** A question changes nothing: a read-only transaction, no fact. */
export const question = <Input extends z.ZodType, Output extends z.ZodType>(
	c: Omit<Contract<Input, Output>, "kind">,
): Contract<Input, Output> => ({ kind: "question", ...c });

/**
 * A field of an answer that is given once: a secret, or what the record must not keep. It is not stored for a repeat of the
 * act by its idempotency key, which answers null there.
 */
export const ShownOnce = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().meta({ shownOnce: true });

/** An answer without what is shown once: all of it that may be kept. */
export function keptAnswer(output: z.ZodType, answer: unknown): unknown {
	if (!(output instanceof z.ZodObject)) return answer;
	const isShownOnce = (field: string) => (output.shape[field] as z.ZodType | undefined)?.meta()?.["shownOnce"] === true;
	const fields = Object.entries(answer as Record<string, unknown>);
	return Object.fromEntries(fields.map(([field, value]) => [field, isShownOnce(field) ? null : value]));
}
