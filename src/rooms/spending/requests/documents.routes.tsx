import * as m from '../../../paraglide/messages.js';
import {
  answerFile,
  findFile,
  openStorage,
  readFileSegment,
} from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found, notFound, Refused } from '../../../platform/http/refused.ts';
import { get, mayEverywhere, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { readEuros } from '../../../platform/money/euros.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { findMembership, groupRightOf } from '../../groups/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { removeDocument } from '../document.store.ts';
import { actOf } from '../load.routes.ts';
import { DOCUMENT_KINDS, type DocumentRefusal, isEvidence, sumReceipts } from '../proof.ts';
import { findRequest, listDocuments } from '../request.store.ts';
import { takesDocuments } from '../request.ts';
import type { EditRefusal } from '../request-writing.store.ts';
import { DocumentsPage, KIND_SEGMENTS, type TypedDocument } from './documents.page.tsx';
import { showStep } from './frame.routes.ts';
import { atOf, loadRequest, loadTreasurers, type OwnRequest } from './load.routes.ts';
import { attachPaper } from './paper.store.ts';
import { showDocuments } from './shown.routes.ts';
import { EVIDENCE_TYPES, receivePaper } from './upload.routes.ts';
import { requestProblems } from './words.page.ts';

const EMPTY = { kind: '', title: '', amount: '' };

/** Second step: documents come, go, and are read by those who handle the money (W7, W15). */
export const documentRoutes: readonly Route[] = inMovements([
  get(urls.requestDocuments, 'signed-in', async (visit) => {
    const loaded = await loadRequest(visit);
    if (!loaded.right.handlesMoney || !takesDocuments(loaded.request))
      return seeOther(visit, urls.spendingHistory(atOf(loaded.request)));
    return documentsPage(visit, loaded, EMPTY, {});
  }),

  post(
    urls.requestDocuments,
    'signed-in',
    async (visit) => {
      const loaded = await loadTreasurers(visit);
      const { form, paper, problem } = await receivePaper(visit, 'file');
      const typed = form
        ? {
            kind: form.text('nature'),
            title: form.text('titre').replaceAll(/\s+/g, ' ').trim(),
            amount: form.text('montant'),
          }
        : EMPTY;
      const kind = DOCUMENT_KINDS.find((one) => KIND_SEGMENTS[one] === typed.kind);
      const read = readEuros(typed.amount);
      const amount = kind && isEvidence(kind) && read.ok ? read.cents : null;
      const problems: Problems = {
        ...(form && !kind && { nature: m.requests_problem_document_kind() }),
        ...(form && typed.title === '' && { titre: m.requests_problem_document_title() }),
        ...(kind &&
          isEvidence(kind) &&
          !amount && { montant: m.requests_problem_document_amount() }),
        ...(problem !== null && { file: problem }),
        ...(form && !paper && problem === null && { file: m.requests_file_missing() }),
      };
      if (!kind || !paper || Object.keys(problems).length > 0)
        return documentsPage(visit, loaded, typed, problems);
      const added = await attachPaper(
        visit.db,
        openStorage(visit.config),
        actOf(visit),
        loaded.request.id,
        { written: { kind, title: typed.title, amount }, paper },
      );
      if (added.ok)
        return seeOther(visit, urls.requestDocuments(atOf(loaded.request)), 'request-document');
      const words = requestProblems[added.refusal]();
      const problemAt = { [fieldOf[added.refusal] ?? 'form']: words };
      return documentsPage(visit, loaded, typed, problemAt, added.refusal === 'not-now');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.requestDocumentRemoval, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const { db, params } = visit;
    const id = found(isUuid(params.document) ? params.document : null, 'document');
    const removed = await removeDocument(db, actOf(visit), loaded.request.id, id);
    if (!removed.ok)
      return documentsPage(
        visit,
        loaded,
        EMPTY,
        { form: requestProblems[removed.refusal]() },
        true,
      );
    const notice = 'request-document-removed';
    return seeOther(visit, urls.requestDocuments(atOf(loaded.request)), notice);
  }),

  get(urls.requestFile, 'signed-in', async (visit) => {
    const { db, organisation, params, config, request } = visit;
    const fileId = await loadFile(visit);
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    const asked = readFileSegment(params.file)!;
    return answerFile(request, openStorage(config), file, asked.size);
  }),
]);

/** Papers are read by treasurers and leads of the group and by the desk; the bank's paper by leads not. */
async function loadFile(visit: SignedInVisit<'request' | 'file'>): Promise<string> {
  const { db, organisation, visitor, params } = visit;
  const number = found(readNumber(params.request), 'request');
  const request = found(await findRequest(db, organisation.id, number), 'request');
  const own = await findMembership(db, organisation.id, request.groupId, visitor.id);
  const right = groupRightOf(own);
  const pays = right.handlesMoney || (request.sentAt !== null && mayEverywhere('finance', visitor));
  if (!pays && !right.leads) throw new Refused(403, 'role');
  const asked = found(readFileSegment(params.file), 'file');
  const documents = await listDocuments(db, organisation.id, request.id);
  if (documents.some(({ fileId }) => fileId === asked.fileId)) return asked.fileId;
  if (request.bankDocumentId !== asked.fileId) throw notFound('file');
  if (!pays) throw new Refused(403, 'role');
  return asked.fileId;
}

const fieldOf: Partial<Record<DocumentRefusal | EditRefusal, string>> = {
  'title-missing': 'titre',
  'title-too-long': 'titre',
  'amount-missing': 'montant',
  'same-document': 'file',
  'too-many-documents': 'file',
};

async function documentsPage(
  visit: SignedInVisit,
  loaded: OwnRequest,
  typed: TypedDocument,
  problems: Problems,
  conflict = false,
): Promise<Answer> {
  const { request, documents } = loaded;
  const shown = await showDocuments(visit.db, visit.organisation.id, request, documents);
  return showStep(
    visit,
    loaded,
    problems,
    (frame) => (
      <DocumentsPage
        {...frame}
        documents={shown}
        receipts={sumReceipts(documents, request.timing)}
        typed={typed}
        accept={EVIDENCE_TYPES.join(',')}
      />
    ),
    conflict,
  );
}
