import { createHash } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { receiveFile } from '../../../platform/http/streamed-upload.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { formatList } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { fileProblem } from '../../ideas/index.page.ts';
import { type ReadTable, readTable } from '../../ideas/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { readBounds } from './donation.store.ts';
import { type DonationRun, findColumns, refuseImport } from './donation-file.ts';
import { ImportPage, PreviewPage } from './import.page.tsx';
import { examineFile, type SentFile } from './import.store.ts';
import { DonationRunPage } from './import-run.page.tsx';
import { findRun, listRuns, startRun } from './import-run.store.ts';
import { findSentFile, keepSentFile } from './upload.store.ts';
import { actOf } from './visit.routes.ts';
import { fieldNames, importProblems } from './words.page.ts';

const LARGEST = 5 * 1024 * 1024;
const FILES_AN_HOUR = 60;

/** A file of donations: sent, looked at, imported whole or not at all. */
export const importRoutes: readonly Route[] = inMovements([
  get(urls.donationImport, 'finance', (visit) => importPage(visit)),

  post(
    urls.donationImport,
    'finance',
    async (visit) => {
      const { db, organisation, visitor, config } = visit;
      await countHit(db, { key: `donations:${visitor.id}`, hits: FILES_AN_HOUR, seconds: 3600 });
      const { name, sha256, read } = await receive(visit);
      if (!read.ok) return importPage(visit, { fichier: fileProblem(read.refusal, read.rows) });
      const { columns, rows } = read.table;
      const known = findColumns(columns);
      if (!known.ok) {
        const names = formatList(known.missing.map((field) => `« ${fieldNames[field]()} »`));
        return importPage(visit, { fichier: m.donations_import_columns({ columns: names }) });
      }
      const storage = openStorage(config);
      const id = await keepSentFile(db, storage, organisation.id, {
        fileName: name.slice(0, 200),
        sha256,
        table: { columns, rows },
      });
      return seeOther(visit, urls.donationFile({ file: id }));
    },
    { bodyLimit: LARGEST },
  ),

  get(urls.donationFile, 'finance', async (visit) => {
    const run = await findRun(visit.db, visit.organisation.id, visit.params.file);
    return run ? runPage(visit, run) : previewPage(visit, await loadFile(visit));
  }),

  post(urls.donationFile, 'finance', async (visit) => {
    const { db, organisation, params } = visit;
    const here = urls.donationFile(params);
    // sent twice: it is under way, or done
    if (await findRun(db, organisation.id, params.file)) return seeOther(visit, here);
    const file = await loadFile(visit);
    const examined = await examine(visit, file);
    const refusal = refuseImport(examined);
    if (refusal) return previewPage(visit, file, { form: importProblems[refusal]() });
    const { fileName } = file;
    await startRun(db, actOf(visit), params.file, { fileName, lines: examined.lines.length });
    return seeOther(visit, here);
  }),
]);

async function loadFile({ organisation, config, params }: SignedInVisit<'file'>) {
  const file = await findSentFile(openStorage(config), organisation.id, params.file);
  return found(file, 'donation-file');
}

const examine = (visit: SignedInVisit, file: SentFile) =>
  examineFile(visit.db, visit.organisation.id, (called) => visit.findHolders(called), file);

async function receive({
  request,
}: SignedInVisit): Promise<{ name: string; sha256: string; read: ReadTable }> {
  const pieces: Buffer[] = [];
  let name = '';
  try {
    const upload = await receiveFile(request, LARGEST);
    if (!upload) return { name, sha256: '', read: { ok: false, refusal: 'file-missing' } };
    name = upload.name;
    for await (const piece of upload.bytes) pieces.push(Buffer.from(piece));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { name, sha256: '', read: { ok: false, refusal: 'file-too-large' } };
  }
  const bytes = Buffer.concat(pieces);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, read: await readTable(bytes) };
}

async function importPage(visit: SignedInVisit, problems: Problems = {}): Promise<Answer> {
  const runs = await listRuns(visit.db, visit.organisation.id);
  const isFaulty = Object.keys(problems).length > 0;
  return page({
    title: m.donations_import(),
    section: 'finances',
    ...(isFaulty && { status: 422, faulty: true }),
    body: <ImportPage runs={runs} problems={problems} />,
  });
}

async function previewPage(
  visit: SignedInVisit<'file'>,
  file: SentFile,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, params } = visit;
  const [examined, bounds] = await Promise.all([
    examine(visit, file),
    readBounds(db, organisation.id),
  ]);
  const isFaulty = Object.keys(problems).length > 0;
  return page({
    title: m.donations_preview_title(),
    section: 'finances',
    ...(isFaulty && { status: 422, faulty: true }),
    body: (
      <PreviewPage
        id={params.file}
        fileName={file.fileName}
        examined={examined}
        bounds={bounds}
        problems={problems}
      />
    ),
  });
}

async function runPage(
  { db, organisation }: SignedInVisit<'file'>,
  run: DonationRun,
): Promise<Answer> {
  const isUnderWay = run.endedAt === null;
  const nicknames = await listNicknames(db, organisation.id, [run.askedBy]);
  return page({
    title: m.donations_run_title(),
    section: 'finances',
    passing: isUnderWay,
    ...(isUnderWay && { scripts: ['fresh-part.js'] }),
    body: <DonationRunPage run={run} nickname={nicknames.get(run.askedBy) ?? ''} />,
  });
}
