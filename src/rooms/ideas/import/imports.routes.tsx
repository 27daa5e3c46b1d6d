import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { receiveFile } from '../../../platform/http/streamed-upload.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { type Edition, findPhase, isOpen } from '../../spaces/index.ts';
import { mayEnter } from '../entry/entry.ts';
import { insertImport, listImports } from './import.store.ts';
import { LARGEST_TABLE } from './import.ts';
import { ImportsPage } from './imports.page.tsx';
import { type ReadTable, readTable } from './table-file.store.ts';
import { fileProblem } from './words.page.ts';

const FILES_AN_HOUR = 60;

/** Files of ideas of an edition, and one more. */
export const importsRoutes: readonly Route[] = [
  get(urls.adminIdeaImports, 'officer', async (visit) =>
    importsPage(visit, await findOfficeEdition(visit)),
  ),

  post(
    urls.adminIdeaImports,
    'officer',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const edition = await findOfficeEdition(visit);
      if (!(await isOpenToImports(visit, edition))) return importsPage(visit, edition);
      await countHit(db, { key: `idea-file:${visitor.id}`, hits: FILES_AN_HOUR, seconds: 3600 });
      const received = await receive(visit);
      if (!received.read.ok) {
        const { refusal, rows } = received.read;
        return importsPage(visit, edition, fileProblem(refusal, rows));
      }
      const of = { organisationId: organisation.id, editionId: edition.id };
      const id = await insertImport(db, of, visitor.id, received.name, received.read.table);
      return seeOther(visit, urls.adminIdeaImport({ edition: edition.slug, import: id }));
    },
    { bodyLimit: LARGEST_TABLE },
  ),
];

async function receive({ request }: SignedInVisit): Promise<{ name: string; read: ReadTable }> {
  const pieces: Uint8Array[] = [];
  let name = '';
  try {
    const upload = await receiveFile(request, LARGEST_TABLE);
    if (!upload) return { name, read: { ok: false, refusal: 'file-missing' } };
    name = upload.name;
    for await (const piece of upload.bytes) pieces.push(Buffer.from(piece));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { name, read: { ok: false, refusal: 'file-too-large' } };
  }
  return { name, read: await readTable(Buffer.concat(pieces)) };
}

/** As for any idea entered by an officer: during the collection and the days of grace after it. */
export async function isOpenToImports({ db }: SignedInVisit, edition: Edition): Promise<boolean> {
  const now = await readNow(db);
  const ended = findPhase(edition, 'collection')?.endsAt;
  return mayEnter({
    collectionOpen: isOpen(edition, 'collection', now),
    isOfficer: edition.openedAt !== null && edition.archivedAt === null,
    daysSinceEnd: ended && ended <= now ? (now.getTime() - ended.getTime()) / 86_400_000 : null,
  });
}

async function importsPage(visit: SignedInVisit, edition: Edition, problem?: string) {
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  return page({
    title: m.imports_title(),
    section: 'admin',
    ...(problem && { status: 422, faulty: true }),
    body: (
      <ImportsPage
        edition={edition}
        open={await isOpenToImports(visit, edition)}
        imports={await listImports(visit.db, of)}
        problems={problem ? { fichier: problem } : {}}
      />
    ),
  });
}
