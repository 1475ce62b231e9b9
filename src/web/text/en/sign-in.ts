import type sl from "../sl/sign-in.ts";
import type { Texts } from "../texts.ts";

const en: Texts<typeof sl> = {
	title: "Sign in",
	email: "E-mail address",
	password: "Password",
	submit: "Sign in",
	codeTitle: "Second factor",
	code: "Code from the authenticator",
	codeHint: "Six digits shown by your authenticator application.",
	spareCode: "Spare code",
	spareCodeHint: "One of the codes you kept when the second factor was turned on. Each is valid once.",
	useSpareCode: "I have no application: use a spare code",
	useCode: "Use a code from the application",
	verify: "Confirm the code",
	demoHint: "The demonstration sign-ins are printed when the server starts.",
	invitation: "Set your password",
	invitationHint:
		"Choose a password of at least 12 characters. A longer phrase you remember beats a complicated password.",
	newPassword: "New password",
	showPassword: "Show the password",
	setPassword: "Set the password",
	done: "The password for {email} is set. You can sign in now.",
	setUp: "First set-up",
	setUpHint:
		"Enter the one-time code that the server wrote to its log at start, and the data of the first administrator.",
	token: "One-time code",
	organisation: "Name of the contact centre",
	name: "Name and surname",
	create: "Create the administrator",
	setUpClosed: "The first set-up is already done.",
};
export default en;
