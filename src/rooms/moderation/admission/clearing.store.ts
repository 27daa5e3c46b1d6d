import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../log.store.ts';
import type { Ground } from '../moderation.ts';
import { changeTrust } from './admission.store.ts';
import type { HeldBatch, HeldText } from './held.ts';

/** Writes what was decided of these texts; whoever was published is trusted a little more. */
export async function closeHeld(
  tx: Tx,
  { organisationId, by }: Act,
  texts: readonly HeldText[],
  outcome: 'published' | 'hidden' | 'gone',
): Promise<void> {
  if (texts.length === 0) return;
  await sql`update watched_text set outcome = ${outcome}, cleared_at = palabre_now(), cleared_by = ${by}
    where organisation_id = ${organisationId} and id = any(${texts.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  if (outcome === 'published')
    await changeTrust(
      tx,
      organisationId,
      texts.map(({ personId }) => personId),
      1,
    );
}

/** A wave of which nothing waits any more is decided as a whole: what joins it later passes, or waits again. */
export async function settleWave(
  tx: Tx,
  organisationId: string,
  { kind, id }: Pick<HeldBatch, 'kind' | 'id'>,
  outcome: 'published' | 'hidden',
): Promise<void> {
  if (kind === 'text') return;
  await sql`update text_wave set outcome = ${outcome} where organisation_id = ${organisationId} and id = ${id}
    and not exists (select from watched_text w where w.organisation_id = ${organisationId} and w.wave_id = ${id}
      and w.held_why is not null and w.outcome is null)`.execute(tx);
}

/** An act upon many texts: a fact for the office, a line with their number for everybody. */
export async function logTexts(
  tx: Tx,
  { organisationId, by }: Act,
  kind: 'published' | 'refused',
  {
    batch,
    texts,
    ground,
  }: { batch: Pick<HeldBatch, 'kind' | 'id'>; texts: readonly HeldText[]; ground?: Ground },
): Promise<void> {
  for (const [targetKind, some] of Map.groupBy(texts, (text) => text.targetKind)) {
    await tx
      .insertInto('moderation_act')
      .values({
        organisation_id: organisationId,
        kind,
        target_kind: targetKind,
        article: ground?.article ?? null,
        article_title: ground?.articleTitle ?? '',
        texts: some.length,
      })
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: `moderation.${kind}`,
      actorId: by,
      subject: { kind: `held-${batch.kind}`, id: batch.id },
      detail: { target: targetKind, texts: some.length },
    });
  }
}

/** A case about one text, as if somebody had reported it: whoever wrote it may appeal as of any other. */
export async function openCaseOf(tx: Tx, organisationId: string, text: HeldText): Promise<string> {
  const { id } = await tx
    .insertInto('moderation_case')
    .values({
      organisation_id: organisationId,
      target_kind: text.targetKind,
      target_id: text.targetId,
      space_id: text.spaceId,
      title: text.title,
      author_id: text.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Published texts of new accounts say nothing any more after a day; those that waited are kept for a month after. */
export async function forgetWatchedTexts(db: Db): Promise<void> {
  await sql`delete from watched_text where (held_why is null and written_at < palabre_now() - interval '1 day')
    or cleared_at < palabre_now() - interval '30 days'`.execute(db);
  await sql`delete from text_mark where written_at < palabre_now() - interval '1 day'`.execute(db);
  await sql`delete from text_wave v where opened_at < palabre_now() - interval '31 days'
    and not exists (select from watched_text w where w.organisation_id = v.organisation_id and w.wave_id = v.id)`.execute(
    db,
  );
  await sql`delete from text_hour where hour < palabre_now() - interval '30 days'`.execute(db);
}
