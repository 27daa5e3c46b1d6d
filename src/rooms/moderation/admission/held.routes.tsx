import type { Tx } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { listArticles } from '../articles.store.ts';
import { hideIn } from '../judging.store.ts';
import type { Act } from '../log.store.ts';
import { tellAuthor } from '../moderation.mails.ts';
import { type Ground, QUEUE_SLUGS, readGround } from '../moderation.ts';
import { FIELDS } from '../reporting.page.tsx';
import { scopeOf } from '../scope.routes.ts';
import { isSuspended } from '../suspension.store.ts';
import { holdNewcomers } from './admission.store.ts';
import { closeHeld, logTexts, openCaseOf, settleWave } from './clearing.store.ts';
import { CONFIRMED, HeldBatchPage } from './held.page.tsx';
import {
  type ClearingRefusal,
  type HeldBatch,
  type HeldText,
  PUBLISHED_AT_ONCE,
  ROUNDS,
  refuseClearing,
} from './held.ts';
import { clearingWords, titleOfBatch } from './held-words.page.ts';
import { type Asker, findHeldBatch, takeHeld } from './queue.store.ts';

type HeldVisit = SignedInVisit<'held'>;
type Kind = HeldBatch['kind'];

/** What new accounts wrote and waits: read, then published or not, a text or a whole wave in one act. */
export const heldRoutes: readonly Route[] = [
  get(urls.heldText, 'moderator', (visit) => showBatch(visit, 'text')),
  get(urls.heldWave, 'moderator', (visit) => showBatch(visit, 'wave')),
  post(urls.publishHeldText, 'moderator', (visit) => publish(visit, 'text')),
  post(urls.publishHeldWave, 'moderator', (visit) => publish(visit, 'wave')),
  post(urls.hideHeldText, 'moderator', (visit) => hide(visit, 'text')),
  post(urls.hideHeldWave, 'moderator', (visit) => hide(visit, 'wave')),
];

const askerOf = ({ visitor }: HeldVisit): Asker => ({
  scope: scopeOf(visitor),
  moderatorId: visitor.id,
});
const queueAddress = () => urls.moderation({ etat: QUEUE_SLUGS.held });
const backToQueue = (visit: HeldVisit, notice: string) => seeOther(visit, queueAddress(), notice);

async function loadBatch(visit: HeldVisit, kind: Kind) {
  const { db, organisation, params } = visit;
  if (!isUuid(params.held)) throw notFound('held');
  return findHeldBatch(db, organisation.id, { kind, id: params.held }, askerOf(visit));
}

async function showBatch(
  visit: HeldVisit,
  kind: Kind,
  refusal: ClearingRefusal | null = null,
): Promise<Answer> {
  const { db, organisation } = visit;
  const loaded = await loadBatch(visit, kind);
  // somebody else was quicker, or it never was there for them: the queue says what is
  if (!loaded) return backToQueue(visit, 'moderation-texts-cleared');
  const { batch, samples } = loaded;
  const people = samples.map(({ personId }) => personId);
  const field = refusal === 'article-missing' ? FIELDS.article : 'form';
  return page({
    title: titleOfBatch(batch),
    ...(refusal && { status: refusal === 'more-texts' ? 409 : 422, faulty: true }),
    body: (
      <HeldBatchPage
        batch={batch}
        samples={samples}
        nicknames={await listNicknames(db, organisation.id, people)}
        articles={await listArticles(db, organisation)}
        problems={refusal ? { [field]: clearingWords[refusal]() } : {}}
      />
    ),
  });
}

async function publish(visit: HeldVisit, kind: Kind): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const loaded = await loadBatch(visit, kind);
  const typed = (await visit.form()).text(CONFIRMED);
  const confirmed = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  const refusal = refuseClearing(loaded?.batch ?? null, { outcome: 'published', confirmed });
  if (refusal || !loaded) return showBatch(visit, kind, refusal);
  const by = { organisationId: organisation.id, by: visitor.id };
  let left = confirmed;
  for (let round = 0; round < ROUNDS && left > 0; round += 1) {
    const most = Math.min(left, PUBLISHED_AT_ONCE);
    const taken = await db
      .transaction()
      .execute((tx) => publishSome(visit, tx, by, loaded.batch, most));
    left = taken < most ? 0 : left - taken;
  }
  if (left > 0) return seeOther(visit, addressOf(loaded.batch), 'moderation-texts-left');
  return backToQueue(visit, 'moderation-texts-published');
}

const addressOf = ({ kind, id }: Pick<HeldBatch, 'kind' | 'id'>) =>
  kind === 'wave' ? urls.heldWave({ held: id }) : urls.heldText({ held: id });

async function publishSome(
  visit: HeldVisit,
  tx: Tx,
  by: Act,
  batch: HeldBatch,
  most: number,
): Promise<number> {
  const { organisationId } = by;
  await holdNewcomers(tx, organisationId);
  const texts = await takeHeld(tx, organisationId, batch, askerOf(visit), most);
  const published: HeldText[] = [];
  const gone: HeldText[] = [];
  for (const text of texts) {
    // whoever was suspended meanwhile publishes nothing
    const isPublished =
      !(await isSuspended(tx, organisationId, text.personId)) &&
      (await visit.releaseContribution(tx, text.targetKind, text.targetId));
    (isPublished ? published : gone).push(text);
  }
  await closeHeld(tx, by, published, 'published');
  await closeHeld(tx, by, gone, 'gone');
  await refuseAll(visit, tx, gone);
  await settleWave(tx, organisationId, batch, 'published');
  await logTexts(tx, by, 'published', { batch, texts: published });
  return texts.length;
}

async function hide(visit: HeldVisit, kind: Kind): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const loaded = await loadBatch(visit, kind);
  const typed = (await visit.form()).text(FIELDS.article);
  const ground = readGround(typed, await listArticles(db, organisation), false);
  const hasArticle = ground !== undefined;
  const refusal = refuseClearing(loaded?.batch ?? null, { outcome: 'hidden', hasArticle });
  if (refusal || !loaded || !ground) return showBatch(visit, kind, refusal);
  const by = { organisationId: organisation.id, by: visitor.id };
  await db.transaction().execute((tx) => hideAll(visit, tx, by, { batch: loaded.batch, ground }));
  return backToQueue(visit, 'moderation-texts-refused');
}

/** Whoever wrote them finds it said in place. */
async function refuseAll(visit: HeldVisit, tx: Tx, texts: readonly HeldText[]): Promise<void> {
  for (const [kind, some] of Map.groupBy(texts, ({ targetKind }) => targetKind))
    await visit.refuseContributions(
      tx,
      kind,
      some.map(({ targetId }) => targetId),
    );
}

/** Of many, whatever came meanwhile too. */
const MOST = 100_000;

async function hideAll(
  visit: HeldVisit,
  tx: Tx,
  by: Act,
  { batch, ground }: { batch: HeldBatch; ground: Ground },
): Promise<void> {
  const { organisationId } = by;
  await holdNewcomers(tx, organisationId);
  const texts = await takeHeld(tx, organisationId, batch, askerOf(visit), MOST);
  await closeHeld(tx, by, texts, 'hidden');
  await settleWave(tx, organisationId, batch, 'hidden');
  await refuseAll(visit, tx, texts);
  if (batch.kind === 'wave') return logTexts(tx, by, 'refused', { batch, texts, ground });
  // of one text its author is told, and may appeal
  for (const text of texts) {
    const caseId = await openCaseOf(tx, organisationId, text);
    const done = await hideIn(tx, by, caseId, { ...ground, words: '' });
    if (done.ok)
      await tellAuthor(tx, visit, done.judged, {
        kind: 'hidden',
        ground,
        words: '',
        hidingId: done.hidingId,
      });
  }
}
