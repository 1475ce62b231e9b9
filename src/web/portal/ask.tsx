import { ErrorList, Field, fieldErrors, type FieldError, type Sentences } from "./field.tsx";
import type { Page } from "./pages.ts";
import type { PortalText, Words } from "./words.ts";

type AskPage = Extract<Page, { kind: "ask" }>;

const sentences: Sentences = {
	serviceId: () => "errorService",
	subject: ({ code }) => (code === "too-big" ? "errorSubjectLong" : "errorSubject"),
	body: ({ code }) => (code === "too-big" ? "errorBodyLong" : "errorBody"),
	attachments: () => "errorFiles",
	"reporter.name": () => "errorName",
	"reporter.email": ({ code }) => (code === "contact-required" ? "errorContact" : "errorEmail"),
	"reporter.phone": () => "errorPhone",
	"reporter.group": () => "errorField",
};

/** The public form: three short parts on one page, whole without scripts; what was entered stays when it is refused. */
export const Ask = ({ page, say }: { page: AskPage; say: Words }) => {
	const errors = fieldErrors(page.refused, sentences, say, page.limits);
	return (
		<>
			<h1>{say.t("formTitle")}</h1>
			<p className="lead">{say.t("formLead")}</p>
			<ErrorList title={say.t("errorsTitle")} errors={errors} />
			<form method="post" action="/vprasanje" encType="multipart/form-data" noValidate>
				<input type="hidden" name="key" value={page.key} />
				<input type="hidden" name="language" value={say.language} />
				<ServiceChoice page={page} say={say} />
				<Question page={page} say={say} errors={errors} />
				<Contact page={page} say={say} errors={errors} />
				<div className="trap" aria-hidden="true">
					<label htmlFor="website">{say.t("honeypot")}</label>
					<input id="website" name="website" tabIndex={-1} autoComplete="off" />
				</div>
				<p className="muted">{say.t("privacy")}</p>
				<button type="submit">{say.t("send")}</button>
			</form>
		</>
	);
};

const ServiceChoice = ({ page, say }: { page: AskPage; say: Words }) => (
	<fieldset id="serviceId">
		<legend>
			<span className="step">{say.t("stepService")}</span> {say.t("whichService")}
		</legend>
		{[...page.services, { code: "", name: say.t("otherService") }].map(({ code, name }) => (
			<label className="choice" key={code}>
				<input type="radio" name="service" value={code} defaultChecked={(page.values.service ?? "") === code} />
				<span>{name}</span>
			</label>
		))}
	</fieldset>
);

type PartProps = { page: AskPage; say: Words; errors: readonly FieldError[] };

const Question = ({ page, say, errors }: PartProps) => (
	<fieldset>
		<legend className="step">{say.t("stepQuestion")}</legend>
		<Field id="subject" label={say.t("subject")} hint={say.t("subjectHint")} errors={errors}>
			{(aria) => <input {...aria} type="text" maxLength={300} required defaultValue={page.values.subject} />}
		</Field>
		<Field id="body" label={say.t("body")} hint={say.t("bodyHint")} errors={errors}>
			{(aria) => <textarea {...aria} rows={8} maxLength={20_000} required defaultValue={page.values.body} />}
		</Field>
		<Field id="attachments" label={say.t("attachments")} hint={say.t("attachmentsHint", page.limits)} errors={errors}>
			{(aria) => <input {...aria} type="file" multiple />}
		</Field>
	</fieldset>
);

const groups: readonly [string, PortalText][] = [
	["citizen", "groupCitizen"],
	["company", "groupCompany"],
	["sole_trader", "groupSoleTrader"],
	["other", "groupOther"],
];

const Contact = ({ page, say, errors }: PartProps) => (
	<fieldset>
		<legend className="step">{say.t("stepContact")}</legend>
		<Field id="reporter.email" label={say.t("yourEmail")} hint={say.t("emailHint")} errors={errors}>
			{(aria) => (
				<input
					{...aria}
					type="email"
					autoComplete="email"
					maxLength={254}
					defaultValue={page.values["reporter.email"]}
				/>
			)}
		</Field>
		<Field
			id="reporter.phone"
			label={say.t("yourPhone")}
			hint={say.t("phoneHint")}
			optional={say.t("optional")}
			errors={errors}
		>
			{(aria) => (
				<input {...aria} type="tel" autoComplete="tel" maxLength={40} defaultValue={page.values["reporter.phone"]} />
			)}
		</Field>
		<Field id="reporter.name" label={say.t("yourName")} optional={say.t("optional")} errors={errors}>
			{(aria) => (
				<input {...aria} type="text" autoComplete="name" maxLength={120} defaultValue={page.values["reporter.name"]} />
			)}
		</Field>
		<Field id="reporter.group" label={say.t("group")} errors={errors}>
			{(aria) => (
				<select {...aria} defaultValue={page.values["reporter.group"] ?? "citizen"}>
					{groups.map(([code, text]) => (
						<option key={code} value={code}>
							{say.t(text)}
						</option>
					))}
				</select>
			)}
		</Field>
	</fieldset>
);
