/** How a ticket is named in the subject of a mail: `[EKC-318] Napaka 500`. */
export const subjectTag = (number: number): string => `[EKC-${number}]`;

/** The subject with our tag in front, once. */
export const taggedSubject = (number: number, subject: string): string =>
	subject.includes(subjectTag(number)) ? subject : `${subjectTag(number)} ${subject}`;

/**
 * The number that a subject names by our tag, or null. A hint only: a number alone never threads a mail, its sender must
 * be a participant (assurance: mail).
 */
export function numberInSubject(subject: string): number | null {
	const found = /\[EKC-([1-9]\d{0,9})\]/i.exec(subject);
	return found ? Number(found[1]) : null;
}
