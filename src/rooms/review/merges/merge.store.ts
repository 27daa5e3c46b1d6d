import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Member, Merge, MergeState } from './merge.ts';

const MERGES_A_PAGE = 30;

const inState: Record<MergeState, ReturnType<typeof sql<boolean>>> = {
  proposed: sql<boolean>`m.id is not null and m.outcome is null`,
  accepted: sql<boolean>`m.outcome = 'accepted' and m.undone_at is null`,
  declined: sql<boolean>`m.outcome = 'declined'`,
  withdrawn: sql<boolean>`m.outcome = 'withdrawn'`,
  undone: sql<boolean>`m.undone_at is not null`,
};

/** Merges of an edition, the newest first, 30 a page, those proposed before the merge `before`. */
export async function listMerges(
  db: Db,
  organisationId: string,
  editionId: string,
  { state = null, before = null }: { state?: MergeState | null; before?: string | null } = {},
): Promise<{ merges: Merge[]; next: string | null }> {
  const edge = sql`(select proposed_at from merge where organisation_id = ${organisationId} and id = ${before}::uuid)`;
  const rows = await readMerges(
    db,
    organisationId,
    sql`m.edition_id = ${editionId} ${state ? sql`and ${inState[state]}` : sql``}
      and (${before}::uuid is null or m.proposed_at < ${edge} or (m.proposed_at = ${edge} and m.id > ${before}::uuid))`,
    MERGES_A_PAGE + 1,
  );
  const merges = rows.slice(0, MERGES_A_PAGE);
  return { merges, next: rows.length > merges.length ? merges.at(-1)!.id : null };
}

export async function countMerges(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Record<MergeState, number>> {
  return (await countMergesOfEditions(db, organisationId, [editionId])).get(editionId)!;
}

/** The same of many editions in one query: all of them are in the answer. */
export async function countMergesOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, Record<MergeState, number>>> {
  const count = (state: MergeState) => sql`count(*) filter (where ${inState[state]})::int`;
  const { rows } = await sql<Record<MergeState, number> & { id: string }>`
    select e.id, ${count('proposed')} as proposed, ${count('accepted')} as accepted, ${count('declined')} as declined,
      ${count('withdrawn')} as withdrawn, ${count('undone')} as undone
    from unnest(${[...editionIds]}::uuid[]) as e (id)
    left join merge m on m.organisation_id = ${organisationId} and m.edition_id = e.id
    group by e.id`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export async function findMerge(db: Db, organisationId: string, id: string): Promise<Merge | null> {
  // as text: what an address holds may be no id at all
  return (await readMerges(db, organisationId, sql`m.id::text = ${id}`, 1))[0] ?? null;
}

/** The merge that each of these ideas stands in now, proposed or accepted; by idea. */
export async function findMergesOf(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, Merge>> {
  if (ideaIds.length === 0) return new Map();
  const merges = await readMerges(
    db,
    organisationId,
    sql`m.id in (select b.merge_id from merge_member b where b.organisation_id = ${organisationId}
      and b.live and b.idea_id = any(${[...ideaIds]}::uuid[]))`,
    ideaIds.length,
  );
  return new Map(
    merges.flatMap((merge) => merge.members.map(({ ideaId }) => [ideaId, merge] as const)),
  );
}

/** Ideas of an edition that stand in a merge now: not to be suggested again. */
export async function listMergedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.idea_id as id from merge_member b
    join merge m on m.organisation_id = b.organisation_id and m.id = b.merge_id
    where b.organisation_id = ${organisationId} and b.live and m.edition_id = ${editionId}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function readMerges(
  db: Db,
  organisationId: string,
  where: ReturnType<typeof sql>,
  limit: number,
): Promise<Merge[]> {
  const { rows } = await sql<Merge & { members: (Member & { answeredAt: string | null })[] }>`
    select m.id, m.edition_id as "editionId", m.title, m.words, m.lead_idea_id as "leadIdeaId",
      m.answer_by as "answerBy", m.proposed_at as "proposedAt", m.outcome, m.settled_at as "settledAt",
      m.undone_at as "undoneAt", m.undo_reason as "undoReason",
      (select jsonb_agg(jsonb_build_object('ideaId', b.idea_id, 'answer', b.answer, 'answeredAt', b.answered_at,
          'isRelayed', b.is_relayed, 'words', b.words) order by b.idea_id <> m.lead_idea_id, b.idea_id)
        from merge_member b where b.organisation_id = m.organisation_id and b.merge_id = m.id) as members
    from merge m where m.organisation_id = ${organisationId} and ${where}
    order by m.proposed_at desc, m.id limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    members: row.members.map((member) => ({
      ...member,
      answeredAt: member.answeredAt === null ? null : new Date(member.answeredAt),
    })),
  }));
}
