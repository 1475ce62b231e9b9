import { parse, YAMLParseError } from "yaml";
import { Refusal, refuseIf } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { importAgreement } from "../contract.ts";
import { mayBegin, mayBeginAny } from "../policy.ts";
import { readForm } from "../rules/form-document.ts";
import { answerWith, serviceOfForm, writeDraft } from "../write.ts";

export default operation(importAgreement)({
	async load(context, input) {
		refuseIf(mayBeginAny(context.actor));
		const { draft } = readForm(documentOf(input.yaml));
		return { draft, service: await serviceOfForm(context, draft.agreement?.code) };
	},
	may: (actor, { service }) => mayBegin(actor, service.id),
	async run(context, _, { draft, service }) {
		return answerWith(context, await writeDraft(context, service, draft, "import"));
	},
});

/** A form has no use for aliases, and a few of them can blow a small file up to gigabytes. */
function documentOf(text: string): unknown {
	try {
		return parse(text, { maxAliasCount: 0, logLevel: "error" });
	} catch (error) {
		if (error instanceof YAMLParseError) {
			throw new Refusal("invalid", "not-yaml", { details: { line: error.linePos?.[0].line ?? 0 }, cause: error });
		}
		if (error instanceof ReferenceError) throw new Refusal("invalid", "not-yaml", { cause: error });
		throw error;
	}
}
