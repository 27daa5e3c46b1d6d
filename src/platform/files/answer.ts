import type { FileStorage } from '@flystorage/file-storage';
import { notFound } from '../http/refused.ts';
import { type KeptFile, smallKey } from './file.store.ts';

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
  const etag = `"${file.sha256.slice(0, 32)}${size === 'small' ? '-s' : ''}"`;
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': disposition(file),
    'x-content-type-options': 'nosniff',
    'cache-control': file.publishedAt ? 'public, max-age=31536000, immutable' : 'private, no-store',
    etag,
  };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  const key = size === 'small' ? smallKey(file.storageKey) : file.storageKey;
  const bytes = await storage.readToUint8Array(key).catch(() => {
    throw notFound('file');
  });
  return new Response(bytes as unknown as BodyInit, {
    headers: { ...headers, 'content-length': String(bytes.length) },
  });
}

/** The name twice: in ASCII for the oldest, in UTF-8 for all others (RFC 6266). */
function disposition(file: KeptFile): string {
  const kind = file.mediaType === 'application/pdf' ? 'attachment' : 'inline';
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
