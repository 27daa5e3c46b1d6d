import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { lockList } from '../list-lock.store.ts';
import { moveOne, type Way } from '../order.ts';
import { listHeadings } from './faq.store.ts';
import { type FaqHeading, MOST_HEADINGS } from './faq.ts';

type Titles = Pick<FaqHeading, 'title' | 'titleEn'>;

/** Adds a heading at the end. One that is called so already is that one: the form sent twice makes one. */
export async function addHeading(
  db: Db,
  act: Act,
  { title, titleEn }: Titles,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'too-many' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'faq');
    const headings = await listHeadings(tx, organisationId);
    const same = headings.find((heading) => heading.title === title);
    if (same) return { ok: true, id: same.id };
    if (headings.length >= MOST_HEADINGS) return { ok: false, refusal: 'too-many' };
    const { id } = await tx
      .insertInto('faq_heading')
      .values({
        organisation_id: organisationId,
        title,
        title_en: titleEn,
        position: sql<number>`(select coalesce(max(position), 0) + 1 from faq_heading
          where organisation_id = ${organisationId})`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell(tx, act, 'faq-heading.added', { id, title });
    return { ok: true, id };
  });
}

export async function renameHeading(
  db: Db,
  act: Act,
  { id, version }: Pick<FaqHeading, 'id' | 'version'>,
  { title, titleEn }: Titles,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('faq_heading')
      .set({ title, title_en: titleEn, version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
    await tell(tx, act, 'faq-heading.renamed', { id, title });
    return { ok: true };
  });
}

/** Changes places with the heading before or after it. */
export async function moveHeading(db: Db, act: Act, heading: FaqHeading, way: Way): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'faq');
    const ids = (await listHeadings(tx, organisationId)).map(({ id }) => id);
    const moved = moveOne(ids, heading.id, way);
    if (!moved) return;
    await sql`update faq_heading h set position = o.position
      from unnest(${moved}::uuid[]) with ordinality o (id, position)
      where h.organisation_id = ${organisationId} and h.id = o.id and h.position <> o.position`.execute(
      tx,
    );
    await tell(tx, act, 'faq-heading.moved', heading);
  });
}

/** Only one that holds no question: the database refuses any other. */
export async function removeHeading(
  db: Db,
  act: Act,
  heading: FaqHeading,
): Promise<{ ok: true } | { ok: false; refusal: 'holds-questions' }> {
  try {
    await inTransaction(db, async (tx) => {
      const gone = await tx
        .deleteFrom('faq_heading')
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', heading.id)
        .returning('id')
        .execute();
      if (gone.length > 0) await tell(tx, act, 'faq-heading.removed', heading);
    });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'faq_entry_of_heading')
      return { ok: false, refusal: 'holds-questions' };
    throw error;
  }
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `faq-heading.${string}`,
  { id, title }: { id: string; title: string },
): Promise<void> {
  const subject = { kind: 'faq-heading', id };
  return recordFact(tx, { organisationId, kind, actorId: by, subject, detail: { title } });
}
