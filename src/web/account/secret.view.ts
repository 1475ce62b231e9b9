/** The secret of a TOTP address (`otpauth://totp/…?secret=`), in groups of four as people copy it by hand. */
export const secretOf = (address: string): string =>
	(new URL(address).searchParams.get("secret") ?? "").replace(/(.{4})(?=.)/g, "$1 ");
