import { z } from "zod";
import { Line, type SupportSet } from "../../../kernel/values.ts";

/** The keys under which the form keeps what belongs to one set (`partI.availability.technical`). */
export const setKeys = ["technical", "content"] as const;
export type SetKey = (typeof setKeys)[number];

export const setKeyOf = (set: SupportSet): SetKey => (set === "TECHNICAL" ? "technical" : "content");
export const setOfKey = (key: SetKey): SupportSet => (key === "technical" ? "TECHNICAL" : "CONTENT");

/** How a person is named inside the document (`ana.vzorcnik`): the handle of identity; `client.contacts` and the named offices say who it is. */
export const PersonKey = z
	.string()
	.max(60)
	.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "person-key");

export const DocumentNumber = Line(1, 60);

/** Notice given in whole days or a calendar month (`P2D`, `P1M`), Table 1 (GUA-13–15, A-02). */
export const LeadTime = z.string().regex(/^P[1-9]\d{0,2}[DWM]$/, "lead-time");

/** How often something returns (`P12M`, `P1Y`). */
export const Cadence = z.string().regex(/^P[1-9]\d{0,2}[DWMY]$/, "cadence");
