import assert from "node:assert/strict";
import { test } from "node:test";
import { secretOf } from "./secret.view.ts";

test("a secret to be copied by hand", () => {
	assert.equal(secretOf("otpauth://totp/Dogovor:ana?secret=JBSWY3DPEHPK3PXP&issuer=Dogovor"), "JBSW Y3DP EHPK 3PXP");
	assert.equal(secretOf("otpauth://totp/Dogovor:ana?secret=JBSWY3DPEH"), "JBSW Y3DP EH");
	assert.equal(secretOf("otpauth://totp/Dogovor:ana"), "");
});
