/** Contrast of two sRGB colours written `#RRGGBB`, from 1 to 21, in either order (WCAG 2.1, definition "contrast ratio"). */
export const contrast = (one: string, other: string): number => {
	const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
};

const luminance = (colour: string): number => {
	const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
