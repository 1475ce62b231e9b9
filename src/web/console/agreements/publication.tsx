import { Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type AgreementView, publishContacts } from "../../../desk/agreements/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { ActButton } from "../../ui/state/act-button.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { DayField } from "../../ui/form/day-field.tsx";

/** When the client may publish the contact centre's contacts, and where it did (STA-05). */
export const Publication = ({ view }: { view: AgreementView }) => {
	const say = useText();
	const [isOpen, form] = useDisclosure(false);
	const { permittedFrom, publishedOn, urls } = view.publication;
	return (
		<>
			<Text>
				{publishedOn !== null
					? say.t("agreement.published", { when: say.date(publishedOn), urls: urls.join(", ") })
					: permittedFrom === null
						? say.t("agreement.publicationLocked")
						: say.t("agreement.publicationFrom", { when: say.date(permittedFrom) })}
			</Text>
			<div>
				<ActButton may={view.can.publishContacts} variant="default" size="compact-sm" onAct={form.open}>
					{say.t("agreement.publish")}
				</ActButton>
			</div>
			{isOpen ? <PublicationForm view={view} onClose={form.close} /> : null}
		</>
	);
};

const PublicationForm = ({ view, onClose }: { view: AgreementView; onClose: () => void }) => {
	const say = useText();
	const act = useAct(publishContacts);
	const { fields, bind, choose } = useFields({ on: useToday().toString(), urls: view.publication.urls.join("\n") });
	return (
		<SideForm
			title={say.t("agreement.publish")}
			submit={say.t("agreement.publish")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: view.id,
						version: view.version,
						publishedOn: fields.on,
						urls: fields.urls
							.split("\n")
							.map((url) => url.trim())
							.filter((url) => url !== ""),
					},
					{ onSuccess: onClose },
				)
			}
		>
			<DayField label={say.t("agreement.publishedOn")} required {...choose("on")} />
			<Textarea label={say.t("agreement.urls")} required rows={4} {...bind("urls")} />
		</SideForm>
	);
};
