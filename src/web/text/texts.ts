/** The same keys as the Slovenian catalogue, no more and no fewer; values are whole ICU sentences. */
export type Texts<Slovenian> = { readonly [Key in keyof Slovenian]: string };
