import type { Obstacle } from "../../../kernel/refusal.ts";

/** What speaks against the dates of an organisation; as text they compare like days. */
export const periodObstacles = ({
	validFrom,
	validUntil,
}: {
	validFrom: string;
	validUntil: string | null;
}): Obstacle[] =>
	validUntil !== null && validUntil <= validFrom ? [{ code: "period-ends-before-start", at: "validUntil" }] : [];
