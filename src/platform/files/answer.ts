import { Readable } from 'node:stream';
import type { FileStorage } from '@flystorage/file-storage';
import { notFound } from '../http/refused.ts';
import { type KeptFile, smallKey } from './file.store.ts';
import { readRange } from './storage.ts';
import { showAs } from './upload.ts';

/**
 * A file as it is sent: pictures in the page, documents as downloads; whatever it holds, no browser runs it
 * (nosniff, sandbox). What is published never changes and may be kept for ever; what is not is not kept.
 */
export async function answerFile(
  request: Request,
  storage: FileStorage,
  file: KeptFile,
  size: 'whole' | 'small',
): Promise<Response> {
  const film = showAs(file) === 'video';
  const etag = `"${file.sha256.slice(0, 32)}${size === 'small' ? '-s' : ''}"`;
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'content-security-policy': "default-src 'none'; sandbox",
    ...(film && { 'accept-ranges': 'bytes' }),
    'content-disposition': disposition(file),
    'x-content-type-options': 'nosniff',
    'cache-control': file.publishedAt ? 'public, max-age=31536000, immutable' : 'private, no-store',
    etag,
  };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  if (film) return answerFilm(request, storage, file, headers);
  const key = size === 'small' ? smallKey(file.storageKey) : file.storageKey;
  const bytes = await storage.readToUint8Array(key).catch(() => {
    throw notFound('file');
  });
  return new Response(bytes as unknown as BodyInit, {
    headers: { ...headers, 'content-length': String(bytes.length) },
  });
}

/** A film as it is read, from where a player wants it (RFC 9110, 14): it is never held whole. */
async function answerFilm(
  request: Request,
  storage: FileStorage,
  file: KeptFile,
  headers: Record<string, string>,
): Promise<Response> {
  if (!(await storage.fileExists(file.storageKey))) throw notFound('file');
  const validator = request.headers.get('if-range');
  const asked =
    validator === null || validator === headers.etag ? request.headers.get('range') : null;
  const range = readAskedRange(asked, file.bytes);
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.bytes}` },
    });
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  const body =
    request.method === 'HEAD'
      ? null
      : (Readable.toWeb(readRange(storage, file.storageKey, start, end)) as unknown as BodyInit);
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${file.bytes}` }),
    },
  });
}

/** One stretch; null: all of it, also where several are asked for or the words make no sense. */
function readAskedRange(
  asked: string | null,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const last = Number(match[2]);
  if (match[1] === '')
    return last === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 };
  const start = Number(match[1]);
  if (start >= size) return 'unsatisfiable';
  const end = match[2] === '' ? size - 1 : Math.min(last, size - 1);
  return end < start ? null : { start, end };
}

/** The name twice: in ASCII for the oldest, in UTF-8 for all others (RFC 6266). */
function disposition(file: KeptFile): string {
  const kind = showAs(file) === 'document' ? 'attachment' : 'inline';
  const ascii = file.name
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '');
  const utf8 = encodeURIComponent(file.name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
