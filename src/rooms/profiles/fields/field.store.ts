import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type FieldKind, type FieldTexts, MOST_FIELDS, type ProfileField } from './field.ts';

export interface Act {
  organisationId: string;
  by: string;
}

/** In order; those that are closed too. */
export async function listFields(db: Db, organisationId: string): Promise<ProfileField[]> {
  const rows = await db
    .selectFrom('profile_field')
    .select([
      'id',
      'kind',
      'question',
      'question_en',
      'choices',
      'choices_en',
      'bounds',
      'closed_at',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FieldKind,
    question: row.question,
    questionEn: row.question_en,
    choices: row.choices,
    choicesEn: row.choices_en,
    bounds: row.bounds,
    closedAt: row.closed_at,
  }));
}

export const isAsked = ({ closedAt }: ProfileField): boolean => closedAt === null;

/** The day of the last count; null: nothing was counted yet. */
export async function findCountedOn(db: Db, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('profile_field')
    .select(({ fn }) => fn.max('counted_on').as('day'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return (row?.day as string | null | undefined) ?? null;
}

/** Asks one thing more, at the end. `formId`: sent twice, it is one. */
export async function addField(
  db: Db,
  act: Act,
  formId: string,
  texts: FieldTexts,
): Promise<{ ok: true } | { ok: false; refusal: 'too-many' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockFields(tx, organisationId);
    const fields = await listFields(tx, organisationId);
    if (fields.some(({ id }) => id === formId)) return { ok: true };
    if (fields.filter(isAsked).length >= MOST_FIELDS) return { ok: false, refusal: 'too-many' };
    await tx
      .insertInto('profile_field')
      .values({
        organisation_id: organisationId,
        id: formId,
        kind: texts.kind,
        question: texts.question,
        question_en: texts.questionEn,
        choices: [...texts.choices],
        choices_en: [...texts.choicesEn],
        bounds: [...texts.bounds],
        position: sql<number>`(select coalesce(max(position), 0) + 1 from profile_field
          where organisation_id = ${organisationId})`,
      })
      .execute();
    await tell(tx, act, 'profile-field.added', { id: formId, question: texts.question });
    return { ok: true };
  });
}

/** Changes places with the field that is asked before or after it. */
export async function moveField(
  db: Db,
  act: Act,
  field: ProfileField,
  way: 'up' | 'down',
): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockFields(tx, organisationId);
    const asked = (await listFields(tx, organisationId)).filter(isAsked);
    const at = asked.findIndex(({ id }) => id === field.id);
    const other = asked[way === 'up' ? at - 1 : at + 1];
    if (at < 0 || !other) return;
    await sql`update profile_field f set position = o.position from profile_field o
      where f.organisation_id = ${organisationId} and o.organisation_id = f.organisation_id
        and (f.id, o.id) in ((${field.id}::uuid, ${other.id}::uuid), (${other.id}::uuid, ${field.id}::uuid))`.execute(
      tx,
    );
    await tell(tx, act, 'profile-field.moved', field);
  });
}

/** It is asked no more; what was answered stays, with those who answered and in the figures. */
export async function closeField(db: Db, act: Act, field: ProfileField): Promise<void> {
  await inTransaction(db, async (tx) => {
    const closed = await tx
      .updateTable('profile_field')
      .set({ closed_at: sql<Date>`palabre_now()`, closed_by: act.by })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', field.id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (closed) await tell(tx, act, 'profile-field.closed', field);
  });
}

/** One administrator at a time changes the list: its order, how long it is. */
async function lockFields(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profile-fields:${organisationId}`}, 0))`.execute(
    tx,
  );
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `profile-field.${string}`,
  { id, question }: { id: string; question: string },
): Promise<void> {
  const subject = { kind: 'profile-field', id };
  return recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject,
    detail: { title: question },
  });
}
