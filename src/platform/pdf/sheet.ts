/** What the parts of a paper draw on: the sheet in hand and its measures, in points. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** Where a screen reader finds what is drawn. */
  readonly body: PDFKit.PDFStructureElement;
  readonly margin: number;
  /** Between the margins. */
  readonly inner: number;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** Of ordinary words. */
  readonly size: number;
  /** Draws for the eye only. */
  decorate(draw: () => void): void;
  /** Turns to a new sheet unless so much is left on this one; `true` when it did. */
  makeRoom(points: number): boolean;
}

export interface Look {
  /** Points. */
  size?: number;
  bold?: boolean;
  soft?: boolean;
  /** Points of white before it. */
  before?: number;
}

/** Space between lines, in points, for words of this size. */
export const lineGap = (size: number): number => (size < 14 ? 2 : 3);

export function setFont(pdf: PDFKit.PDFDocument, size: number, bold = false) {
  return pdf.font(bold ? 'strong' : 'text').fontSize(size);
}
