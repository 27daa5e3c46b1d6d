import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { LinkedIdea } from './links.ts';

/** Notes which need a draft answers; one that was begun without any, or from another need, stays as it was. */
export async function noteNeedOfDraft(
  db: Db,
  organisationId: string,
  draftId: string,
  needId: string,
): Promise<void> {
  await sql`update idea_draft set need_id = ${needId}
    where organisation_id = ${organisationId} and id = ${draftId} and published_idea_id is null and held_at is null`.execute(
    db,
  );
}

/** In the transaction that publishes a draft: the idea leads to the need that the draft was begun from (R181). */
export async function linkToNeed(
  tx: Tx,
  organisationId: string,
  draftId: string,
  ideaId: string,
): Promise<void> {
  await sql`insert into idea_need (organisation_id, idea_id, need_id)
    select organisation_id, ${ideaId}, need_id from idea_draft
    where organisation_id = ${organisationId} and id = ${draftId} and need_id is not null`.execute(
    tx,
  );
}

/** The need that an idea answers, and the ideas that answer it where it is one itself; what is hidden is left out. */
export async function findNeedLinks(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<{ need: LinkedIdea | null; answers: LinkedIdea[] }> {
  const { rows } = await sql<LinkedIdea & { isNeed: boolean }>`
    select i.id, i.number, i.title, i.edition_id as "boardId", l.is_need as "isNeed"
    from (
      select need_id as id, true as is_need from idea_need
        where organisation_id = ${organisationId} and idea_id = ${ideaId}
      union all
      select idea_id, false from idea_need
        where organisation_id = ${organisationId} and need_id = ${ideaId}
    ) l
    join idea i on i.organisation_id = ${organisationId} and i.id = l.id and i.hidden_at is null
    order by i.published_at, i.number limit 100`.execute(db);
  return {
    need: rows.find(({ isNeed }) => isNeed) ?? null,
    answers: rows.filter(({ isNeed }) => !isNeed),
  };
}
