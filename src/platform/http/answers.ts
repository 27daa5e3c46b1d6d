import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Cookies } from './cookies.ts';
import { securityHeaders } from './headers.ts';

/** A whole page as it goes over the wire, in each form that browsers ask for. */
export interface KeptPage {
  headers: Record<string, string>;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

export function packPage(body: Buffer, headers: Record<string, string>): KeptPage {
  return {
    headers,
    body,
    gzip: gzipSync(body, { level: 6 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  };
}

/** `accepts`: the request's Accept-Encoding. */
export function answerPage(kept: KeptPage, accepts = ''): Response {
  const { headers } = kept;
  if (accepts.includes('br')) return respond(kept.brotli, { ...headers, 'content-encoding': 'br' });
  if (accepts.includes('gzip'))
    return respond(kept.gzip, { ...headers, 'content-encoding': 'gzip' });
  return respond(kept.body, headers);
}

function respond(body: Buffer, headers: Record<string, string>, status = 200): Response {
  return new Response(body as unknown as BodyInit, { status, headers });
}

/** Below this a compressed page is hardly smaller. */
const WORTH_COMPRESSING = 2000;

/** A page for one reader. */
export function writePage(
  body: Buffer,
  status: number,
  headers: Record<string, string>,
  accepts = '',
): Response {
  return body.length < WORTH_COMPRESSING || !accepts.includes('gzip')
    ? respond(body, headers, status)
    : respond(gzipSync(body, { level: 4 }), { ...headers, 'content-encoding': 'gzip' }, status);
}

/** For what happens outside any organisation, where no page can be drawn. */
export function bareAnswer(status: number, words: string): Response {
  return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** What every answer carries, said on the answer itself: copying it would turn its body into a stream. */
export function seal(answer: Response, secure: boolean, cookies?: Cookies): Response {
  const { headers } = answer;
  const security = securityHeaders(secure);
  for (const name in security) if (!headers.has(name)) headers.set(name, security[name]!);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  for (const cookie of cookies?.setHeaders() ?? []) headers.append('set-cookie', cookie);
  return answer;
}
