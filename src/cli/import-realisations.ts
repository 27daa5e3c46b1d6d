import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../platform/database/database.ts';
import { withLocale } from '../platform/locale/locale.ts';
import { CSV_MARK } from '../platform/text/csv.ts';
import {
  mappingWords,
  programmeWords,
  reasonWords,
  reportHeadings,
  reportLine,
} from '../rooms/delivery/index.page.ts';
import {
  countNotes,
  endRun,
  findRunUnderWay,
  importProgramme,
  insertRun,
  listNotes,
  type ProgrammeRun,
  readMapping,
  saveMapping,
  startRun,
} from '../rooms/delivery/index.ts';
import { fileProblem } from '../rooms/ideas/index.page.ts';
import { foldWords, readTable } from '../rooms/ideas/index.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import { urls } from '../urls.ts';
import { plain } from './pabulib-words.ts';
import type { Output } from './tally.ts';

const USAGE =
  'usage : palabre import realisations FICHIER.csv --mapping FICHIER.json [--report RAPPORT.csv] [--organisation NOM] [--stop-other]';

/**
 * `palabre import realisations FILE --mapping FILE`: a whole programme, one archived edition for each that the file
 * names. Run again, nothing is there twice and what changed follows the file; killed in the middle, the same command
 * goes on. Exit code 2 with one line when refused: nothing is written.
 */
export async function runImportRealisations(
  args: readonly string[],
  db: Database,
  output: Output,
  { onBatch }: { onBatch?: (run: ProgrammeRun) => void } = {},
): Promise<number> {
  const refuse = (words: string): number => {
    output.err(`palabre import : ${plain(words)}`);
    return 2;
  };
  const request = readRequest(args);
  if (!request) return refuse(USAGE);
  const bytes = await readFile(request.path).catch(() => null);
  if (!bytes) return refuse(`${request.path} : fichier illisible`);
  const read = await readTable(bytes);
  if (!read.ok)
    return refuse(
      `${request.path} : ${withLocale('fr', () => fileProblem(read.refusal, read.rows))}`,
    );
  const json = await readJson(request.mapping);
  if (json === undefined)
    return refuse(`${request.mapping} : ce n’est pas un fichier JSON lisible`);
  const mapping = readMapping(json, read.table.columns, foldWords);
  if (!mapping.ok) {
    const [fault] = mapping.faults as [(typeof mapping.faults)[0]];
    return refuse(
      `${request.mapping}, ${fault.at || 'fichier'} : ${withLocale('fr', mappingWords[fault.refusal])}`,
    );
  }
  const organisation = request.organisation
    ? await findOrganisationBySlug(db, request.organisation)
    : (await listOrganisations(db))[0];
  if (!organisation)
    return refuse(
      request.organisation
        ? `aucune organisation « ${request.organisation} »`
        : 'aucune organisation : créez-en une d’abord (bin/start)',
    );
  const organisationId = organisation.id;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let going = await findRunUnderWay(db, organisationId);
  if (going && going.sha256 !== sha256) {
    if (!request.stopOther)
      return refuse(
        `un autre import est en cours (${going.fileName}) : attendez sa fin, ou ajoutez --stop-other`,
      );
    await endRun(db, going, 'stopped', null);
    going = null;
  }
  const id =
    going?.id ??
    (await insertRun(db, {
      organisationId,
      by: null,
      fileName: basename(request.path),
      sha256,
      table: read.table,
    }));
  if (going) output.out(`Reprise après la ligne ${going.lastRow}.`);
  else {
    await saveMapping(db, { organisationId, id }, mapping.mapping);
    const started = await startRun(db, { organisationId, id }, null, { queued: false });
    if (!started.ok) return refuse('un autre import vient de commencer');
  }
  const ended = await importProgramme(
    db,
    { organisationId, id },
    programmeWords(organisation.defaultLocale),
    onBatch ? { onBatch } : {},
  );
  if (!ended) return refuse('cet import a été arrêté, ou repris par un autre processus');
  for (const line of await describeRun(db, ended)) output.out(line);
  if (request.report) {
    await writeReport(db, ended, request.report);
    output.out(`Rapport : ${request.report}`);
  }
  return 0;
}

async function describeRun(db: Database, run: ProgrammeRun): Promise<string[]> {
  const counts = await countNotes(db, run);
  return [
    `${run.rows} lignes : ${run.added} ajoutées, ${run.changed} changées, ${run.same} inchangées, ${run.refused} écartées.`,
    `${run.odd} cellules à regarder${counts.length > 0 ? ' :' : '.'}`,
    ...counts.map(({ reason, cells }) =>
      withLocale(
        'fr',
        () =>
          `  ${cells} × ${plain(reasonWords[reason].why())} → ${plain(reasonWords[reason].done())}`,
      ),
    ),
    urls.globalDelivery(),
  ];
}

const AT_ONCE = 5000;

async function writeReport(db: Database, run: ProgrammeRun, path: string): Promise<void> {
  const pieces = [CSV_MARK + withLocale('fr', reportHeadings)];
  for (let after: { row: number; position: number } | null = null; ; ) {
    const notes = await listNotes(db, run, after, AT_ONCE);
    const last = notes.at(-1);
    if (!last) break;
    after = { row: last.row, position: last.position };
    pieces.push(withLocale('fr', () => notes.map(reportLine).join('')));
  }
  await writeFile(path, pieces.join(''));
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

interface Request {
  path: string;
  mapping: string;
  report: string | undefined;
  organisation: string | undefined;
  stopOther: boolean;
}

function readRequest(args: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        report: { type: 'string' },
        organisation: { type: 'string' },
        'stop-other': { type: 'boolean', default: false },
      },
    });
    const [format, path] = positionals;
    if (format !== 'realisations' || !path || !values.mapping || positionals.length > 2)
      return null;
    const { mapping, report, organisation } = values;
    return { path, mapping, report, organisation, stopOther: values['stop-other'] };
  } catch {
    return null;
  }
}
