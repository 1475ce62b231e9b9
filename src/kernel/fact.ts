/**
 * What happened, appended in the transaction of the act and never changed.
 *
 * `version` is the version the aggregate has after the fact; `payload` carries ids, codes and instants (ISO text), never
 * personal text, so that a person can be erased and the record stay whole.
 */
export type Fact<Name extends string = string, Payload extends FactPayload = FactPayload> = {
	readonly name: Name;
	readonly aggregate: string;
	readonly id: string;
	readonly version: number;
	readonly payloadVersion: number;
	readonly payload: Payload;
};

export type FactValue = string | number | boolean | null | readonly FactValue[] | { readonly [key: string]: FactValue };
export type FactPayload = { readonly [key: string]: FactValue };

export type FactKind<Name extends string, Payload extends FactPayload> = {
	readonly name: Name;
	readonly aggregate: string;
	readonly of: (id: string, version: number, payload: Payload) => Fact<Name, Payload>;
};

/** Declares a kind of fact: `factKind<{ by: string }>()("ticket-closed", "ticket")`. Two steps, so that the name stays literal. */
export const factKind =
	<Payload extends FactPayload>() =>
	<Name extends string>(name: Name, aggregate: string, payloadVersion = 1): FactKind<Name, Payload> => ({
		name,
		aggregate,
		of: (id, version, payload) => ({ name, aggregate, id, version, payloadVersion, payload }),
	});
