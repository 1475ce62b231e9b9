import { z } from "zod";
import type { Obstacle } from "./refusal.ts";

const Detail = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** Reasons against an act as an answer carries them (`view.can.solve`); an empty list = it may be done. */
export const Obstacles: z.ZodType<readonly Obstacle[], readonly Obstacle[]> = z.array(
	z.strictObject({
		code: z.string(),
		at: z.string().exactOptional(),
		details: z.record(z.string(), Detail).exactOptional(),
	}),
);
