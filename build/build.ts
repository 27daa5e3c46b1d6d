/**
 * Makes dist/: the server, the command line and the verifier in one file each, the browser's files under
 * dist/assets.
 * `--if-changed` does only what the sources ask for; `--is-current` does nothing and answers by its code.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Fingerprints, fingerprintSources, readStamp, writeStamp } from './stamp.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = new Set(process.argv.slice(2));
const now = fingerprintSources(root);
const before = options.size > 0 ? readStamp(root) : null;

if (options.has('--is-current')) process.exit(isCurrent(before, now) ? 0 : 1);
if (!isCurrent(before, now)) await build();

function isCurrent(one: Fingerprints | null, other: Fingerprints): boolean {
  return one?.all === other.all && existsSync(`${root}src/paraglide/messages.js`);
}

async function build(): Promise<void> {
  const begun = performance.now();
  if (before?.messages !== now.messages || !existsSync(`${root}src/paraglide/messages.js`)) {
    console.error('Compilation des messages… / Compiling the messages…');
    execFileSync(process.execPath, [`${root}build/messages.ts`], { stdio: ['ignore', 2, 2] });
  }
  // Loaded only here: looking whether something changed must stay quick.
  const { bundleServer } = await import('./server.ts');
  const { bundleAssets } = await import('./assets.ts');
  const { bundleVerifier } = await import('./verifier.ts');
  try {
    await bundleServer(root);
    await bundleAssets(root);
    await bundleVerifier(root);
  } catch (error) {
    // esbuild has already shown where and why.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    console.error('La construction a échoué. / The build failed.');
    process.exit(1);
  }
  writeStamp(root, now);
  console.error(`Construit en / built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
