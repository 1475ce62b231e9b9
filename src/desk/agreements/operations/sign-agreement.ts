import type { z } from "zod";
import { Refusal } from "../../../kernel/refusal.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { signAgreement } from "../contract.ts";
import { agreementSigned } from "../facts.ts";
import { noticeOf, notify } from "../notices.ts";
import { mayActForParty } from "../policy.ts";
import type { Agreement } from "../read/situation.ts";
import { doingOf } from "../read/view.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import type { Party } from "../rules/states.ts";
import { activateIfOpen } from "../write/activate.ts";
import {
	actingPerson,
	agreementForAct,
	answerWith,
	contentHashOf,
	substitutionColumns,
	writeAgreement,
} from "../write.ts";

export default operation(signAgreement)({
	load: agreementForAct,
	may: (actor, agreement, input) => [
		...mayActForParty(actor, agreement),
		...obstaclesTo("sign", agreement.situation, {
			...doingOf(actor, agreement.row.service_id),
			contentHash: input.contentHash,
			date: Temporal.PlainDate.from(input.date),
			today: agreement.today,
		}),
	],
	async run(context, input, agreement) {
		const { row, situation } = agreement;
		if (contentHashOf(row.terms, row.template_revision) !== row.content_hash) {
			throw new Error(`the frozen text of agreement ${row.id} is not the one its hash was made of`);
		}
		const { party, personId, office } = actingPerson(context, row.service_id);
		await refuseForeignNumber(context, row, party, input.documentNumber);
		await placeSignature(context, row, input);
		const signedAt = laterDate(agreement, input.date);
		const version = await writeAgreement(context, row, { state: stateAfter("sign", situation), signed_at: signedAt });
		context.record(
			agreementSigned.of(row.id, version, {
				serviceId: row.service_id,
				number: row.number,
				party,
				by: personId,
				holding: office.id,
				deputyFor: office.deputyFor,
				date: input.date,
				contentHash: input.contentHash,
				signedAt: signedAt?.toString() ?? null,
			}),
		);
		// Here and not in a reaction, so that the answer already says what the second signature has set going.
		if (signedAt) await activateIfOpen(context, row.service_id, "gate");
		else await askOtherSide(context, agreement, party);
		return answerWith(context, row.id);
	},
});

type Input = z.output<typeof signAgreement.input>;

/**
 * A records office gives a number once: the same one on an agreement of another service is a slip of the pen. A version
 * signed anew may keep its number, and the other party's office counts by itself.
 */
async function refuseForeignNumber({ tx }: Context, row: Agreement["row"], party: Party, documentNumber: string) {
	const taken = await tx
		.selectFrom("agreement_signature")
		.innerJoin("agreement", "agreement.id", "agreement_signature.agreement_id")
		.innerJoin("service", "service.id", "agreement.service_id")
		.select("service.name")
		.where("document_number", "=", documentNumber)
		.where("party", "=", party)
		.where("agreement.service_id", "<>", row.service_id)
		.where((eb) => (party === "PROVIDER" ? eb.lit(true) : eb("service.organisation_id", "=", row.organisation_id)))
		.executeTakeFirst();
	if (taken) {
		throw new Refusal("conflict", "document-number-taken", {
			obstacles: [{ code: "document-number-taken", at: "documentNumber", details: { service: taken.name } }],
		});
	}
}

async function placeSignature(context: Context, row: Agreement["row"], input: Input): Promise<void> {
	const { tx, now } = context;
	const { party, personId, office } = actingPerson(context, row.service_id);
	await refusing({ agreement_signature_file_fkey: "unknown-file" }, () =>
		tx
			.insertInto("agreement_signature")
			.values({
				agreement_id: row.id,
				party,
				person_id: personId,
				...substitutionColumns(office),
				place: input.place,
				date: Temporal.PlainDate.from(input.date),
				document_number: input.documentNumber,
				method: input.method,
				content_hash: input.contentHash,
				file: input.file,
				placed_at: now,
			})
			.execute(),
	);
}

const askOtherSide = (context: Context, { row, holders }: Agreement, signed: Party): Promise<void> =>
	notify(
		context,
		[signed === "PROVIDER" ? holders.service_owner : holders.ekc_head],
		noticeOf(row, "OTHER_SIDE_SIGNED"),
	);

/** Gate 1 opens on the later of both dates; null while the other side has not signed. */
function laterDate({ signatures }: Agreement, date: string): Temporal.PlainDate | null {
	const [other] = signatures;
	if (!other) return null;
	const own = Temporal.PlainDate.from(date);
	return Temporal.PlainDate.compare(own, other.date) < 0 ? other.date : own;
}
