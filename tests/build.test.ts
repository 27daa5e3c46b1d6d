import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleAssets } from '../build/assets.ts';
import { fingerprintSources } from '../build/stamp.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palabre-build-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the browser’s files are named by their content, compressed beside, and listed', async () => {
  write('src/browser/basket.ts', 'document.title = String(1 as number);');
  write('src/browser/basket.test.ts', 'throw new Error("never built")');
  write('src/ui/tokens.css', ':root { --ink: black }');
  write('src/ui/site.css', '@import "./tokens.css"; body { color: var(--ink) }');
  await bundleAssets(root);
  const folder = join(root, 'dist/assets');
  const read = (name: string) => readFileSync(join(folder, name));
  const manifest = JSON.parse(read('manifest.json').toString());
  expect(Object.keys(manifest).sort()).toEqual([
    'atkinson-hyperlegible-next-latin-wght-normal.woff2',
    'basket.js',
    'site.css',
  ]);
  const style: string = manifest['site.css'];
  expect(style).toMatch(/^site-[A-Z0-9]{8}\.css$/);
  expect(read(style).toString()).toMatch(/--ink: ?black/);
  expect(brotliDecompressSync(read(`${style}.br`))).toEqual(read(style));
  expect(gunzipSync(read(`${style}.gz`))).toEqual(read(style));

  write('src/ui/site.css', 'body { color: red }');
  await bundleAssets(root);
  expect(readdirSync(folder)).not.toContain(style);
  expect(JSON.parse(read('manifest.json').toString())['basket.js']).toBe(manifest['basket.js']);
});

test('compiling the messages does not ask for another build', async () => {
  for (const source of ['messages', 'project.inlang/settings.json', 'build/messages.ts'])
    cpSync(join(repository, source), join(root, source), { recursive: true });
  const before = fingerprintSources(root);
  await promisify(execFile)(process.execPath, [join(root, 'build/messages.ts')]);
  expect(fingerprintSources(root)).toEqual(before);
  // compiling every message takes its time on a loaded machine
}, 120_000);

test('a build is asked for by a change of the sources, not of the tests', () => {
  write('src/main.ts', 'one');
  write('messages/fr/site.json', '{}');
  const first = fingerprintSources(root);
  write('src/main.test.ts', 'a test');
  write('src/paraglide/messages.js', 'made');
  expect(fingerprintSources(root)).toEqual(first);
  write('src/main.ts', 'other');
  const second = fingerprintSources(root);
  expect(second.all).not.toBe(first.all);
  expect(second.messages).toBe(first.messages);
  write('messages/fr/site.json', '{ }');
  expect(fingerprintSources(root).messages).not.toBe(first.messages);
});

test('the last line of a run counts each test, each broken file and each broken hook', async () => {
  write(
    'some.test.ts',
    `import { beforeAll, describe, expect, test } from 'vitest';
     test('passes', () => {});
     test('fails', () => expect(1).toBe(2));
     test.skip('is skipped', () => {});
     describe('broken', () => { beforeAll(() => { throw new Error('no') }); test('never runs', () => {}); });`,
  );
  write('unreadable.test.ts', 'this is no program');
  const summary = join(root, 'summary');
  const reporter = join(repository, 'build/summary-reporter.ts');
  const run = promisify(execFile)(
    process.execPath,
    [
      join(repository, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      root,
      '--reporter',
      reporter,
    ],
    { env: { ...process.env, PALABRE_TEST_SUMMARY: summary } },
  );
  await expect(run).rejects.toMatchObject({ code: 1 });
  expect(readFileSync(summary, 'utf8')).toBe('1 passed, 3 failed, 2 skipped\n');
});
