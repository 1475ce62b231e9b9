import type { Reach } from "./pages.ts";
import type { PortalText, Words } from "./words.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** `08:00-16:00` as it is printed: `8.00–16.00`, in English `8:00–16:00`. */
const printed = (window: string, say: Words): string =>
	window
		.split("-")
		.map((time) => time.replace(/^0/, "").replace(":", say.language === "sl" ? "." : ":"))
		.join("–");

/** Phone, mail and hours of the contact centre, from its catalogue. */
export const Reached = ({ reach, say }: { reach: Reach; say: Words }) => (
	<section aria-labelledby="reached">
		<h2 id="reached">{say.t("contact")}</h2>
		<dl>
			<div>
				<dt>{say.t("phones")}</dt>
				{reach.contacts.phones.map((phone) => (
					<dd key={phone}>
						<a href={`tel:${phone.replaceAll(/[^0-9+]/g, "")}`}>{phone}</a>
					</dd>
				))}
			</div>
			<div>
				<dt>{say.t("email")}</dt>
				<dd>
					<a href={`mailto:${reach.contacts.email}`}>{reach.contacts.email}</a>
				</dd>
			</div>
		</dl>
		<h3>{say.t("hours")}</h3>
		<table>
			<tbody>
				{days.map((day, index) => (
					<tr key={day}>
						<th scope="row">{say.t(`days${index + 1}` as PortalText)}</th>
						<td>{reach.openingHours[day]?.map((window) => printed(window, say)).join(", ") || say.t("closed")}</td>
					</tr>
				))}
			</tbody>
		</table>
	</section>
);
