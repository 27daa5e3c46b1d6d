import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { findCase } from './case.store.ts';
import { findAppeal, findHidingOfCase } from './hiding.store.ts';
import { type Act, logAct } from './log.store.ts';
import {
  type Ground,
  type Hiding,
  type JudgementRefusal,
  type ModerationCase,
  refuseAnswerer,
  refuseJudge,
} from './moderation.ts';

export type Judgement<More = object> =
  | ({ ok: true; judged: ModerationCase } & More)
  | { ok: false; refusal: JudgementRefusal };

const refuse = (refusal: JudgementRefusal) => ({ ok: false, refusal }) as const;

/** The case, held until the transaction ends: of two who judge at once, the second is told what the first did. */
async function hold(tx: Tx, { organisationId, by }: Act, caseId: string): Promise<Judgement> {
  const judged = await findCase(tx, organisationId, caseId, true);
  if (!judged) return refuse('gone');
  const own = refuseJudge(judged, by);
  return own ? refuse(own) : { ok: true, judged };
}

const close = (tx: Tx, { organisationId, by }: Act, id: string, outcome: 'kept' | 'hidden') =>
  sql`update moderation_case set closed_at = palabre_now(), closed_by = ${by}, outcome = ${outcome}
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx);

/** Whoever asks takes the contribution itself out of sight in the same transaction. */
export async function hideIn(
  tx: Tx,
  act: Act,
  caseId: string,
  ground: Ground & { words: string },
): Promise<Judgement<{ hidingId: string }>> {
  const held = await hold(tx, act, caseId);
  if (!held.ok) return held;
  const { judged } = held;
  if (judged.closedAt) return refuse('already-judged');
  // only its author's own request needs no article
  if (ground.article === null && !judged.askedAt) return refuse('article-missing');
  const { id } = await tx
    .insertInto('hiding')
    .values({
      organisation_id: act.organisationId,
      case_id: caseId,
      target_kind: judged.targetKind,
      target_id: judged.targetId,
      article: ground.article,
      article_title: ground.articleTitle,
      words: ground.words,
      hidden_by: act.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await close(tx, act, caseId, 'hidden');
  await logAct(tx, act, 'hidden', judged, ground);
  return { ok: true, judged, hidingId: id };
}

/** Nothing is wrong with it: the case is closed, and what was reported stays. */
export async function keepIn(tx: Tx, act: Act, caseId: string): Promise<Judgement> {
  const held = await hold(tx, act, caseId);
  if (!held.ok) return held;
  if (held.judged.closedAt) return refuse('already-judged');
  await close(tx, act, caseId, 'kept');
  await logAct(tx, act, 'kept', held.judged);
  return held;
}

/** What was hidden is seen again. */
export async function restoreIn(
  tx: Tx,
  act: Act,
  caseId: string,
  words: string,
): Promise<Judgement<{ hiding: Hiding }>> {
  const held = await hold(tx, act, caseId);
  if (!held.ok) return held;
  const hiding = await findHidingOfCase(tx, act.organisationId, caseId);
  if (!hiding || hiding.liftedAt) return refuse('not-hidden');
  await lift(tx, act, hiding.id, words);
  // an appeal that nobody answered is answered by that
  await sql`update appeal set answered_by = ${act.by}, answered_at = palabre_now(), outcome = 'lifted', answer = ${words}
    where organisation_id = ${act.organisationId} and hiding_id = ${hiding.id} and answered_at is null`.execute(
    tx,
  );
  await logAct(tx, act, 'restored', held.judged, hiding);
  return { ok: true, judged: held.judged, hiding };
}

const lift = (tx: Tx, { organisationId, by }: Act, hidingId: string, words: string) =>
  sql`update hiding set lifted_at = palabre_now(), lifted_by = ${by}, lifted_words = ${words}
    where organisation_id = ${organisationId} and id = ${hidingId}`.execute(tx);

/** `others`: how many more could answer, whoever judged and whoever wrote it apart. */
export async function answerAppealIn(
  tx: Tx,
  act: Act,
  caseId: string,
  answer: { outcome: 'upheld' | 'lifted'; words: string; others: number },
): Promise<Judgement<{ hiding: Hiding }>> {
  const held = await hold(tx, act, caseId);
  if (!held.ok) return held;
  const hiding = await findHidingOfCase(tx, act.organisationId, caseId);
  const appeal = hiding && (await findAppeal(tx, act.organisationId, hiding.id));
  if (!hiding || !appeal) return refuse('no-appeal');
  if (appeal.answeredAt) return refuse('already-judged');
  const same = refuseAnswerer(hiding, act.by, answer.others);
  if (same) return refuse(same);
  await sql`update appeal set answered_by = ${act.by}, answered_at = palabre_now(), outcome = ${answer.outcome},
      answer = ${answer.words}
    where organisation_id = ${act.organisationId} and hiding_id = ${hiding.id}`.execute(tx);
  if (answer.outcome === 'lifted') await lift(tx, act, hiding.id, answer.words);
  await logAct(tx, act, answer.outcome === 'lifted' ? 'restored' : 'upheld', held.judged, hiding);
  return { ok: true, judged: held.judged, hiding };
}

/** One warning a case. */
export async function warnIn(
  tx: Tx,
  act: Act,
  caseId: string,
  ground: Ground & { words: string },
): Promise<Judgement<{ personId: string }>> {
  const held = await hold(tx, act, caseId);
  if (!held.ok) return held;
  const { authorId } = held.judged;
  if (!authorId) return refuse('no-author');
  if (ground.article === null) return refuse('article-missing');
  const warned = await tx
    .insertInto('warning')
    .values({
      organisation_id: act.organisationId,
      case_id: caseId,
      person_id: authorId,
      article: ground.article,
      article_title: ground.articleTitle,
      words: ground.words,
      warned_by: act.by,
    })
    .onConflict((conflict) => conflict.constraint('warning_once').doNothing())
    .returning('case_id')
    .executeTakeFirst();
  if (!warned) return refuse('already-warned');
  await logAct(tx, act, 'warned', held.judged, ground);
  return { ok: true, judged: held.judged, personId: authorId };
}
