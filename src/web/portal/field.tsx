import type { ReactNode } from "react";
import type { Obstacle } from "../../kernel/refusal.ts";
import type { PortalText, Words } from "./words.ts";

/** A refused field: the id of its input, and the sentence about it. */
export type FieldError = { readonly field: string; readonly sentence: string };

/** Says for each refused path which field it is and what to do about it. */
export type Sentences = Readonly<Record<string, (obstacle: Obstacle) => PortalText>>;

/** One error per field, the first one; a path that no field has is told by its code. */
export function fieldErrors(
	refused: readonly Obstacle[],
	sentences: Sentences,
	say: Words,
	values: Readonly<Record<string, number>> = {},
): FieldError[] {
	const errors = new Map<string, string>();
	for (const obstacle of refused) {
		const field = Object.keys(sentences).find((path) => `${obstacle.at ?? ""}.`.startsWith(`${path}.`));
		const sentence = field ? say.t(sentences[field]!(obstacle), values) : say.reason(obstacle);
		if (!errors.has(field ?? "")) errors.set(field ?? "", sentence);
	}
	return [...errors].map(([field, sentence]) => ({ field, sentence }));
}

/** The list at the top of a refused form; each line leads to its field. */
export const ErrorList = ({ title, errors }: { title: string; errors: readonly FieldError[] }) =>
	errors.length === 0 ? null : (
		<div className="errors" role="alert" tabIndex={-1}>
			<h2>{title}</h2>
			<ul>
				{errors.map(({ field, sentence }) => (
					<li key={field}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
				))}
			</ul>
		</div>
	);

export type FieldProps = {
	readonly id: string;
	readonly label: string;
	readonly hint?: string;
	readonly optional?: string;
	readonly errors: readonly FieldError[];
	readonly children: (aria: {
		id: string;
		name: string;
		"aria-describedby"?: string;
		"aria-invalid"?: true;
	}) => ReactNode;
};

/** A label, its hint, what is wrong, and the input that they describe. */
export const Field = ({ id, label, hint, optional, errors, children }: FieldProps) => {
	const error = errors.find(({ field }) => field === id);
	const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
	return (
		<div className={error ? "field refused" : "field"}>
			<label htmlFor={id}>
				{label} {optional && <span className="muted">({optional})</span>}
			</label>
			{hint && (
				<p className="hint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			{error && (
				<p className="error" id={`${id}-error`}>
					{error.sentence}
				</p>
			)}
			{children({
				id,
				name: id,
				...(described && { "aria-describedby": described }),
				...(error && { "aria-invalid": true as const }),
			})}
		</div>
	);
};
