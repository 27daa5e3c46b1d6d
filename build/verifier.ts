import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { replaceFile } from './replace-file.ts';

const BANNER = `// Palabre: the independent verifier of a published poll, in one file. AGPL-3.0-or-later.
//   node verify.mjs URNE.zip [--receipt …] [--key …] [--manifest-hash …] [--full] [--json] [--lang fr|en]
// Node 20 or later; the same file runs in the browser. Its sources are src/verifier, and fflate (MIT) to unzip.`;

/** `src/verifier/main.ts` → `dist/verify.mjs`: one file that needs no other, left readable. */
export async function bundleVerifier(root: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/verifier/main.ts')],
    outfile: join(root, 'dist/verify.mjs'),
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    target: 'es2022',
    format: 'esm',
    charset: 'utf8',
    banner: { js: BANNER },
    write: false,
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const file of outputFiles) replaceFile(file.path, file.contents);
}
