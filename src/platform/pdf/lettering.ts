/** Our two faces measured and outlined: for words that must fit a place, and for pictures, which carry no font. */
import { type FontFace, openSync } from 'fontkit';
import { fontFile } from './tagged-document.ts';

export interface Lettering {
  /** Width of words on one line, in the unit of `size`. */
  measure(words: string, size: number, bold?: boolean): number;
  /** Whether the faces have a letter. */
  knows(letter: string): boolean;
  /** An SVG path of words on one line that begins at `x`, its base line at `y`. */
  outline(words: string, at: { x: number; y: number; size: number; bold?: boolean }): string;
}

const opened = new Map<string, Lettering>();

/** Read once for each folder of an installation. */
export function openLettering(root: string): Lettering {
  const known = opened.get(root);
  if (known) return known;
  const faces = {
    regular: openSync(fontFile(root, 'regular')),
    bold: openSync(fontFile(root, 'bold')),
  };
  const lettering = letter((bold) => (bold ? faces.bold : faces.regular));
  opened.set(root, lettering);
  return lettering;
}

const letter = (faceOf: (bold: boolean) => FontFace): Lettering => ({
  measure(words, size, bold = false) {
    const face = faceOf(bold);
    return (face.layout(words).advanceWidth / face.unitsPerEm) * size;
  },
  knows(one) {
    const code = one.codePointAt(0)!;
    return faceOf(true).hasGlyphForCodePoint(code) && faceOf(false).hasGlyphForCodePoint(code);
  },
  outline(words, { x, y, size, bold = false }) {
    const face = faceOf(bold);
    const scale = size / face.unitsPerEm;
    const { glyphs, positions } = face.layout(words);
    let [pen, path] = [x, ''];
    for (const [at, { path: drawn }] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[at]!;
      // a font's up is a picture's down
      path += drawn
        .transform(scale, 0, 0, -scale, pen + xOffset * scale, y - yOffset * scale)
        .toSVG()
        .replaceAll(/-?\d+\.\d+/g, (figure) => Number(figure).toFixed(1));
      pen += xAdvance * scale;
    }
    return path;
  },
});
