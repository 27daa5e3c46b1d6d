import { get, post, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { loadCase, showCase } from './case-visit.routes.tsx';
import { findHidingOfCase } from './hiding.store.ts';
import { judge } from './judgement.routes.tsx';
import { answerAppealIn, hideIn, keepIn, restoreIn, warnIn } from './judging.store.ts';
import { countOtherModerators, tellAuthor } from './moderation.mails.ts';
import { liftSuspensionIn, suspendIn } from './suspension.store.ts';

/** Who judges says by which article; what is hidden, told and written in the log is one transaction. */
export const judgingRoutes: readonly Route[] = [
  get(urls.moderationCase, 'moderator', async (visit) => showCase(visit, await loadCase(visit))),

  post(urls.hideContribution, 'moderator', (visit) =>
    judge(
      visit,
      { form: 'hide', article: 'or-request', notice: 'moderation-hidden' },
      async (tx, act, read) => {
        const done = await hideIn(tx, act, visit.params.case, read);
        if (!done.ok) return done;
        const { judged, hidingId } = done;
        await visit.hideContribution(tx, judged.targetKind, judged.targetId, true);
        await tellAuthor(tx, visit, judged, {
          kind: 'hidden',
          ground: read,
          words: read.words,
          hidingId,
        });
        return done;
      },
    ),
  ),

  post(urls.keepContribution, 'moderator', (visit) =>
    judge(visit, { form: 'keep', notice: 'moderation-kept' }, async (tx, act) => {
      const done = await keepIn(tx, act, visit.params.case);
      // only who asked for something waits for an answer
      if (done.ok && done.judged.askedAt)
        await tellAuthor(tx, visit, done.judged, { kind: 'kept', words: '' });
      return done;
    }),
  ),

  post(urls.restoreContribution, 'moderator', (visit) =>
    judge(visit, { form: 'restore', notice: 'moderation-restored' }, async (tx, act, { words }) => {
      const done = await restoreIn(tx, act, visit.params.case, words);
      if (!done.ok) return done;
      const { judged } = done;
      await visit.hideContribution(tx, judged.targetKind, judged.targetId, false);
      await tellAuthor(tx, visit, judged, { kind: 'restored', words });
      return done;
    }),
  ),

  post(urls.answerAppeal, 'moderator', (visit) =>
    judge(
      visit,
      { form: 'answer', words: true, outcome: true, notice: 'moderation-answered' },
      async (tx, act, { words, outcome }) => {
        const { id, authorId, spaceId } = await loadCase(visit);
        const hiding = await findHidingOfCase(tx, act.organisationId, id);
        const besides = [hiding?.hiddenBy ?? null, authorId];
        const done = await answerAppealIn(tx, act, id, {
          outcome,
          words,
          others: await countOtherModerators(tx, act.organisationId, spaceId, besides),
        });
        if (!done.ok) return done;
        const { judged } = done;
        if (outcome === 'lifted')
          await visit.hideContribution(tx, judged.targetKind, judged.targetId, false);
        const kind = outcome === 'lifted' ? 'restored' : 'upheld';
        await tellAuthor(tx, visit, judged, { kind, words });
        return done;
      },
    ),
  ),

  post(urls.warnAuthor, 'moderator', (visit) =>
    judge(
      visit,
      { form: 'warn', article: 'needed', words: true, notice: 'moderation-warned' },
      async (tx, act, read) => {
        const done = await warnIn(tx, act, visit.params.case, read);
        if (done.ok)
          await tellAuthor(tx, visit, done.judged, {
            kind: 'warned',
            ground: read,
            words: read.words,
          });
        return done;
      },
    ),
  ),

  post(urls.suspendAuthor, 'moderator', (visit) =>
    judge(
      visit,
      {
        form: 'suspend',
        article: 'needed',
        words: true,
        days: true,
        notice: 'moderation-suspended',
      },
      async (tx, act, read) => {
        const done = await suspendIn(tx, act, visit.params.case, read);
        if (done.ok) {
          const { words } = read;
          const { until } = done;
          await tellAuthor(tx, visit, done.judged, {
            kind: 'suspended',
            ground: read,
            words,
            until,
          });
        }
        return done;
      },
    ),
  ),

  post(urls.liftSuspension, 'moderator', (visit) =>
    judge(visit, { form: 'lift', notice: 'moderation-lifted' }, async (tx, act) => {
      const judged = await loadCase(visit);
      if (judged.authorId === act.by) return { ok: false, refusal: 'own' };
      await liftSuspensionIn(tx, act, judged.id);
      return { ok: true, judged };
    }),
  ),
];
