import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type IdeaOfMeeting, RELATIONS, type Relation } from './links.ts';

/** Ideas linked to an event, those that came out of it first; what is hidden is left out. */
export async function listIdeasOfMeeting(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<IdeaOfMeeting[]> {
  const { rows } = await sql<IdeaOfMeeting>`
    select i.id, i.number, i.title, i.edition_id as "boardId", l.relation
    from idea_meeting l
    join idea i on i.organisation_id = l.organisation_id and i.id = l.idea_id and i.hidden_at is null
    where l.organisation_id = ${organisationId} and l.meeting_id = ${meetingId}
    order by l.relation, i.edition_id, i.number`.execute(db);
  return rows;
}

/** Events that an idea is linked to, in the order in which it was. */
export async function listMeetingsOfIdea(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<{ meetingId: string; relation: Relation }[]> {
  const { rows } = await sql<{ meetingId: string; relation: Relation }>`
    select meeting_id as "meetingId", relation from idea_meeting
    where organisation_id = ${organisationId} and idea_id = ${ideaId}
    order by linked_at, meeting_id limit 20`.execute(db);
  return rows;
}

/** Links ideas to an event; those that were are linked as said here. Gives how many changed. */
async function linkIdeasToMeeting(
  tx: Tx,
  organisationId: string,
  {
    meetingId,
    ideaIds,
    by,
    relation = 'came-out',
  }: {
    meetingId: string;
    ideaIds: readonly string[];
    /** null: a seed. */
    by: string | null;
    relation?: Relation;
  },
): Promise<number> {
  const { rows } = await sql`
    insert into idea_meeting (organisation_id, meeting_id, idea_id, relation, linked_by)
    select ${organisationId}, ${meetingId}, id, ${relation}, ${by}
    from unnest(${[...ideaIds]}::uuid[]) as u (id) order by id
    on conflict on constraint idea_meeting_once do update
      set relation = excluded.relation, linked_by = excluded.linked_by, linked_at = palabre_now()
      where idea_meeting.relation <> excluded.relation
    returning idea_id`.execute(tx);
  return rows.length;
}

/**
 * Settles how some ideas stand with an event: null unlinks. Ideas of other boards than those given, and what is hidden, are
 * left as they are.
 */
export async function settleIdeasOfMeeting(
  db: Database,
  organisationId: string,
  meeting: { id: string; title: string; boardIds: readonly string[]; by: string },
  settled: ReadonlyMap<string, Relation | null>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from idea
      where organisation_id = ${organisationId} and id = any(${[...settled.keys()]}::uuid[])
        and edition_id = any(${[...meeting.boardIds]}::uuid[]) and hidden_at is null`.execute(tx);
    const known = rows.map(({ id }) => id);
    const of = (relation: Relation | null) => known.filter((id) => settled.get(id) === relation);
    let changed = 0;
    for (const relation of RELATIONS)
      changed += await linkIdeasToMeeting(tx, organisationId, {
        meetingId: meeting.id,
        ideaIds: of(relation),
        by: meeting.by,
        relation,
      });
    const { rows: unlinked } = await sql`delete from idea_meeting
      where organisation_id = ${organisationId} and meeting_id = ${meeting.id}
        and idea_id = any(${of(null)}::uuid[]) returning idea_id`.execute(tx);
    if (changed + unlinked.length === 0) return;
    await recordFact(tx, {
      organisationId,
      kind: 'meeting.ideas-linked',
      actorId: meeting.by,
      subject: { kind: 'meeting', id: meeting.id },
      detail: { title: meeting.title, linked: changed, unlinked: unlinked.length },
    });
  });
}

/** Notes which event a draft came out of; one that was begun without any, or is published, stays as it was. */
export async function noteMeetingOfDraft(
  db: Db,
  organisationId: string,
  draftId: string,
  meetingId: string,
): Promise<void> {
  await sql`update idea_draft set meeting_id = ${meetingId}
    where organisation_id = ${organisationId} and id = ${draftId} and published_idea_id is null and held_at is null`.execute(
    db,
  );
}

/** In the transaction that publishes a draft: the idea came out of the event that the draft was begun from. */
export async function linkToMeeting(
  tx: Tx,
  organisationId: string,
  draftId: string,
  ideaId: string,
): Promise<void> {
  await sql`insert into idea_meeting (organisation_id, meeting_id, idea_id, relation, linked_by)
    select organisation_id, meeting_id, ${ideaId}, 'came-out', person_id from idea_draft
    where organisation_id = ${organisationId} and id = ${draftId} and meeting_id is not null
    on conflict on constraint idea_meeting_once do nothing`.execute(tx);
}
