import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { replaceFile } from './replace-file.ts';

/** `src/main.ts` → `dist/main.js`, and so on. Packages stay in node_modules: some of them are native. */
export async function bundleServer(root: string): Promise<void> {
  const entries = ['main', 'cli', 'tally-worker', 'reading-worker'].map((name) =>
    join(root, 'src', `${name}.ts`),
  );
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.filter((path) => existsSync(path)),
    outdir: join(root, 'dist'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    write: false,
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const file of outputFiles) replaceFile(file.path, file.contents);
}
