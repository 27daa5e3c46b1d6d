import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface Kept {
  organisationId: string;
  until: number;
  headers: Record<string, string>;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/**
 * Whole pages for anonymous readers, kept in memory until something changes in the organisation.
 * The version of an organisation is bumped by each recorded fact (LISTEN palabre_change), and a page
 * that was being rendered while it was bumped is not kept. Dates change pages too: nothing is kept
 * longer than a few seconds.
 */
export class PageCache {
  readonly #pages = new Map<string, Kept>();
  readonly #versions = new Map<string, number>();
  readonly #milliseconds: number;
  readonly #size: number;

  constructor({ seconds = 5, size = 2000 } = {}) {
    this.#milliseconds = seconds * 1000;
    this.#size = size;
  }

  version(organisationId: string): number {
    return this.#versions.get(organisationId) ?? 0;
  }

  bump(organisationId: string): void {
    this.#versions.set(organisationId, this.version(organisationId) + 1);
    for (const [key, kept] of this.#pages)
      if (kept.organisationId === organisationId) this.#pages.delete(key);
  }

  clear(): void {
    this.#pages.clear();
  }

  find(key: string, accepts: string | undefined): Response | null {
    const kept = this.#pages.get(key);
    if (!kept) return null;
    if (kept.until < performance.now()) {
      this.#pages.delete(key);
      return null;
    }
    return answer(kept, accepts);
  }

  keep(
    key: string,
    organisationId: string,
    version: number,
    text: string,
    headers: Record<string, string>,
    accepts: string | undefined,
  ): Response {
    const body = Buffer.from(text);
    const kept: Kept = {
      organisationId,
      until: performance.now() + this.#milliseconds,
      headers,
      body,
      gzip: gzipSync(body, { level: 6 }),
      brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
    };
    if (this.version(organisationId) === version) {
      if (this.#pages.size >= this.#size)
        this.#pages.delete(this.#pages.keys().next().value as string);
      this.#pages.set(key, kept);
    }
    return answer(kept, accepts);
  }
}

function answer(kept: Kept, accepts = ''): Response {
  if (accepts.includes('br')) {
    return new Response(kept.brotli as unknown as BodyInit, {
      headers: { ...kept.headers, 'content-encoding': 'br' },
    });
  }
  if (accepts.includes('gzip')) {
    return new Response(kept.gzip as unknown as BodyInit, {
      headers: { ...kept.headers, 'content-encoding': 'gzip' },
    });
  }
  return new Response(kept.body as unknown as BodyInit, { headers: kept.headers });
}
