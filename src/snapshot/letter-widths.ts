/**
 * How wide letters are in Arial, in thousandths of the font's size: Excel measures glyphs, and this is what they measure
 * in the typeface of the report. Other sheet fonts come near, most of them narrower.
 * Source: the public font metrics of Helvetica and Helvetica-Bold, which Arial's widths equal.
 */

const FIRST = " ".charCodeAt(0);
/** From the space to "~". */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const; // prettier-ignore
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
  611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
] as const; // prettier-ignore
/** Marks, subscripts and letters of other alphabets: about as wide as a capital. */
const OTHER = 700;

/** The width of a text in points, at a font size in points. */
export function lettersWidth(text: string, size: number, bold = false): number {
  const widths: readonly number[] = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of text) sum += widths[letter.charCodeAt(0) - FIRST] ?? OTHER;
  return (sum * size) / 1000;
}
