import type { Tx } from "../db/tx.ts";

/**
 * Hints to do something soon. A job is sent in the transaction of the change that needs it; the row it points to is the
 * truth, and a sweeper finds what a lost job left behind (architecture §6).
 */
export type JobQueue = {
	send(tx: Tx, name: string, data: { readonly [key: string]: string | number }): Promise<void>;
};
