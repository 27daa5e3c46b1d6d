/**
 * Compiles messages/{fr,en}/*.json into typed functions in src/paraglide.
 * Fails when nothing came out: the compiler itself exits 0 when its plugin could not be loaded.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

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

// Making plural rules costs a hundred times their use: the compiled function makes them anew at each call.
const registry = `${root}src/paraglide/registry.js`;
const made = readFileSync(registry, 'utf8');
const once = made.replace(
  'return new Intl.PluralRules(locale, options).select(Number(input))',
  'return (rules[locale] ??= new Intl.PluralRules(locale)).select(Number(input))',
);
if (once === made) throw new Error('The compiled plural rules look otherwise than expected.');
writeFileSync(registry, `${once}\nconst rules = {};\n`);
