import { readFile } from 'node:fs/promises';
import { parsePabulib, type ReadPabulib } from '../rooms/tally/index.ts';
import { describePabulibFault } from './pabulib-words.ts';

export type PabulibFile = ReadPabulib | { readonly ok: false; readonly words: string };

const readErrors = new Map([
  ['ENOENT', 'fichier introuvable'],
  ['EISDIR', 'c’est un dossier, pas un fichier'],
  ['EACCES', 'lecture refusée'],
]);

/** Reads a Pabulib file from the disk; whatever is wrong comes back as one line in French. */
export async function readPabulibFile(path: string): Promise<PabulibFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return { ok: false, words: readErrors.get(code) ?? `fichier illisible (${code})` };
  }
  const text = decode(bytes);
  if (text === null)
    return {
      ok: false,
      words: `ligne ${findBrokenLine(bytes)} : le texte n’est pas en UTF-8 (not-utf-8)`,
    };
  const reading = parsePabulib(text);
  return reading.ok ? reading : { ok: false, words: describePabulibFault(reading) };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No character of UTF-8 spans a line end, so the first line that does not decode is the one. */
function findBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
  return line;
}
