import { createHash } from 'node:crypto';
import type { Visit } from '../../platform/http/visit.ts';

/** Raised when the drawing of the pieces changes: what was kept before is made anew. */
const DRAWING = 2;
/** Files kept in memory, the one asked for last at the end: a town hall's kits are taken again and again. */
const MOST_KEPT = 60;
const kept = new Map<string, Promise<Buffer>>();

interface Asked {
  /** Everything that the file says and looks like. */
  terms: object;
  piece: string;
  mediaType: 'application/pdf' | 'image/png';
  /** In letters of ASCII, with its ending. */
  fileName: string;
  make: () => Promise<Buffer>;
}

/**
 * A file made once from what it says, and named by that: when a title, a date, the colour or the list's version
 * changes, it is another file, so that nothing old is ever served. Browsers ask each time and are told « the same ».
 */
export async function answerPiece(
  { request, locale }: Visit,
  { terms, piece, mediaType, fileName, make }: Asked,
): Promise<Response> {
  const key = createHash('sha256')
    .update(JSON.stringify([DRAWING, piece, locale, terms]))
    .digest('hex');
  const headers = {
    'content-type': mediaType,
    'content-disposition': `${mediaType === 'image/png' ? 'inline' : 'attachment'}; filename="${fileName}"`,
    'cache-control': 'private, no-cache',
    etag: `"${key.slice(0, 32)}"`,
  };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  const file = await keepFile(key, make);
  return new Response(file as unknown as BodyInit, {
    headers: { ...headers, 'content-length': String(file.length) },
  });
}

function keepFile(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = kept.get(key);
  kept.delete(key);
  const file = known ?? make();
  kept.set(key, file);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  // what failed is tried again
  file.catch(() => kept.delete(key));
  return file;
}
