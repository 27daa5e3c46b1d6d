/** The browser's files: small, named by their content, already compressed. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { replaceFile } from './replace-file.ts';

/** The one text family of the pages: the Latin part, upright, all weights. */
const font =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/' +
  'atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** Asked for by `place-map` only where a map has vector tiles. */
const VECTOR_TILES = 'src/browser/map/vector-tiles.ts';

/**
 * `src/browser/NAME.ts` → NAME.js, `src/ui/site.css` → site.css, each as NAME-HASH with .br and .gz beside,
 * and manifest.json: `{ "site.css": "site-AB12CD34.css", … }`. What is no longer made is removed.
 */
export async function bundleAssets(root: string): Promise<void> {
  const folder = join(root, 'dist/assets');
  // first: who asks for them later must know their names
  const late = await bundle(root, existing(root, [VECTOR_TILES]));
  const [vectorTiles] = late.outputFiles.map(({ path }) => `/assets/${basename(path)}`);
  const rest = await bundle(
    root,
    [
      ...listBrowserEntries(root),
      ...existing(root, ['src/ui/site.css', 'src/ui/favicon.svg', font]),
    ],
    { VECTOR_TILES_SCRIPT: JSON.stringify(vectorTiles ?? '') },
  );
  const outputFiles = [...late.outputFiles, ...rest.outputFiles];
  const outputs = { ...late.metafile.outputs, ...rest.metafile.outputs };
  mkdirSync(folder, { recursive: true });
  const wanted = new Set(['manifest.json']);
  for (const file of outputFiles) {
    const name = basename(file.path);
    for (const [written, content] of await compressed(name, file.contents)) {
      replaceFile(join(folder, written), content);
      wanted.add(written);
    }
  }
  const manifest: Record<string, string> = {};
  for (const [path, { entryPoint, inputs }] of Object.entries(outputs)) {
    const source = entryPoint ?? Object.keys(inputs)[0];
    if (source) manifest[basename(source).replace(/\.ts$/, '.js')] = basename(path);
  }
  replaceFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
}

function bundle(root: string, entryPoints: string[], define: Record<string, string> = {}) {
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir: join(root, 'dist/assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    loader: { '.woff2': 'copy', '.svg': 'copy' },
    // what a script asks for once it runs
    external: ['/assets/*'],
    define,
    metafile: true,
    write: false,
  });
}

function listBrowserEntries(root: string): string[] {
  const folder = join(root, 'src/browser');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function existing(root: string, paths: string[]): string[] {
  return paths.map((path) => join(root, path)).filter((path) => existsSync(path));
}

/** The file, and its compressed forms where they are worth it: a font is compressed already. */
async function compressed(name: string, content: Uint8Array): Promise<[string, Uint8Array][]> {
  if (name.endsWith('.woff2')) return [[name, content]];
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return [
    [name, content],
    [`${name}.br`, await promisify(brotliCompress)(content, quality)],
    [`${name}.gz`, await promisify(gzip)(content, { level: 9 })],
  ];
}
