import { Group, Select, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { recordDatedHours, recordWorkFreeDay, workFreeDays } from "../../../desk/calendars/contract.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { SupportSet } from "../../../kernel/values.ts";
import { useMay } from "../../api/me.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { DayField } from "../../ui/form/day-field.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { useServiceChoices } from "../people/choices.ts";
import { listOf } from "./list.view.ts";

/** The year's work-free days, and what became known of single days since: running clocks follow it. */
export const CalendarPanel = () => {
	const say = useText();
	const today = useToday();
	const days = useQuestion(workFreeDays, { year: today.year }).data?.days ?? [];
	const may = useMay(recordWorkFreeDay);
	const [isAdding, adding] = useDisclosure(false);
	const [isCorrecting, correcting] = useDisclosure(false);
	return (
		<Panel title={say.t("desk.workFreeDays", { year: String(today.year) })}>
			<Facts of={days.map(({ day, name }) => [name, say.date(day)])} />
			<Group mt="sm">
				<ActButton variant="default" may={may} onAct={adding.open}>
					{say.t("desk.addWorkFreeDay")}
				</ActButton>
				<ActButton variant="default" may={may} onAct={correcting.open}>
					{say.t("desk.recordHours")}
				</ActButton>
			</Group>
			{isAdding ? <WorkFreeDayForm onClose={adding.close} /> : null}
			{isCorrecting ? <DatedHoursForm onClose={correcting.close} /> : null}
		</Panel>
	);
};

const WorkFreeDayForm = ({ onClose }: { onClose: () => void }) => {
	const say = useText();
	const { fields, bind, choose } = useFields({ day: "", name: "" });
	const act = useAct(recordWorkFreeDay);
	return (
		<SideForm
			title={say.t("desk.addWorkFreeDay")}
			submit={say.t("app.save")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate(fields, { onSuccess: onClose })}
		>
			<Text c="dimmed">{say.t("desk.workFreeDayHint")}</Text>
			<DayField label={say.t("desk.day")} required {...choose("day")} />
			<TextInput label={say.t("desk.dayName")} required {...bind("name")} />
		</SideForm>
	);
};

const ofDesk = "DESK";

const DatedHoursForm = ({ onClose }: { onClose: () => void }) => {
	const say = useText();
	const services = useServiceChoices();
	const { fields, bind, choose } = useFields({
		of: ofDesk as string,
		set: "TECHNICAL",
		day: "",
		windows: "",
		reason: "",
	});
	const isOwn = fields.of === ofDesk;
	const act = useAct(recordDatedHours);
	const submit = () =>
		act.mutate(
			{
				serviceId: isOwn ? null : ServiceId.parse(fields.of),
				set: isOwn ? null : SupportSet.parse(fields.set),
				day: fields.day,
				windows: orNull(fields.windows) === null ? [] : listOf(fields.windows),
				reason: fields.reason,
			},
			{ onSuccess: onClose },
		);
	return (
		<SideForm
			title={say.t("desk.recordHours")}
			submit={say.t("app.save")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<Select
				label={say.t("desk.hoursOf")}
				data={[{ value: ofDesk, label: say.t("desk.ownHours") }, ...services]}
				allowDeselect={false}
				searchable
				{...choose("of")}
			/>
			{isOwn ? null : (
				<Select
					label={say.t("desk.set")}
					data={SupportSet.options.map((value) => ({ value, label: say.word("words", `set-${value}`) }))}
					allowDeselect={false}
					{...choose("set")}
				/>
			)}
			<DayField label={say.t("desk.day")} required {...choose("day")} />
			<TextInput label={say.t("desk.windows")} description={say.t("desk.windowsHint")} {...bind("windows")} />
			<TextInput label={say.t("desk.hoursReason")} required {...bind("reason")} />
		</SideForm>
	);
};
