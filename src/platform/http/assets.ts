import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Assets {
  /** `site.css` → `/assets/site-AB12.css`. */
  href(name: string): string;
  answer(path: string, accepts: string): Response | null;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
};

/** Built files under /assets, named by their content, kept in memory with their compressed forms. */
export function openAssets(folder: string): Assets {
  let names: string[] = [];
  let manifest: Record<string, string> = {};
  try {
    names = readdirSync(folder);
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      string
    >;
  } catch {
    console.warn(`No built assets in ${folder}: run bin/start or node build/build.ts.`);
  }
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  return {
    href: (name) => `/assets/${manifest[name] ?? name}`,
    answer(path, accepts) {
      const name = path.slice('/assets/'.length);
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
      const body = files.get(name);
      if (!body || !type) return null;
      const headers: Record<string, string> = {
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      };
      for (const [encoding, extension] of [
        ['br', 'br'],
        ['gzip', 'gz'],
      ] as const) {
        const compressed = files.get(`${name}.${extension}`);
        if (compressed && accepts.includes(encoding)) {
          headers['content-encoding'] = encoding;
          return new Response(compressed as unknown as BodyInit, { headers });
        }
      }
      return new Response(body as unknown as BodyInit, { headers });
    },
  };
}
