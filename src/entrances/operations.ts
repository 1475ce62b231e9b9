import { operations as catalogue } from "../desk/catalogue/operations/index.ts";
import { operations as identity } from "../desk/identity/operations/index.ts";
import type { Operation, Reaction } from "../platform/operation.ts";

/** Every operation of the desk: doors, matrix, OpenAPI document and CLI are generated from this list. */
export const operations: readonly Operation[] = [...identity, ...catalogue];

/** Who works in the transaction of whose facts, in this order. */
export const reactions: readonly Reaction[] = [];
