import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { openStorage } from '../../platform/files/index.ts';
import { badRequest, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { urls } from '../../urls.ts';
import { drawnGround, numberedSegment } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { ChangePage, NewVersionPage } from './change.page.tsx';
import { changeDocument, decideAmendment, moveDocument, withdrawDocument } from './change.store.ts';
import { admitDocumentOf } from './contribution.routes.ts';
import { findFolderId, refusedDeposit } from './deposit.routes.tsx';
import { addVersion } from './deposit.store.ts';
import { findVersion } from './document.store.ts';
import type { Document, VersionFile } from './document.ts';
import type { TypedDocument } from './document-form.page.tsx';
import { readDocument, readTyped, typeDocument, versionProblems } from './document-form.routes.ts';
import { listFolders } from './folder.store.ts';
import {
  hasFamily,
  loadDocument,
  loadToChange,
  type SeenDocument,
  writerIn,
} from './place.routes.ts';
import { receiveDocument } from './received.routes.ts';
import { findQuota } from './storage.store.ts';

/** Whoever wrote a document, and the team of its space, change it (R149). */
export const changeRoutes: readonly Route[] = [
  get(urls.documentChange, 'signed-in', async (visit) => {
    const seen = await loadToChange(visit);
    return showChange(visit, seen, typeDocument(seen.document), {});
  }),

  post(urls.documentChange, 'signed-in', async (visit) => {
    const seen = await loadToChange(visit);
    const form = await visit.form();
    const version = readNumber(form.text('version')) ?? 0;
    const typed = readTyped(form);
    const { written, problems } = readDocument(typed, seen.place.component.kind);
    if (!written) return showChange(visit, seen, typed, { problems, version });
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    const changed = await changeDocument(
      db,
      act,
      { id: seen.document.id, version },
      written,
      admitDocumentOf(visit, seen.place.space.id, written.reach),
    );
    if (changed.ok) return back(visit, changed.document, 'document-changed');
    if (changed.refusal === 'too-many-texts')
      return showChange(visit, seen, typed, {
        problems: refusedDeposit('too-many-texts'),
        version,
      });
    if (changed.refusal !== 'changed-meanwhile') throw notFound('document');
    // sent once more, it is what was typed here that counts
    return showChange(visit, { ...seen, document: changed.document }, typed, {
      problems: { form: m.documents_conflict() },
      conflict: true,
    });
  }),

  post(urls.documentMove, 'signed-in', async (visit) => {
    const { document, place } = await loadToChange(visit);
    const { db, organisation, visitor } = visit;
    const folderId = await findFolderId(visit, place, (await visit.form()).text('dossier'));
    const act = { organisationId: organisation.id, by: visitor.id };
    const moved = await moveDocument(db, act, document.id, folderId);
    return back(visit, document, moved ? 'document-moved' : 'document-not-moved');
  }),

  get(urls.documentNewVersion, 'signed-in', async (visit) => {
    const seen = await loadToChange(visit);
    const { db, organisation } = visit;
    const { id, latest } = seen.document;
    const version = await findVersion(db, organisation.id, id, latest);
    const typed = { texte: version?.text ?? '', changement: '' };
    return showNewVersion(visit, seen, typed, { problems: {}, file: null, madeFrom: randomUUID() });
  }),

  post(urls.documentNewVersion, 'signed-in', async (visit) => {
    const seen = await loadToChange(visit);
    const { form, file, problem, madeFrom } = await receiveDocument(visit);
    const typed = readTyped(form);
    const problems = versionProblems(typed, { hasFile: file !== null, isFirst: false });
    if (problem) {
      delete problems.texte;
      problems.fichier = problem;
    }
    if (Object.keys(problems).length > 0)
      return showNewVersion(visit, seen, typed, { problems, file, madeFrom });
    const done = await addVersion(
      visit.db,
      writerIn(visit, seen.place),
      seen.document,
      { file, text: typed.texte, note: typed.changement },
      madeFrom,
      admitDocumentOf(visit, seen.place.space.id, seen.document.reach),
    );
    return done.ok
      ? back(visit, done.document, 'document-version-added')
      : showNewVersion(visit, seen, typed, {
          problems: refusedDeposit(done.refusal),
          file,
          madeFrom,
        });
  }),

  post(urls.documentDecide, 'signed-in', async (visit) => {
    const { document, place } = await loadDocument(visit);
    if (!place.space.isTeam || !place.isInside || !document.amends) throw notFound('document');
    const { db, organisation, visitor } = visit;
    const asked = (await visit.form()).text('suite');
    const state = asked === 'taken' || asked === 'not-taken' ? asked : null;
    if (!state) throw badRequest('suite');
    const act = { organisationId: organisation.id, by: visitor.id };
    await decideAmendment(db, act, document, state);
    return back(visit, document, 'document-amendment-decided');
  }),

  get(urls.documentWithdraw, 'signed-in', async (visit) =>
    askWithdrawal((await loadToChange(visit)).document),
  ),

  post(urls.documentWithdraw, 'signed-in', async (visit) => {
    const { document, place } = await loadToChange(visit);
    const { db, config, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    await withdrawDocument(db, openStorage(config), act, document.id);
    const { space, component } = place;
    return seeOther(
      visit,
      urls.spaceDocuments({ space: space.slug, component: component.slug }),
      'document-withdrawn',
    );
  }),
];

const back = (visit: SignedInVisit, { number, title }: Document, notice: string): Response =>
  seeOther(visit, urls.document({ document: numberedSegment(number, title) }), notice);

async function showChange(
  visit: SignedInVisit,
  { document, place }: SeenDocument,
  typed: TypedDocument,
  shown: { problems?: Problems; version?: number; conflict?: boolean },
): Promise<Answer> {
  const { db, organisation } = visit;
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  const [folders, ground] = await Promise.all([
    listFolders(db, organisation.id, place.component.id),
    shareGround(visit),
  ]);
  const folder = folders.find(({ id }) => id === document.folderId);
  return page({
    title: m.documents_change_title(),
    section: 'participation',
    scripts: document.type === 'solution' ? [MAP_SCRIPT] : [],
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <ChangePage
        document={document}
        kind={place.component.kind}
        typed={{ ...typed, dossier: folder ? String(folder.number) : '' }}
        folders={folders}
        problems={problems}
        version={shown.version ?? document.version}
        conflict={conflict}
        ground={drawnGround(ground)}
        hasFamily={hasFamily(place.space)}
      />
    ),
  });
}

async function showNewVersion(
  { db, organisation, visitor }: SignedInVisit,
  { document, place }: SeenDocument,
  typed: Pick<TypedDocument, 'texte' | 'changement'>,
  { problems, file, madeFrom }: { problems: Problems; file: VersionFile | null; madeFrom: string },
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.documents_new_version_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <NewVersionPage
        document={document}
        file={file}
        typed={typed}
        quota={await findQuota(db, organisation.id, place.space.id, visitor.id)}
        problems={problems}
        madeFrom={madeFrom}
      />
    ),
  });
}

function askWithdrawal(document: Document): Answer {
  const at = { document: document.number };
  return page({
    title: m.documents_withdraw_question(),
    section: 'participation',
    body: (
      <ConfirmPage
        question={m.documents_withdraw_question()}
        form={
          <Form action={urls.documentWithdraw(at)}>
            <SubmitButton kind="danger">{m.documents_withdraw()}</SubmitButton>
          </Form>
        }
        cancelHref={urls.document({ document: numberedSegment(document.number, document.title) })}
        cancelLabel={m.documents_keep()}
      >
        <p>
          <bdi>{document.title}</bdi>
        </p>
        <p>{m.documents_withdraw_words()}</p>
      </ConfirmPage>
    ),
  });
}
