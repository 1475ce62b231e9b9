import { maskName } from "./names.ts";
import { maskedFor, maskPersonalData } from "./personal-data.ts";

/** A ticket's subject as a reader may see it: without personal numbers, for second level without the user's name too (IMP-09). */
export const subjectFor = (
	subject: string,
	reader: { readonly isFirst: boolean; readonly reporterName: string | null },
): string => {
	const { text } = maskPersonalData(subject, maskedFor(reader.isFirst));
	return reader.isFirst ? text : maskName(text, reader.reporterName);
};
