import type { ServiceId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Context } from "../../../platform/operation.ts";
import { serviceById } from "../../catalogue/read.ts";

/** A door may name the service; it must be one of ours. */
export async function refuseUnknownService(context: Context, id: ServiceId | null): Promise<void> {
	if (id === null || (await serviceById(context.tx, id))) return;
	throw new Refusal("invalid", "unknown-service", { obstacles: [{ code: "unknown-service", at: "serviceId" }] });
}
