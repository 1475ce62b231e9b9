import { factKind } from "../../kernel/fact.ts";

/** A person arranged their lists; how is a matter of taste and stands in the row alone. */
export const queueArranged = factKind<Record<never, never>>()("queue-arranged", "queue-arrangement");
