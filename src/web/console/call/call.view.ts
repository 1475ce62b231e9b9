/** Whether a call can be saved: somebody to call back or name, and a subject. */
export const isEnough = (fields: { name: string; phone: string; subject: string }): boolean =>
	fields.subject.trim() !== "" && (fields.name.trim() !== "" || fields.phone.trim() !== "");
