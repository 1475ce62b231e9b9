import pino from "pino";

export type Log = pino.Logger;

/** Structured log on standard output; secrets and personal data are never given to it (ids only). */
export const openLog = (level: string): Log =>
	pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ["req.headers.authorization", "req.headers.cookie"],
	});
