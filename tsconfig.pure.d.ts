// What Node and every browser share beyond the language, and the pure code may use: text to bytes and back.
declare class TextEncoder {
	encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean });
	decode(bytes?: Uint8Array): string;
}
