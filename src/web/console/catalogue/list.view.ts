/** Items of a list written with commas; spaces around them and empty ones do not count. */
export const listOf = (text: string): string[] =>
	text
		.split(",")
		.map((item) => item.trim())
		.filter((item) => item !== "");
