/**
 * An answer written as JSON already: for the few lists that are asked for all the time. The compiler has held it to its shape;
 * doors that speak JSON pass it on, every other door holds it to its contract like any answer (docs/performance.md).
 */
export class JsonText<Answer> {
	declare readonly answer?: Answer;
	readonly text: string;

	private constructor(text: string) {
		this.text = text;
	}

	static of<Answer>(answer: Answer): JsonText<Answer> {
		return new JsonText(JSON.stringify(answer));
	}
}
