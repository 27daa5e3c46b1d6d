/** The work of the process that reads documents: nothing here trusts a byte, and all of it may be ended at any time. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { DOCX, looksLikeDocx } from '../documents/docx.ts';
import { looksLikeOdt, ODT } from '../documents/odt.ts';
import { openZip } from '../documents/zip.ts';
import { type Block, gatherBlocks } from './block.ts';
import { readDocxBlocks } from './docx-blocks.ts';
import { readOdtBlocks } from './odt-blocks.ts';
import { joinLines } from './pdf-lines.ts';

type ReadingRefusal = 'damaged' | 'locked' | 'too-complex' | 'no-text';

export type Reading =
  | {
      ok: true;
      /** Blocks one under the other, for search and differences. */
      text: string;
      blocks: Block[];
      /** Of a PDF; other documents have as many as the program that shows them makes. */
      pages: number | null;
      /** There was more than is read of one document. */
      cut: boolean;
    }
  | { ok: false; why: ReadingRefusal };

/** A page as pixels: red, green, blue, and how dense, a byte each. */
export interface PaintedPage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Milliseconds after which the pages of a PDF that were read have to do. */
const PAGES_FOR = 12_000;
/** Pixels. */
const WIDEST = 2000;
const TALLEST = 4000;

const refuse = (why: ReadingRefusal): Reading => ({ ok: false, why });

export async function readApart(mediaType: string, bytes: Uint8Array): Promise<Reading> {
  if (mediaType === 'application/pdf') return readPdf(bytes);
  const zip = openZip(bytes);
  if (!zip.ok)
    return refuse(
      zip.refusal === 'document-locked'
        ? 'locked'
        : zip.refusal === 'document-too-complex'
          ? 'too-complex'
          : 'damaged',
    );
  try {
    if (mediaType === DOCX && looksLikeDocx(zip.entries))
      return gather(readDocxBlocks(zip.entries), null);
    if (mediaType === ODT && looksLikeOdt(zip.entries))
      return gather(readOdtBlocks(zip.entries), null);
    return refuse('damaged');
  } catch {
    // never closed, a document type, a size that lies
    return refuse('damaged');
  }
}

function gather(blocks: Iterable<Block>, pages: number | null): Reading {
  const gathered = gatherBlocks(blocks);
  return gathered.text === '' ? refuse('no-text') : { ok: true, ...gathered, pages };
}

async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return refuse(opened);
  const pages = opened.getPageCount();
  const until = performance.now() + PAGES_FOR;
  let isOutOfTime = false;
  const readPages = function* () {
    for (let at = 0; at < pages; at += 1) {
      if (performance.now() > until) {
        isOutOfTime = true;
        return;
      }
      let text = '';
      try {
        text = opened.getPage(at).getText();
      } catch {
        // a page that is not there: the others may be
      }
      yield* joinLines(text);
    }
  };
  const reading = gather(readPages(), pages);
  if (!isOutOfTime) return reading;
  return reading.ok ? { ...reading, cut: true } : refuse('too-complex');
}

/** One page, from 1; forms are left as they are printed, nothing in them runs. Null: it cannot be shown. */
export async function paintApart(
  bytes: Uint8Array,
  number: number,
  width: number,
): Promise<PaintedPage | null> {
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return null;
  if (!Number.isInteger(number) || number < 1 || number > opened.getPageCount()) return null;
  const page = opened.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(Math.min(width, WIDEST) / originalWidth, TALLEST / originalHeight);
  // a page without surface, or one that would be a line
  if (!Number.isFinite(scale) || originalWidth * scale < 1 || originalHeight * scale < 1)
    return null;
  const painted = await page.render({
    width: Math.max(1, originalWidth * scale),
    height: Math.max(1, originalHeight * scale),
    scale: 1,
  });
  return { data: painted.data, width: painted.width, height: painted.height };
}

async function openPdf(bytes: Uint8Array) {
  const library = await PDFiumLibrary.init();
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    // the library says why in words only
    return /password|security/i.test(String(error)) ? 'locked' : 'damaged';
  }
}
