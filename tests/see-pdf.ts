import { PDFiumLibrary } from '@hyzyla/pdfium';
import readQr from 'jsqr';

/** A sheet as a browser shows it: what it looks like, and what is selected on it. */
interface SeenSheet {
  /** Pixels. */
  width: number;
  height: number;
  /** Four bytes a pixel. */
  pixels: Uint8Array;
  /** The words that somebody would select and copy. */
  text: string;
}

/** A PDF painted by the reader that is in Chromium, which knows nothing of what wrote it. */
export async function seePdf(file: Uint8Array, scale = 2): Promise<SeenSheet[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    const sheets: SeenSheet[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale });
      sheets.push({ width, height, pixels: Uint8Array.from(data), text: page.getText() });
    }
    document.destroy();
    return sheets;
  } finally {
    library.destroy();
  }
}

/** What the code on a picture says to a telephone; null: none is found. */
export const scanQr = ({ pixels, width, height }: Omit<SeenSheet, 'text'>): string | null =>
  readQr(new Uint8ClampedArray(pixels), width, height)?.data ?? null;
