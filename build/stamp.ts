import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

export interface Fingerprints {
  /** Of everything that dist/ is made from. */
  all: string;
  /** Of the messages and of what compiles them. */
  messages: string;
}

const messageSources = ['messages', 'project.inlang/settings.json', 'build/messages.ts'];
const otherSources = ['src', 'bench', 'build', 'package-lock.json', 'tsconfig.json'];

/** Names, sizes and dates of the sources: hardly a file is read, so it takes a few milliseconds. */
export function fingerprintSources(root: string): Fingerprints {
  const messages = fingerprint(root, messageSources);
  return { messages, all: `${messages} ${fingerprint(root, otherSources)}` };
}

export function readStamp(root: string): Fingerprints | null {
  try {
    return JSON.parse(readFileSync(join(root, 'dist/stamp.json'), 'utf8'));
  } catch {
    return null;
  }
}

export function writeStamp(root: string, fingerprints: Fingerprints): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  replaceFile(join(root, 'dist/stamp.json'), JSON.stringify(fingerprints));
}

function fingerprint(root: string, sources: string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) note(hash, join(root, source));
  return hash.digest('hex');
}

function note(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      // The compiled messages are made, not written; tests are never built.
      if (name !== 'paraglide' && !/\.test\.tsx?$/.test(name)) note(hash, join(path, name));
    }
  } else {
    // Compiling writes the settings anew, word for word: their date says nothing.
    const version = path.endsWith('/settings.json') ? readFileSync(path, 'utf8') : found.mtimeMs;
    hash.update(`${path} ${found.size} ${version}\n`);
  }
}
