import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { type MeView, me } from "../../desk/identity/contract.ts";
import { type Obstacle, Refusal } from "../../kernel/refusal.ts";
import { reach } from "./client.ts";
import { queryClient, useQuestion } from "./queries.ts";

export type Me = z.infer<typeof MeView>;

/** Who is signed in; the refusal `signed-out` when nobody is. */
export const useMe = () => useQuestion(me, {}, { keepOld: false });

/** What stands against each question that opens a place, and each act that adds something, by name; asked of the desk's own policies. */
export type Can = Readonly<Record<string, readonly Obstacle[] | undefined>>;

export const useCan = (): UseQueryResult<Can, Error> =>
	useQuery({
		queryKey: ["me.can"],
		queryFn: async () => ((await reach("/api/v1/me/can")) as { can: Can }).can,
	});

/** What stands against an act that is about no object yet; nothing while that is not known. */
export const useMay = (contract: { readonly name: string }): readonly Obstacle[] | undefined =>
	useCan().data?.[contract.name];

const post = (path: string, body: unknown) =>
	reach(`/api/auth${path}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});

/** `SECOND_FACTOR` when a code is still needed; a wrong address or password is the refusal `wrong-credentials`. */
export const signIn = async (email: string, password: string): Promise<"IN" | "SECOND_FACTOR"> => {
	const attempt = post("/sign-in/email", { email, password });
	const answer = (await orWrong("wrong-credentials", attempt)) as { twoFactorRedirect?: boolean } | null;
	return answer?.twoFactorRedirect === true ? "SECOND_FACTOR" : "IN";
};

/** A code from the authenticator confirms a sign-in or that the second factor works; spaces between digits do not count. */
export const verifyCode = (code: string): Promise<unknown> =>
	orWrong("wrong-code", post("/two-factor/verify-totp", { code: code.replaceAll(" ", "") }));

/** A code kept when the second factor was turned on; it serves one sign-in. */
export const verifySpareCode = (code: string): Promise<unknown> =>
	orWrong("wrong-code", post("/two-factor/verify-backup-code", { code: code.trim() }));

/** The secret as `otpauth://` address and the codes for a lost device; neither is ever given again. */
export type SecondFactor = { readonly totpURI: string; readonly backupCodes: readonly string[] };

export const beginSecondFactor = (password: string): Promise<SecondFactor> =>
	orWrong("wrong-password", post("/two-factor/enable", { password })) as Promise<SecondFactor>;

export const endSecondFactor = (password: string): Promise<unknown> =>
	orWrong("wrong-password", post("/two-factor/disable", { password }));

/** Signs out everywhere else, since a changed password often means that somebody else knew the old one. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
	orWrong("wrong-password", post("/change-password", { currentPassword, newPassword, revokeOtherSessions: true }));

export const signOut = async (): Promise<void> => {
	await post("/sign-out", {});
	queryClient.clear();
};

/** The sign-in library speaks English sentences; a refusal of ours says the same by code and tells an attacker no more. */
const orWrong = async (code: string, attempt: Promise<unknown>): Promise<unknown> => {
	try {
		return await attempt;
	} catch (error) {
		if (error instanceof Refusal && (error.kind === "too-soon" || error.kind === "unavailable")) throw error;
		throw new Refusal("forbidden", code, { cause: error });
	}
};
