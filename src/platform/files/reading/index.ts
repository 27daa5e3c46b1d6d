/** What documents say, and how their pages look, without trusting them (W7). Slow: for jobs, never on the way of a page. */
import { paintPage } from '../picture.ts';
import type { Reading } from './read.ts';
import { askReader, type Bounds } from './reading-process.ts';

export type { Block } from './block.ts';
export type { Reading } from './read.ts';

/**
 * The words of a docx, an odt or a PDF, up to two million characters (`cut`: there was more). `no-text`: sound, but
 * without a word, as a scan is; `too-complex`: made to burst, or more than twenty seconds and 768 MB can bear.
 */
export async function readDocument(
  { mediaType, bytes }: { mediaType: string; bytes: Uint8Array },
  bounds?: Bounds,
): Promise<Reading> {
  const answer = await askReader({ ask: 'read', mediaType, bytes }, bounds);
  return answer?.ask === 'read' ? answer.reading : { ok: false, why: 'too-complex' };
}

/** A page of a PDF as a WebP so many pixels wide, at most 2000; null: there is no such page, or it cannot be shown. */
export async function drawPage(asked: {
  bytes: Uint8Array;
  /** From 1. */
  page: number;
  width: number;
}): Promise<Buffer | null> {
  const answer = await askReader({ ask: 'paint', ...asked });
  return answer?.ask === 'paint' && answer.page ? paintPage(answer.page) : null;
}
