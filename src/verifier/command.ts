/**
 * The command line: `verify BUNDLE.zip`. The only part that knows Node, and only once it is called, so
 * that the same file also runs in a browser.
 */
import type { Check, Report, Words } from './report.ts';
import { type Asked, verifyBundle } from './verify.ts';
import { Unusable } from './zip.ts';

/** Where the command writes: a line each time. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

interface Request extends Asked {
  path: string;
  json: boolean;
  english: boolean;
}

/** Exit codes: 0 all is well, 1 faults were found, 2 it could not be checked, or was asked wrongly. */
export async function runVerify(
  args: readonly string[],
  output: Output = { out: console.log, err: console.error },
  name = 'node verify.mjs',
): Promise<number> {
  const refuse = (words: string) => {
    output.err(`${name} : ${words.replace(/\p{C}/gu, ' ')}`);
    return 2;
  };
  const request = await readRequest(args);
  if (!request) return refuse(usage(name));
  const { path, json, english, ...asked } = request;
  const { readFile } = await import('node:fs/promises');
  let archive: Uint8Array;
  try {
    archive = await readFile(path);
  } catch (error) {
    return refuse(`${path} ne se lit pas (${(error as { code?: string }).code ?? 'erreur'})`);
  }
  let report: Report;
  try {
    report = await verifyBundle(archive, asked);
  } catch (error) {
    // whatever a forged file may do, it never passes for a verdict
    if (!(error instanceof Unusable)) return refuse(`erreur inattendue : ${error}`);
    return refuse(english ? error.words_en : error.message);
  }
  if (json) output.out(JSON.stringify(report));
  else for (const line of writeReport(report, english)) output.out(line);
  return { sound: 0, faults: 1, incomplete: 2 }[report.verdict];
}

const usage = (name: string) =>
  `usage : ${name} PAQUET.zip [--receipt LIGNE_OU_CODE]… [--key CLÉ] [--manifest-hash EMPREINTE] [--full] [--json] [--lang fr|en]`;

async function readRequest(args: readonly string[]): Promise<Request | null> {
  const { parseArgs } = await import('node:util');
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        receipt: { type: 'string', multiple: true, default: [] },
        key: { type: 'string' },
        'manifest-hash': { type: 'string' },
        full: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'fr' },
      },
    });
    const [path] = positionals;
    const { lang, key, 'manifest-hash': manifestHash } = values;
    if (path === undefined || positionals.length > 1 || (lang !== 'fr' && lang !== 'en'))
      return null;
    return {
      path,
      json: values.json,
      english: lang === 'en',
      full: values.full,
      receipts: values.receipt,
      ...(key !== undefined && { key }),
      ...(manifestHash !== undefined && { manifestHash: manifestHash.toLowerCase() }),
    };
  } catch {
    return null;
  }
}

/** Every check with its mark, the faults under it, and what all of it comes to. */
function* writeReport(report: Report, english: boolean): Iterable<string> {
  const say = (words: Words) => (english ? words.words_en : words.words);
  yield `${report.title ?? '?'} (${report.ballots ?? '?'} ${english ? 'ballots' : 'bulletins'})`.replace(
    /\p{C}/gu,
    ' ',
  );
  for (const check of report.checks) {
    yield `${markOf(check)} ${say(check)}`;
    for (const entry of check.entries)
      yield `    ${entry.id}${entry.about === null ? '' : ` ${entry.about}`}: ${say(entry)}`.replace(
        /\p{Cc}/gu,
        ' ',
      );
  }
  for (const note of report.notes) yield `– ${say(note)}`;
  yield say(VERDICTS[report.verdict]);
}

const markOf = ({ ok }: Check) => (ok === null ? '?' : ok ? '✓' : '✗');

const VERDICTS: Record<Report['verdict'], Words> = {
  sound: {
    words: 'Tout est juste : rien n’a été changé, et le résultat est celui de ces bulletins.',
    words_en: 'All is well: nothing was changed, and the result is that of these ballots.',
  },
  faults: {
    words:
      'Des fautes ont été trouvées : ce paquet, ou le résultat qu’il annonce, n’est pas fidèle.',
    words_en: 'Faults were found: this bundle, or the result that it announces, is not faithful.',
  },
  incomplete: {
    words: 'Rien de faux n’a été trouvé, mais tout n’a pas pu être vérifié.',
    words_en: 'Nothing wrong was found, but not everything could be checked.',
  },
};
