import { z } from "zod";

/** A 128-bit identifier in its canonical lower-case form (RFC 9562); branded, so that one area's ids never pass for another's. */
export const Id = <Kind extends string>(kind: Kind) =>
	z
		.string()
		.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "id")
		.brand(kind);

export const OrganisationId = Id("organisation");
export const PersonId = Id("person");
export const ServiceId = Id("service");
export const AgreementId = Id("agreement");
export const TicketId = Id("ticket");
/** A stored file is named by the SHA-256 of its bytes, in hex. */
export const FileId = z
	.string()
	.regex(/^[0-9a-f]{64}$/, "file id")
	.brand("file");

export type OrganisationId = z.infer<typeof OrganisationId>;
export type PersonId = z.infer<typeof PersonId>;
export type ServiceId = z.infer<typeof ServiceId>;
export type AgreementId = z.infer<typeof AgreementId>;
export type TicketId = z.infer<typeof TicketId>;
export type FileId = z.infer<typeof FileId>;
