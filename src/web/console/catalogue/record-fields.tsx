import { Button, Fieldset, Stack, TextInput, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.tsx";

type Field<Key extends string> = { key: Key; label: string; isRequired?: boolean; isLong?: boolean };

/** Records of a list, each a group of fields that can be removed; the last button adds an empty one. */
export const RecordFields = <Key extends string>({
	title,
	add,
	fields,
	rows,
	errorAt,
	onChange,
}: {
	title: string;
	add: string;
	fields: readonly Field<Key>[];
	rows: readonly Readonly<Record<Key, string>>[];
	errorAt: (path: string) => ReactNode;
	onChange: (rows: Readonly<Record<Key, string>>[]) => void;
}) => {
	const say = useText();
	const blank = Object.fromEntries(fields.map(({ key }) => [key, ""])) as Record<Key, string>;
	return (
		<Fieldset legend={title}>
			<Stack gap="md">
				{rows.map((row, index) => (
					// Records have no identity of their own before they are saved.
					<Fieldset key={index} legend={`${index + 1}.`}>
						<Stack gap="xs">
							{fields.map(({ key, label, isRequired = false, isLong = false }) => {
								const Input = isLong ? Textarea : TextInput;
								return (
									<Input
										key={key}
										label={label}
										required={isRequired}
										value={row[key]}
										error={errorAt(`${index}.${key}`)}
										{...(isLong ? { autosize: true, minRows: 2 } : {})}
										onChange={(event: { currentTarget: { value: string } }) =>
											onChange(rows.with(index, { ...row, [key]: event.currentTarget.value }))
										}
									/>
								);
							})}
							<Button size="compact-sm" variant="default" onClick={() => onChange(rows.toSpliced(index, 1))}>
								{say.t("desk.remove", { name: `${index + 1}.` })}
							</Button>
						</Stack>
					</Fieldset>
				))}
				<Button variant="default" onClick={() => onChange([...rows, blank])}>
					{add}
				</Button>
			</Stack>
		</Fieldset>
	);
};
