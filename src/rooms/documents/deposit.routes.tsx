import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { drawnGround, numberedSegment } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { admitDocumentOf } from './contribution.routes.ts';
import { DepositPage, depositTitle } from './deposit.page.tsx';
import { type DepositRefusal, depositDocument } from './deposit.store.ts';
import { findDocument } from './document.store.ts';
import {
  type Document,
  type DocumentType,
  mayDeposit,
  TYPES_OF,
  type VersionFile,
} from './document.ts';
import type { TypedDocument } from './document-form.page.tsx';
import { emptyDocument, readDocument, readTyped, versionProblems } from './document-form.routes.ts';
import { listFolders } from './folder.store.ts';
import { hasFamily, loadToDeposit, type Place, writerIn } from './place.routes.ts';
import { receiveDocument } from './received.routes.ts';
import { findQuota } from './storage.store.ts';
import { quotaProblems } from './words.page.ts';

/** Whoever is inside adds a document to a component (R149, R150). */
export const depositRoutes: readonly Route[] = [
  get(urls.depositDocument, 'signed-in', async (visit) => {
    const place = await loadToDeposit(visit);
    const folder = visit.url.searchParams.get('dossier') ?? '';
    const amended = await findAmended(visit, place, visit.url.searchParams.get('amende') ?? '');
    const typed = {
      ...emptyDocument(place.component.kind),
      dossier: folder,
      ...(amended && { type: 'amendment', amende: String(amended.number) }),
    };
    return showDeposit(visit, place, typed, { problems: {}, file: null, madeFrom: randomUUID() });
  }),

  post(urls.depositDocument, 'signed-in', async (visit) => {
    const place = await loadToDeposit(visit);
    const { form, file, problem, madeFrom } = await receiveDocument(visit);
    const typed = readTyped(form);
    const amended = await findAmended(visit, place, typed.amende);
    const { written, problems } = readDocument(typed, place.component.kind);
    Object.assign(problems, versionProblems(typed, { hasFile: file !== null, isFirst: true }));
    // a file that is not taken is what is wrong, and not that there is none
    if (problem) {
      delete problems.texte;
      problems.fichier = problem;
    }
    const shown = { problems, file, madeFrom };
    if (!written || Object.keys(problems).length > 0)
      return showDeposit(visit, place, typed, shown);
    const { db } = visit;
    const done = await depositDocument(
      db,
      writerIn(visit, place),
      {
        componentId: place.component.id,
        folderId: await findFolderId(visit, place, typed.dossier),
      },
      written,
      { file, text: typed.texte, note: '' },
      madeFrom,
      amended ? { amends: amended.id } : {},
      admitDocumentOf(visit, place.space.id, written.reach),
    );
    if (!done.ok)
      return showDeposit(visit, place, typed, {
        ...shown,
        problems: refusedDeposit(done.refusal),
      });
    const { number, title } = done.document;
    return seeOther(
      visit,
      urls.document({ document: numberedSegment(number, title) }),
      'document-deposited',
    );
  }),
];

/** What a form proposes to change: a text of this very component; null: nothing. */
async function findAmended(
  { db, organisation }: SignedInVisit,
  { component }: Place,
  typed: string,
): Promise<Document | null> {
  const number = readNumber(typed);
  const document = number && (await findDocument(db, organisation.id, { number }));
  const isThere = document && document.componentId === component.id && !document.withdrawnAt;
  return isThere && (document.type === 'statutes' || document.type === 'position')
    ? document
    : null;
}

/** The folder of a form, by its number; null: in none, or one that is not there any more. */
export async function findFolderId(
  { db, organisation }: SignedInVisit,
  { component }: Place,
  typed: string,
): Promise<string | null> {
  const number = readNumber(typed);
  const folders = number === null ? [] : await listFolders(db, organisation.id, component.id);
  return folders.find((folder) => folder.number === number)?.id ?? null;
}

/** What a refusal of the store says, beside its field. */
export function refusedDeposit(refusal: DepositRefusal): Problems {
  switch (refusal) {
    case 'not-found':
      throw notFound('component');
    case 'space-full':
    case 'person-full':
      return { fichier: quotaProblems[refusal]() };
    case 'upload-gone':
      return { fichier: m.documents_problem_upload_gone() };
    case 'not-open':
      return { form: m.documents_problem_not_open() };
    case 'suspended':
      return { form: m.documents_problem_suspended() };
    case 'too-many-texts':
      return { form: m.documents_problem_new_account() };
  }
}

/** Types that somebody may add to a component. */
const typesFor = ({ space, component }: Place): DocumentType[] =>
  TYPES_OF[component.kind].filter((type) =>
    mayDeposit({ isTeam: space.isTeam, isMember: true, isOpen: true }, type),
  );

interface Shown {
  problems: Problems;
  file: VersionFile | null;
  madeFrom: string;
}

async function showDeposit(
  visit: SignedInVisit,
  place: Place,
  typed: TypedDocument,
  { problems, file, madeFrom }: Shown,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { space, component } = place;
  const faulty = Object.keys(problems).length > 0;
  const [beside, folders, quota, ground] = await Promise.all([
    showBeside(visit, space, component),
    listFolders(db, organisation.id, component.id),
    findQuota(db, organisation.id, space.id, visitor.id),
    shareGround(visit),
  ]);
  const title = typed.amende ? m.documents_amend_title() : depositTitle(component.kind);
  return page({
    title,
    section: 'participation',
    scripts: component.kind === 'solutions' ? [MAP_SCRIPT] : [],
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositPage
        space={space}
        component={component}
        beside={beside}
        title={title}
        action={urls.depositDocument({ space: space.slug, component: component.slug })}
        typed={typed}
        types={typed.amende ? ['amendment'] : typesFor(place)}
        file={file}
        folders={folders}
        quota={quota}
        problems={problems}
        madeFrom={madeFrom}
        ground={drawnGround(ground)}
        hasFamily={hasFamily(space)}
        submit={m.documents_deposit_submit()}
      />
    ),
  });
}
