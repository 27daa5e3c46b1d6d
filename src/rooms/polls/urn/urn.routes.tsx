import * as m from '../../../paraglide/messages.js';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { listSetAside } from '../box/withdrawal.store.ts';
import { listBatches } from './batch.store.ts';
import { BATCH_LENGTHS, type BatchField, checkBatch } from './batch.ts';
import { openBatch } from './batch-writing.store.ts';
import { batchRefusalWords } from './keyed-words.page.ts';
import { closingTitle, PointClosingPage } from './point-closing.page.tsx';
import { closePoint, listPointPapers, reopenPoint } from './point-paper.store.ts';
import { type TypedBatch, UrnPage } from './urn.page.tsx';

export const fieldWords: Record<BatchField, () => string> = {
  point: m.urn_problem_point,
  urn: () => m.urn_problem_urn({ most: BATCH_LENGTHS.urn }),
  number: () => m.urn_problem_number({ most: BATCH_LENGTHS.number }),
  declared: () => m.urn_problem_declared({ most: BATCH_LENGTHS.declared }),
};

/** « Dépouillement du papier »: points, batches, and what must be said before the sealing. */
export const urnRoutes: readonly Route[] = [
  get(urls.adminPollUrn, 'officer', (visit) => urnPage(visit, nothingTyped, {})),

  post(urls.adminPollUrn, 'officer', async (visit) => {
    const { edition, poll } = await loadPaper(visit);
    const form = await visit.form();
    const typed: TypedBatch = {
      point: form.text('point'),
      urn: form.text('urn'),
      number: form.text('number'),
      declared: form.text('declared'),
    };
    const batch = {
      pointId: typed.point,
      urn: typed.urn,
      number: typed.number,
      declared: readCount(typed.declared),
    };
    const points = await listPointPapers(visit.db, visit.organisation.id, poll);
    const wrong = checkBatch(batch);
    if (!points.some(({ pointId }) => pointId === typed.point)) wrong.unshift('point');
    if (wrong.length > 0)
      return urnPage(
        visit,
        typed,
        Object.fromEntries(wrong.map((field) => [field, fieldWords[field]()])),
      );
    const opened = await openBatch(visit.db, urnActOf(visit, poll.id), batch);
    if (opened.ok)
      return seeOther(
        visit,
        urls.adminUrnBatch({ edition: edition.slug, batch: opened.id }),
        'batch-opened',
      );
    const field = opened.refusal === 'batch-number-taken' ? 'number' : 'form';
    return urnPage(visit, typed, { [field]: batchRefusalWords[opened.refusal]() });
  }),

  get(urls.adminUrnPoint, 'officer', (visit) => closingPage(visit, '', {})),

  post(urls.adminUrnPoint, 'officer', async (visit) => {
    const { edition, poll } = await loadPaper(visit);
    const { point } = await loadPointPaper(visit);
    const reason = (await visit.form()).text('reason');
    const act = urnActOf(visit, poll.id);
    const closed = await closePoint(visit.db, act, poll, point.pointId, reason);
    if (closed.ok)
      return seeOther(visit, urls.adminPollUrn({ edition: edition.slug }), 'vote-point-closed');
    const field = closed.refusal.startsWith('reason-') ? 'reason' : 'form';
    return closingPage(visit, reason, { [field]: batchRefusalWords[closed.refusal]() });
  }),

  post(urls.adminUrnReopen, 'officer', async (visit) => {
    const { edition, poll } = await loadPaper(visit);
    const { point } = await loadPointPaper(visit);
    const reopened = await reopenPoint(visit.db, urnActOf(visit, poll.id), point.pointId);
    if (reopened.ok)
      return seeOther(visit, urls.adminPollUrn({ edition: edition.slug }), 'vote-point-reopened');
    return urnPage(visit, nothingTyped, { form: batchRefusalWords[reopened.refusal]() });
  }),
];

const nothingTyped: TypedBatch = { point: '', urn: '1', number: '', declared: '' };

/** NaN for what is no whole number. */
export function readCount(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

export function urnActOf({ organisation, visitor }: SignedInVisit, pollId: string) {
  return { organisationId: organisation.id, pollId, by: visitor.id };
}

/** The poll of the address, where one may vote on paper; there is no such page for any other. */
export async function loadPaper(visit: SignedInVisit<'edition'>) {
  const loaded = await loadPoll(visit);
  const poll = found(loaded.poll, 'poll');
  if (poll.settings.paper === 'none' || poll.imported) throw notFound('paper');
  return { edition: loaded.edition, poll, open: loaded.state === 'closed' };
}

export async function loadPointPaper(visit: SignedInVisit<'edition' | 'point'>) {
  const { edition, poll, open } = await loadPaper(visit);
  const points = await listPointPapers(visit.db, visit.organisation.id, poll);
  const point = found(
    points.find(({ pointId }) => pointId === visit.params.point),
    'vote-point',
  );
  return { edition, poll, point, open };
}

async function urnPage(visit: SignedInVisit<'edition'>, typed: TypedBatch, problems: Problems) {
  const { edition, poll, open } = await loadPaper(visit);
  const key = { organisationId: visit.organisation.id, pollId: poll.id };
  const [points, batches, setAside] = await Promise.all([
    listPointPapers(visit.db, key.organisationId, poll),
    listBatches(visit.db, key),
    listSetAside(visit.db, key),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.urn_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <UrnPage {...{ edition, poll, points, batches, setAside, open, typed, problems }} />,
  });
}

async function closingPage(
  visit: SignedInVisit<'edition' | 'point'>,
  typed: string,
  problems: Problems,
) {
  const { edition, point } = await loadPointPaper(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: closingTitle(point),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <PointClosingPage {...{ edition, point, typed, problems }} />,
  });
}
