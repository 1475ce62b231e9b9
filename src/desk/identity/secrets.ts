import { createHash, randomBytes } from "node:crypto";
import { type SecretKind, secretKinds } from "./rules/secret.ts";

export const newSecret = (kind: SecretKind): string => `${secretKinds[kind]}${randomBytes(32).toString("base64url")}`;

/** A fast hash is enough: 256 random bits cannot be guessed, and a check costs microseconds. */
export const secretHash = (secret: string): Buffer => createHash("sha256").update(secret).digest();
