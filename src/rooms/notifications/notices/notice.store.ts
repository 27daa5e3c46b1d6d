import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { TOPICS, type Topic } from '../letter.ts';
import { type Act, MOST_COUNTED, type Notice, type NoticeWords, type Rhythm } from './notice.ts';

/** Who is told, how they hear of it by mail, and the key under which they are told once. */
export interface ToldPerson {
  personId: string;
  rhythm: Rhythm;
  onceKey: string;
}

/** One act told to some people, in one statement; gives those who were not told of it yet. */
export async function insertNotices(
  tx: Tx,
  organisationId: string,
  { topic, kind, target, href }: Act,
  words: NoticeWords,
  people: readonly ToldPerson[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const column = (key: keyof ToldPerson) => people.map((person) => person[key]);
  const { rows } = await sql<{ personId: string }>`
    insert into notice (organisation_id, person_id, topic, kind, target_kind, target_id, params, once_key, rhythm)
    select ${organisationId}, p.person_id, ${topic}, ${kind}, ${target.kind}, ${target.id}::uuid,
      ${JSON.stringify({ ...words, href })}::jsonb, p.once_key, p.rhythm
    from unnest(${column('personId')}::uuid[], ${column('onceKey')}::text[], ${column('rhythm')}::text[])
      as p (person_id, once_key, rhythm)
    on conflict on constraint notice_once do nothing
    returning person_id as "personId"`.execute(tx);
  return new Set(rows.map(({ personId }) => personId));
}

const NOTICES_A_PAGE = 20;

const columns = sql`id, topic, kind, params, at, read_at as "readAt"`;

interface Row extends Omit<Notice, 'words' | 'href'> {
  params: NoticeWords & { href: string };
}

const asNotice = ({ params: { href, ...words }, ...row }: Row): Notice => ({ ...row, href, words });

/** What is unread first, then the newest; 20 a page, from below the notice `after`. */
export async function listNotices(
  db: Db,
  organisationId: string,
  personId: string,
  { topic = null, after = null }: { topic?: Topic | null; after?: string | null } = {},
): Promise<{ notices: Notice[]; next: string | null }> {
  const edge = sql`select read_at is null, at, id from notice
    where organisation_id = ${organisationId} and person_id = ${personId} and id = ${after}::uuid`;
  const { rows } = await sql<Row>`select ${columns} from notice
    where organisation_id = ${organisationId} and person_id = ${personId}
      ${topic === null ? sql`` : sql`and topic = ${topic}`}
      ${after === null || !isUuid(after) ? sql`` : sql`and ((read_at is null), at, id) < (${edge})`}
    order by (read_at is null) desc, at desc, id desc limit ${NOTICES_A_PAGE + 1}`.execute(db);
  const shown = rows.slice(0, NOTICES_A_PAGE);
  return {
    notices: shown.map(asNotice),
    next: rows.length > shown.length ? shown.at(-1)!.id : null,
  };
}

/** Topics that somebody was told of: what their list can be narrowed to. */
export async function listNoticedTopics(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Topic[]> {
  const { rows } = await sql<{ topic: string }>`select distinct topic from notice
    where organisation_id = ${organisationId} and person_id = ${personId}`.execute(db);
  return TOPICS.filter((topic) => rows.some((row) => row.topic === topic));
}

/** How many somebody has not read, up to a hundred: asked for on every page they read. */
export async function countUnread(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    /* prepared: unread-notices */ select count(*)::int as unread from (select 1 from notice
      where organisation_id = ${organisationId} and person_id = ${personId} and read_at is null
      limit ${MOST_COUNTED}) as counted`.execute(db);
  return rows[0]!.unread;
}

/** Of somebody's own. */
export async function findNotice(
  db: Db,
  organisationId: string,
  personId: string,
  id: string,
): Promise<Notice | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Row>`select ${columns} from notice
    where organisation_id = ${organisationId} and person_id = ${personId} and id = ${id}`.execute(
    db,
  );
  return rows[0] ? asNotice(rows[0]) : null;
}

/** One of them, those of a topic, or all: read now, unless they were. */
export async function markRead(
  db: Db,
  organisationId: string,
  personId: string,
  { id = null, topic = null }: { id?: string | null; topic?: Topic | null } = {},
): Promise<void> {
  await sql`update notice set read_at = palabre_now()
    where organisation_id = ${organisationId} and person_id = ${personId} and read_at is null
      ${id === null ? sql`` : sql`and id = ${id}`}
      ${topic === null ? sql`` : sql`and topic = ${topic}`}`.execute(db);
}

/** Kept a year, as the words of letters are. */
export async function forgetOldNotices(db: Db): Promise<void> {
  await sql`delete from notice where at < palabre_now() - interval '365 days'`.execute(db);
}
