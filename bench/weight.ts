import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { urls } from '../src/urls.ts';
import { startServer, withScratchDatabase } from './scratch.ts';

const PAGES = {
  home: urls.home(),
  ideas: urls.ideas({ edition: '2026' }),
  ballot: urls.vote({ edition: 'jeunesse-2026' }),
};

/**
 * What a first visit brings over the wire, bodies and headers, everything in (fonts too, pictures of content
 * apart), as a browser that takes brotli would. Asked: at most 80 kB, of it at most 15 kB of JavaScript.
 */
export function benchWeight(): Promise<object> {
  return withScratchDatabase(async (url) => {
    const server = await startServer(url);
    try {
      const weights: Record<string, object> = {};
      for (const [name, path] of Object.entries(PAGES))
        weights[name] = await weigh(server.address, path);
      return { ...weights, asked: { bytes: 80_000, script: 15_000 } };
    } finally {
      await server.stop();
    }
  });
}

async function weigh(address: string, path: string) {
  const page = await fetchWhole(address, path);
  if (page.status !== 200) throw new Error(`${page.status} at ${path}`);
  const parts = new Set<string>();
  for (const [, href] of page.text.matchAll(/<(?:link|script)[^>]*\b(?:href|src)="(\/[^"]+)"/g)) {
    if (/^\/(assets|couleurs)\//.test(href!)) parts.add(href!);
  }
  let [bytes, script, font] = [page.bytes, 0, 0];
  const pending = [...parts];
  for (let part = pending.pop(); part; part = pending.pop()) {
    const file = await fetchWhole(address, part);
    if (file.status !== 200) throw new Error(`${file.status} at ${part}`);
    bytes += file.bytes;
    if (file.type.includes('javascript')) script += file.bytes;
    if (file.type.includes('font')) font += file.bytes;
    for (const [, next] of file.text.matchAll(
      /(?:url\(["']?|from\s*["']|import\s*["'])([^"')]+\.(?:woff2|js|css))/g,
    )) {
      const resolved = new URL(next!, `http://site${part}`).pathname;
      if (!parts.has(resolved)) {
        parts.add(resolved);
        pending.push(resolved);
      }
    }
  }
  return { bytes, page: page.bytes, script, font, requests: parts.size + 1 };
}

interface Fetched {
  status: number;
  type: string;
  text: string;
  /** Header block and body, as sent. */
  bytes: number;
}

function fetchWhole(address: string, path: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    http
      .get(
        address + path,
        { headers: { host: 'localhost', 'accept-encoding': 'br, gzip' } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            const body = Buffer.concat(chunks);
            const head = answer.rawHeaders.reduce(
              (sum, part) => sum + Buffer.byteLength(part) + 2,
              20,
            );
            const encoding = answer.headers['content-encoding'];
            const plain =
              encoding === 'br'
                ? brotliDecompressSync(body)
                : encoding === 'gzip'
                  ? gunzipSync(body)
                  : body;
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? '',
              text: plain.toString(),
              bytes: head + body.length,
            });
          });
        },
      )
      .on('error', reject);
  });
}
