/**
 * An answer written as JSON already: for the few lists that are asked for all the time (docs/performance.md). Doors that speak
 * JSON pass it on as it is, every other one holds it to its contract like any answer.
 */
export class JsonText<Answer> {
	declare readonly answer?: Answer;
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}
