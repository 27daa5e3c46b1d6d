import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Channel, Message, Side } from './thread.ts';

/** Of one idea, within its organisation and edition. */
export interface About {
  organisationId: string;
  editionId: string;
  ideaId: string;
}

const MESSAGES_SHOWN = 30;

/** The newest messages of a thread, oldest first, before the message `before`. */
export async function listMessages(
  db: Db,
  { organisationId, ideaId }: About,
  channel: Channel,
  before: string | null = null,
): Promise<{ messages: Message[]; older: string | null }> {
  const edge = sql`(select written_at from thread_message
    where organisation_id = ${organisationId} and id = ${before}::uuid)`;
  const { rows } = await sql<Message>`
    select m.id, m.channel, m.side, m.department_id as "departmentId", m.written_by as "writtenBy",
      m.is_relayed as "isRelayed", m.body, m.written_at as "writtenAt",
      array(select t.person_id from thread_mention t
        where t.organisation_id = m.organisation_id and t.message_id = m.id) as mentioned
    from thread_message m
    where m.organisation_id = ${organisationId} and m.idea_id = ${ideaId} and m.channel = ${channel}
      and (${before}::uuid is null or m.written_at < ${edge} or (m.written_at = ${edge} and m.id > ${before}::uuid))
    order by m.written_at desc, m.id limit ${MESSAGES_SHOWN + 1}`.execute(db);
  const shown = rows.slice(0, MESSAGES_SHOWN);
  return {
    messages: shown.toReversed(),
    older: rows.length > shown.length ? shown.at(-1)!.id : null,
  };
}

export interface NewMessage {
  channel: Channel;
  side: Side;
  departmentId: string | null;
  by: string;
  isRelayed: boolean;
  body: string;
  mentioned: readonly string[];
}

export async function insertMessage(
  tx: Tx,
  { organisationId, editionId, ideaId }: About,
  message: NewMessage,
): Promise<string> {
  const { id } = await tx
    .insertInto('thread_message')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      idea_id: ideaId,
      channel: message.channel,
      side: message.side,
      department_id: message.departmentId,
      written_by: message.by,
      is_relayed: message.isRelayed,
      body: message.body,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (message.mentioned.length > 0)
    await tx
      .insertInto('thread_mention')
      .values(
        message.mentioned.map((person_id) => ({
          organisation_id: organisationId,
          message_id: id,
          person_id,
        })),
      )
      .execute();
  await recordFact(tx, {
    organisationId,
    kind: `${message.channel}.written`,
    actorId: message.by,
    subject: { kind: 'idea', id: ideaId },
    detail: { editionId, side: message.side },
  });
  return id;
}

/** How many messages each thread of an idea holds, and when the newest was written. */
export async function countMessages(
  db: Db,
  { organisationId, ideaId }: About,
): Promise<Map<Channel, { count: number; newest: Date; side: Side }>> {
  const { rows } = await sql<{ channel: Channel; count: number; newest: Date; side: Side }>`
    select channel, count(*)::int as count, max(written_at) as newest,
      (array_agg(side order by written_at desc, id))[1] as side
    from thread_message where organisation_id = ${organisationId} and idea_id = ${ideaId}
    group by channel`.execute(db);
  return new Map(rows.map(({ channel, ...rest }) => [channel, rest]));
}

const UNANSWERED_A_PAGE = 50;

/** The newest message of each exchange of these editions, where its holder wrote it: somebody waits for an answer. */
const selectUnanswered = (organisationId: string, editionIds: readonly string[]) => sql`
  from (select distinct on (idea_id) edition_id as "editionId", idea_id as "ideaId", written_at as since, side,
      (extract(epoch from written_at) * 1000000)::bigint as instant
    from thread_message
    where organisation_id = ${organisationId} and edition_id = any(${[...editionIds]}::uuid[])
      and channel = 'exchange'
    order by idea_id, written_at desc, id) newest
  where side = 'holder'`;

/** Ideas whose holder waits for an answer, the longest waiting first, 50 a page, after what `after` names. */
export async function listUnanswered(
  db: Db,
  organisationId: string,
  editionId: string,
  after: string | null = null,
): Promise<{ waiting: { ideaId: string; since: Date }[]; next: string | null }> {
  // an instant and an idea, not a row: the one that ended a page may be answered before the next is asked for
  const [, instant, ideaId] = /^(\d{1,17})_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  const { rows } = await sql<{ ideaId: string; since: Date; instant: string }>`
    select "ideaId", since, instant::text as instant ${selectUnanswered(organisationId, [editionId])}
      and (${instant ?? null}::bigint is null
        or (instant, "ideaId"::text) > (${instant ?? null}::bigint, ${ideaId ?? null}::text))
    order by instant, "ideaId"::text limit ${UNANSWERED_A_PAGE + 1}`.execute(db);
  const shown = rows.slice(0, UNANSWERED_A_PAGE);
  const last = shown.at(-1);
  return {
    waiting: shown.map(({ ideaId, since }) => ({ ideaId, since })),
    next: last && rows.length > shown.length ? `${last.instant}_${last.ideaId}` : null,
  };
}

/** How many ideas that list holds in each of these editions; those where nobody waits are absent. */
export async function countUnanswered(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ editionId: string; ideas: number }>`
    select "editionId", count(*)::int as ideas ${selectUnanswered(organisationId, editionIds)}
    group by "editionId"`.execute(db);
  return new Map(rows.map(({ editionId, ideas }) => [editionId, ideas]));
}

/** Ideas where somebody takes part in an exchange as its holder, or in a team: for their own page. */
export async function listThreadsOf(
  db: Db,
  organisationId: string,
  personId: string,
  ownIdeaIds: readonly string[],
): Promise<{ ideaId: string; channel: Channel; count: number; newest: Date; side: Side }[]> {
  const { rows } = await sql<{
    ideaId: string;
    channel: Channel;
    count: number;
    newest: Date;
    side: Side;
  }>`
    select idea_id as "ideaId", channel, count(*)::int as count, max(written_at) as newest,
      (array_agg(side order by written_at desc, id))[1] as side
    from thread_message m
    where organisation_id = ${organisationId} and (
      (channel = 'exchange' and idea_id = any(${[...ownIdeaIds]}::uuid[]))
      or (channel = 'team' and idea_id in (select t.idea_id from study_team_member t
        where t.organisation_id = ${organisationId} and t.person_id = ${personId})))
    group by idea_id, channel order by max(written_at) desc limit 100`.execute(db);
  return rows;
}

/** Who of the town hall has written to the holder of an idea. */
export async function listWriters(
  db: Db,
  { organisationId, ideaId }: Pick<About, 'organisationId' | 'ideaId'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('thread_message')
    .select('written_by')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .where('channel', '=', 'exchange')
    .where('side', '<>', 'holder')
    .execute();
  return rows.map(({ written_by }) => written_by);
}
