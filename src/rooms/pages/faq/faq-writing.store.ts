import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, nextFreeSlug, slugify } from '../../spaces/index.ts';
import { lockList } from '../list-lock.store.ts';
import { moveOne, type Way } from '../order.ts';
import { type FaqEntry, MOST_ENTRIES, type WrittenEntry } from './faq.ts';

type Written = { ok: true } | { ok: false; refusal: 'changed-meanwhile' | 'heading-gone' };

interface Slot {
  id: string;
  slug: string;
  headingId: string;
  madeFrom: string;
}

async function listSlots(tx: Tx, organisationId: string): Promise<Slot[]> {
  const { rows } =
    await sql<Slot>`select id, slug, heading_id as "headingId", made_from as "madeFrom"
    from faq_entry where organisation_id = ${organisationId} order by position, id`.execute(tx);
  return rows;
}

/** Adds a question at the end of its heading, seen by officers only. Sent twice, the form makes one. */
export async function insertEntry(
  db: Db,
  act: Act,
  madeFrom: string,
  written: WrittenEntry,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'too-many' | 'heading-gone' }> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx) => {
      await lockList(tx, organisationId, 'faq');
      const slots = await listSlots(tx, organisationId);
      const made = slots.find((slot) => slot.madeFrom === madeFrom);
      if (made) return { ok: true, id: made.id };
      if (slots.length >= MOST_ENTRIES) return { ok: false, refusal: 'too-many' };
      const taken = new Set(slots.map(({ slug }) => slug));
      const { id } = await tx
        .insertInto('faq_entry')
        .values({
          organisation_id: organisationId,
          slug: nextFreeSlug(taken, slugify(written.question) || 'question'),
          made_from: madeFrom,
          ...rowOf(written),
          position: sql<number>`(select coalesce(max(position), 0) + 1 from faq_entry
            where organisation_id = ${organisationId} and heading_id = ${written.headingId})`,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tell(tx, act, 'faq-entry.written', { id, question: written.question });
      return { ok: true, id };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'faq_entry_of_heading')
      return { ok: false, refusal: 'heading-gone' };
    throw error;
  }
}

const rowOf = ({ headingId, question, answer, questionEn, answerEn }: WrittenEntry) => ({
  heading_id: headingId,
  question,
  answer,
  question_en: questionEn,
  answer_en: answerEn,
});

/** Written from a version that somebody has replaced meanwhile, nothing is. Under another heading it comes last. */
export async function rewriteEntry(
  db: Db,
  act: Act,
  { id, headingId }: Pick<FaqEntry, 'id' | 'headingId'>,
  version: number,
  written: WrittenEntry,
): Promise<Written> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx) => {
      await lockList(tx, organisationId, 'faq');
      const changed = await tx
        .updateTable('faq_entry')
        .set({
          ...rowOf(written),
          version: version + 1,
          ...(headingId !== written.headingId && {
            position: sql<number>`(select coalesce(max(o.position), 0) + 1 from faq_entry o
              where o.organisation_id = ${organisationId} and o.heading_id = ${written.headingId})`,
          }),
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id')
        .executeTakeFirst();
      if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
      await tell(tx, act, 'faq-entry.rewritten', { id, question: written.question });
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'faq_entry_of_heading')
      return { ok: false, refusal: 'heading-gone' };
    throw error;
  }
}

/** Shows a question to everybody, or takes it back; asked twice, it is done once. */
export async function showEntry(db: Db, act: Act, entry: FaqEntry, shown: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('faq_entry')
      .set({
        published_at: shown ? sql<Date>`palabre_now()` : null,
        published_by: shown ? act.by : null,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', entry.id)
      .where('published_at', shown ? 'is' : 'is not', null)
      .returning('id')
      .execute();
    if (changed.length === 0) return;
    await tell(tx, act, shown ? 'faq-entry.published' : 'faq-entry.unpublished', entry);
  });
}

/** Changes places with the question before or after it, under the same heading. */
export async function moveEntry(db: Db, act: Act, entry: FaqEntry, way: Way): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'faq');
    const slots = await listSlots(tx, organisationId);
    const { headingId } = slots.find(({ id }) => id === entry.id) ?? entry;
    const ids = slots.filter((slot) => slot.headingId === headingId).map(({ id }) => id);
    const moved = moveOne(ids, entry.id, way);
    if (!moved) return;
    await sql`update faq_entry e set position = o.position
      from unnest(${moved}::uuid[]) with ordinality o (id, position)
      where e.organisation_id = ${organisationId} and e.id = o.id and e.position <> o.position`.execute(
      tx,
    );
    await tell(tx, act, 'faq-entry.moved', entry);
  });
}

export async function removeEntry(db: Db, act: Act, entry: FaqEntry): Promise<void> {
  await inTransaction(db, async (tx) => {
    const gone = await tx
      .deleteFrom('faq_entry')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', entry.id)
      .returning('id')
      .execute();
    if (gone.length > 0) await tell(tx, act, 'faq-entry.removed', entry);
  });
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `faq-entry.${string}`,
  { id, question }: { id: string; question: string },
): Promise<void> {
  const subject = { kind: 'faq-entry', id };
  return recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject,
    detail: { title: question },
  });
}
