import { useState } from "react";

type Change = { currentTarget: { value: string } };

/** The text fields of a small form by name: `bind("name")` for inputs, `set({ … })` for selects. */
export const useFields = <Fields extends Readonly<Record<string, string>>>(first: Fields) => {
	const [fields, setFields] = useState(first);
	const set = (more: Partial<Fields>) => setFields((before) => ({ ...before, ...more }));
	const bind = (name: keyof Fields & string) => ({
		value: fields[name],
		onChange: (event: Change) => set({ [name]: event.currentTarget.value } as Partial<Fields>),
	});
	const choose = (name: keyof Fields & string) => ({
		value: fields[name] === "" ? null : fields[name],
		onChange: (value: string | null) => set({ [name]: value ?? "" } as Partial<Fields>),
	});
	return { fields, set, bind, choose, reset: () => setFields(first) };
};

/** An empty field means that there is nothing. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
