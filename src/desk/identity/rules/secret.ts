/**
 * Secrets of ours are 256 random bits in base64url after a short word that says what they are for, so that one found in a
 * log or a repository can be recognised. Only their SHA-256 is kept.
 */
export const secretKinds = { apiToken: "dgv_api_", invitation: "dgv_inv_", setUp: "dgv_set_" } as const;
export type SecretKind = keyof typeof secretKinds;

export const isSecretOf = (kind: SecretKind, text: string): boolean =>
	text.startsWith(secretKinds[kind]) && /^[A-Za-z0-9_-]{43}$/.test(text.slice(secretKinds[kind].length));
