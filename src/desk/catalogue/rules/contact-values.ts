import { z } from "zod";
import { Line } from "../../../kernel/values.ts";

/** A telephone number as printed ("01 478 8590"); not normalised, because it is published as the parties wrote it. */
export const Phone = Line(3, 30).regex(/^[0-9+()/ -]+$/, "phone");

export const WebAddress = z
	.string()
	.max(500)
	.regex(/^https?:\/\/[^\s"'<>]+$/, "web-address");

/** An allowance exact to the minute (`PT4H`, `PT1H30M`). */
export const ClockDuration = z.string().regex(/^PT(?=\d)(?:[1-9]\d{0,3}H)?(?:[1-9]\d{0,3}M)?$/, "clock-duration");
