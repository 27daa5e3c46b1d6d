import { sql } from 'kysely';
import { type Database, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { imports } from './import.store.ts';
import type { IdeaImport, UndoRefusal } from './import.ts';

export type Undoing =
  | { ok: true; removed: number }
  | { ok: false; refusal: UndoRefusal; inUse: number };

/** `Room.releaseIdeas` of the rooms above. */
export type Release = (
  tx: Tx,
  organisationId: string,
  ideaIds: readonly string[],
) => Promise<readonly string[]>;

/** Thrown so that what was let go of before is kept after all. */
class IdeasHeld extends Error {
  readonly ideas: number;
  constructor(ideas: number) {
    super();
    this.ideas = ideas;
  }
}

/**
 * Takes back all that an import added, as if it had not been, while nobody supports any of it or works on it: whatever
 * room holds one of these ideas by a key of its own keeps them all.
 */
export async function undoImport(
  db: Database,
  run: Pick<IdeaImport, 'organisationId' | 'editionId' | 'id'>,
  by: string,
  release: Release,
): Promise<Undoing> {
  const { organisationId, editionId, id } = run;
  const refuse = (refusal: UndoRefusal, inUse = 0) => ({ ok: false as const, refusal, inUse });
  try {
    return await db.transaction().execute(async (tx): Promise<Undoing> => {
      const found = await imports(tx, organisationId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!found?.ended_at) return refuse('not-ended');
      if (found.undone_at) return refuse('already-undone');
      const { rows: ideas } = await sql<{ id: string; category_id: string; support_count: number }>`
        select i.id, i.category_id, i.support_count from idea i
        join idea_import_entry e on e.organisation_id = i.organisation_id and e.idea_id = i.id
        where e.organisation_id = ${organisationId} and e.import_id = ${id} order by i.id
        -- their own rooms may still write about them, and are seen below; whoever supports one waits
        for no key update of i`.execute(tx);
      if (ideas.length === 0) return refuse('nothing-to-undo');
      const supported = ideas.filter(({ support_count }) => support_count > 0).length;
      if (supported > 0) return refuse('ideas-supported', supported);
      const ids = ideas.map((idea) => idea.id);
      const held = new Set([
        ...(await release(tx, organisationId, ids)),
        ...(await listDismissed(tx, organisationId, ids)),
      ]);
      if (held.size > 0) throw new IdeasHeld(held.size);
      await deleteIdeas(tx, organisationId, ids);
      await sql`update idea_tally t set ideas = t.ideas - n.ideas
        from (select category_id, count(*)::int as ideas
          from unnest(${ideas.map((idea) => idea.category_id)}::uuid[]) as c (category_id) group by category_id
          union all select null, ${ids.length}::int) n
        where t.organisation_id = ${organisationId} and t.edition_id = ${editionId}
          and t.category_id is not distinct from n.category_id`.execute(tx);
      await tx
        .updateTable('idea_import')
        .set({ undone_at: sql<Date>`palabre_now()`, undone_by: by })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await recordFact(tx, {
        organisationId,
        kind: 'idea-import.undone',
        actorId: by,
        subject: { kind: 'idea-import', id },
        detail: { editionId, title: found.file_name, removed: ids.length },
      });
      return { ok: true, removed: ids.length };
    });
  } catch (error) {
    if (error instanceof IdeasHeld) return refuse('ideas-in-use', error.ideas);
    // 23503: some row of another room names one of them
    if (
      (error as { code?: string }).code === '23503' ||
      violatedConstraint(error)?.endsWith('_fkey')
    )
      return refuse('ideas-in-use');
    throw error;
  }
}

/** Ideas that somebody said are not the same as another. */
async function listDismissed(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<string[]> {
  const these = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select i.id from similar_dismissal d cross join lateral (values (d.idea_low), (d.idea_high)) i (id)
    where d.organisation_id = ${organisationId} and i.id = ${these}
      and (d.idea_low = ${these} or d.idea_high = ${these})`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What this room itself holds about them goes first. */
async function deleteIdeas(tx: Tx, organisationId: string, ids: readonly string[]): Promise<void> {
  const these = sql`any(${[...ids]}::uuid[])`;
  const at = sql`organisation_id = ${organisationId}`;
  await sql`delete from similar_pair where ${at} and (idea_low = ${these} or idea_high = ${these})`.execute(
    tx,
  );
  for (const table of [
    'idea_comparison',
    'idea_support_change',
    'idea_import_entry',
    'idea_origin',
  ])
    await sql`delete from ${sql.table(table)} where ${at} and idea_id = ${these}`.execute(tx);
  await sql`delete from idea where ${at} and id = ${these}`.execute(tx);
}
