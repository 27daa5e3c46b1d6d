/** What we ask of fontkit, the reader of fonts that pdfkit brings: it publishes no types of its own. */
declare module 'fontkit' {
  export interface FontFace {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    hasGlyphForCodePoint(code: number): boolean;
    layout(words: string): {
      readonly advanceWidth: number;
      readonly glyphs: readonly { readonly path: GlyphOutline }[];
      readonly positions: readonly {
        readonly xAdvance: number;
        readonly xOffset: number;
        readonly yOffset: number;
      }[];
    };
  }
  interface GlyphOutline {
    transform(a: number, b: number, c: number, d: number, e: number, f: number): GlyphOutline;
    toSVG(): string;
  }
  export function openSync(file: string): FontFace;
}
