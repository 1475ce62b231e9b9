import type { z } from "zod";
import { type MeView, me } from "../../desk/identity/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { reach } from "./client.ts";
import { queryClient, useQuestion } from "./queries.ts";

export type Me = z.infer<typeof MeView>;

/** Who is signed in; the refusal `signed-out` when nobody is. */
export const useMe = () => useQuestion(me, {}, { keepOld: false });

const post = (path: string, body: unknown) =>
	reach(`/api/auth${path}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});

/** `SECOND_FACTOR` when a code is still needed; a wrong address or password is the refusal `wrong-credentials`. */
export const signIn = async (email: string, password: string): Promise<"IN" | "SECOND_FACTOR"> => {
	try {
		const answer = (await post("/sign-in/email", { email, password })) as { twoFactorRedirect?: boolean } | null;
		return answer?.twoFactorRedirect === true ? "SECOND_FACTOR" : "IN";
	} catch (error) {
		throw asWrong(error, "wrong-credentials");
	}
};

export const verifyCode = async (code: string): Promise<void> => {
	try {
		await post("/two-factor/verify-totp", { code });
	} catch (error) {
		throw asWrong(error, "wrong-code");
	}
};

export const signOut = async (): Promise<void> => {
	await post("/sign-out", {});
	queryClient.clear();
};

/** The sign-in library speaks English sentences; a refusal of ours says the same by code and tells an attacker no more. */
const asWrong = (error: unknown, code: string): unknown =>
	error instanceof Refusal && (error.code === "offline" || error.kind === "too-soon")
		? error
		: new Refusal("forbidden", code, { cause: error });
