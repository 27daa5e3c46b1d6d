import * as m from '../../../paraglide/messages.js';
import type { Address, ParamNames } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import type { Poll } from '../poll.ts';
import { BatchPage, type BatchProps, batchTitle, MendBatchPage } from './batch.page.tsx';
import { findBatch } from './batch.store.ts';
import { BATCH_LENGTHS, type BatchRefusal, keyingOf } from './batch.ts';
import { recountBatch, removeBatch } from './batch-writing.store.ts';
import { readKeyed, TYPED_LENGTH } from './keyed-ballot.ts';
import { batchRefusalWords, typingWords } from './keyed-words.page.ts';
import { correctBallot, decideBallot, finishKeying, keyBallot, undoLast } from './keying.store.ts';
import { listPointPapers } from './point-paper.store.ts';
import { signBatch } from './signing.store.ts';
import { fieldWords, loadPaper, readCount, urnActOf } from './urn.routes.tsx';

type BatchVisit = SignedInVisit<'edition' | 'batch'>;

/** One batch: keyed by two people who do not see each other's papers, compared, signed (R54, V14). */
export const batchRoutes: readonly Route[] = [
  get(urls.adminUrnBatch, 'officer', (visit) => batchPage(visit, null, {})),

  post(urls.adminUrnBatch, 'officer', async (visit) => {
    const { poll, batch } = await loadBatch(visit);
    const read = await readPaper(visit, poll);
    if (!read.ok) return batchPage(visit, read.typed, { typed: read.words });
    const kept = await keyBallot(visit.db, urnActOf(visit, poll.id), batch.id, read.paper);
    // sent twice, or meanwhile on another screen: the page says how far the pile is
    if (kept.ok || kept.refusal === 'place-moved') return back(visit);
    return batchPage(visit, null, { form: batchRefusalWords[kept.refusal]() });
  }),

  ...gesture(urls.adminUrnUndo, (visit, pollId) =>
    undoLast(visit.db, urnActOf(visit, pollId), visit.params.batch),
  ),
  ...gesture(
    urls.adminUrnFinish,
    (visit, pollId) => finishKeying(visit.db, urnActOf(visit, pollId), visit.params.batch),
    () => 'batch-finished',
  ),

  post(urls.adminUrnCompare, 'officer', async (visit) => {
    const { poll, batch } = await loadBatch(visit);
    const read = await readPaper(visit, poll);
    if (!read.ok) return batchPage(visit, read.typed, { typed: read.words });
    const act = urnActOf(visit, poll.id);
    const settle = keyingOf(batch, act.by) ? correctBallot : decideBallot;
    const settled = await settle(visit.db, act, batch.id, read.paper);
    // settled by the other a moment ago: there is nothing left to do
    if (settled.ok || settled.refusal === 'no-difference-there') return back(visit);
    return batchPage(visit, null, { form: batchRefusalWords[settled.refusal]() });
  }),

  ...gesture(
    urls.adminUrnSign,
    (visit, pollId) =>
      signBatch(visit.db, visit.config, urnActOf(visit, pollId), visit.params.batch),
    ({ entered }) => (entered ? 'batch-entered' : 'batch-signed-once'),
  ),

  get(urls.adminUrnRecount, 'officer', async (visit) => {
    const { batch } = await loadBatch(visit);
    return mendPage(visit, String(batch.declared), {});
  }),

  post(urls.adminUrnRecount, 'officer', async (visit) => {
    const { poll, batch } = await loadBatch(visit);
    const typed = (await visit.form()).text('declared');
    const declared = readCount(typed);
    if (!(declared >= 1 && declared <= BATCH_LENGTHS.declared))
      return mendPage(visit, typed, { declared: fieldWords.declared() });
    const act = urnActOf(visit, poll.id);
    const recounted = await recountBatch(visit.db, act, batch.id, declared);
    if (recounted.ok) return back(visit, 'batch-recounted');
    const field = recounted.refusal === 'count-differs' ? 'declared' : 'form';
    return mendPage(visit, typed, { [field]: batchRefusalWords[recounted.refusal]() });
  }),

  post(urls.adminUrnRemove, 'officer', async (visit) => {
    const { edition, poll, batch } = await loadBatch(visit);
    const removed = await removeBatch(visit.db, urnActOf(visit, poll.id), batch.id);
    if (removed.ok || removed.refusal === 'batch-gone')
      return seeOther(visit, urls.adminPollUrn({ edition: edition.slug }), 'batch-removed');
    return batchPage(visit, null, { form: batchRefusalWords[removed.refusal]() });
  }),
];

/** A button of the batch's page: done, the page is shown again; refused, it says why. */
function gesture<P extends string, T>(
  address: Address<P> & (ParamNames<P> extends 'edition' | 'batch' ? unknown : never),
  perform: (
    visit: BatchVisit,
    pollId: string,
  ) => Promise<({ ok: true } & T) | { ok: false; refusal: BatchRefusal }>,
  notice?: (done: T) => string,
): Route[] {
  const handle = async (visit: BatchVisit): Promise<Answer> => {
    const { poll } = await loadBatch(visit);
    const done = await perform(visit, poll.id);
    if (done.ok) return back(visit, notice?.(done));
    return batchPage(visit, null, { form: batchRefusalWords[done.refusal]() });
  };
  return [post(address, 'officer', handle as never)];
}

function back(visit: BatchVisit, notice?: string) {
  const { edition, batch } = visit.params;
  return seeOther(visit, urls.adminUrnBatch({ edition, batch }), notice);
}

/** The batch of the address, of this poll and organisation. */
async function loadBatch(visit: BatchVisit) {
  const loaded = await loadPaper(visit);
  const key = { organisationId: visit.organisation.id, pollId: loaded.poll.id };
  const batch = found(await findBatch(visit.db, key, visit.params.batch), 'batch');
  return { ...loaded, batch };
}

type ReadPaper =
  | { ok: true; paper: { place: number; typed: string } }
  | { ok: false; typed: BatchProps['typed']; words: string };

async function readPaper(visit: BatchVisit, poll: Poll): Promise<ReadPaper> {
  const form = await visit.form();
  const typed = form.text('typed');
  const place = readCount(form.text('place'));
  const read = readKeyed(poll, typed);
  return read.ok
    ? { ok: true, paper: { place, typed } }
    : {
        ok: false,
        typed: { place, words: typed.slice(0, TYPED_LENGTH) },
        words: typingWords(read, poll),
      };
}

async function batchPage(visit: BatchVisit, typed: BatchProps['typed'], problems: Problems) {
  const { edition, poll, batch, open } = await loadBatch(visit);
  const people = [
    ...batch.keyings.map(({ personId }) => personId),
    ...batch.decisions.map(({ by }) => by),
  ];
  const [nicknames, points] = await Promise.all([
    listNicknames(visit.db, visit.organisation.id, [...new Set(people)]),
    listPointPapers(visit.db, visit.organisation.id, poll),
  ]);
  const point = points.find(({ pointId }) => pointId === batch.pointId) ?? { name: null };
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: batchTitle(batch),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <BatchPage
        {...{ edition, poll, batch, point, nicknames, open, typed, problems }}
        reader={visit.visitor.id}
      />
    ),
  });
}

async function mendPage(visit: BatchVisit, typed: string, problems: Problems) {
  const { edition, batch } = await loadBatch(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.urn_mend_title({ number: batch.number }),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <MendBatchPage {...{ edition, batch, typed, problems }} />,
  });
}
