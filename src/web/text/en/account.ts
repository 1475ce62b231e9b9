import type sl from "../sl/account.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	password: "Present password",
	isOn: "On: besides the password you enter a code from your authenticator application when you sign in.",
	isOff:
		"Off: the password is enough to sign in. A second factor protects the account even when somebody learns your password.",
	turnOn: "Turn the second factor on",
	turnOff: "Turn the second factor off",
	secret: "1. Key for the authenticator application",
	secretHint: "Add an account in the application by hand, enter this key and choose time-based codes.",
	spareCodes: "2. Spare codes",
	spareCodesHint:
		"Keep them in a safe place: each signs you in once without the application. They will not be shown again.",
	confirm: "Confirm the code and turn on",
	changePassword: "Change the password",
	passwordChanged: "The password is changed. You are signed out on other devices.",
	tokens: "Keys for programs",
	tokensHint: "A program that has a key works in your name and with your rights.",
	noToken: "You have no key.",
	purpose: "Purpose",
	made: "Made",
	state: "State",
	valid: "valid until {date}",
	expired: "expired {date}",
	revoked: "revoked {date}",
	revoke: "Revoke the key",
	days: "Validity in days",
	makeToken: "Make a key",
	secretOnce: "The key “{name}” is shown only now. Keep it in a safe place.",
};
export default en;
