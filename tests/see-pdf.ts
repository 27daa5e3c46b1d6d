import { PDFiumLibrary } from '@hyzyla/pdfium';
import readQr from 'jsqr';

/** A sheet as a browser shows it: what it looks like, and what is selected on it. */
interface SeenSheet {
  /** Pixels. */
  width: number;
  height: number;
  /** Points, as the sheet says of itself. */
  points: { width: number; height: number };
  /** Four bytes a pixel. */
  pixels: Uint8Array;
  /** The words that somebody would select and copy. */
  text: string;
}

/** Pixels of a sheet's width: what a telephone before it sees. */
const WIDTH = 900;
let opened: Promise<PDFiumLibrary> | undefined;

/** A PDF painted by the reader that is in Chromium, which knows nothing of what wrote it. */
export async function seePdf(file: Uint8Array): Promise<SeenSheet[]> {
  opened ??= PDFiumLibrary.init();
  const document = await (await opened).loadDocument(file);
  const sheets: SeenSheet[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    // the reader lets go of a sheet once it is painted
    const text = page.getText();
    const { data, width, height } = await page.render({ scale: WIDTH / originalWidth });
    const points = { width: originalWidth, height: originalHeight };
    sheets.push({ width, height, points, pixels: Uint8Array.from(data), text });
  }
  document.destroy();
  return sheets;
}

/** What the code on a picture says to a telephone; null: none is found. */
export const scanQr = ({
  pixels,
  width,
  height,
}: Pick<SeenSheet, 'pixels' | 'width' | 'height'>): string | null =>
  readQr(new Uint8ClampedArray(pixels), width, height)?.data ?? null;
