/**
 * Compiles messages/{fr,en}/*.json into typed functions in src/paraglide.
 * Fails when nothing came out: the compiler itself exits 0 when its plugin could not be loaded.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
execFileSync(
  `${root}node_modules/.bin/paraglide-js`,
  [
    'compile',
    '--project',
    './project.inlang',
    '--outdir',
    './src/paraglide',
    '--silent',
    '--strategy',
    'baseLocale',
    '--output-structure',
    'locale-modules',
  ],
  { cwd: root, stdio: 'inherit' },
);
const compiled = readFileSync(`${root}src/paraglide/messages/_index.js`, 'utf8');
if (!compiled.includes('site_languages')) throw new Error('The messages compiled to nothing.');
