import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { Topic } from '../letter.ts';
import type { DigestRhythm } from './digest.ts';
import type { Notice, NoticeWords } from './notice.ts';

/** A digest that is due. */
export interface DueDigest {
  organisationId: string;
  personId: string;
  rhythm: DigestRhythm;
  dueAt: Date;
}

/** One waits for each person and rhythm: what comes meanwhile joins it. */
export async function insertDigests(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  rhythm: DigestRhythm,
  dueAt: Date,
): Promise<void> {
  await sql`insert into digest (organisation_id, person_id, rhythm, due_at)
    select ${organisationId}, person_id, ${rhythm}, ${dueAt} from unnest(${[...personIds]}::uuid[]) as p (person_id)
    on conflict on constraint digest_once do nothing`.execute(tx);
}

/** Takes some that are due, in order, each for this transaction alone: two servers never write the same. */
export async function takeDue(tx: Tx, limit: number): Promise<DueDigest[]> {
  const { rows } = await sql<DueDigest>`
    delete from digest using (select organisation_id, person_id, rhythm from digest
      where due_at <= palabre_now() order by due_at, organisation_id, person_id limit ${limit}
      for update skip locked) as due
    where digest.organisation_id = due.organisation_id and digest.person_id = due.person_id
      and digest.rhythm = due.rhythm
    returning digest.organisation_id as "organisationId", digest.person_id as "personId", digest.rhythm,
      digest.due_at as "dueAt"`.execute(tx);
  return rows;
}

export interface DigestedNotice extends Pick<Notice, 'topic' | 'href' | 'words' | 'at'> {
  personId: string;
}

/** What digests of a rhythm tell these people, the oldest first: no other digest will. */
export async function takeNotices(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  rhythm: DigestRhythm,
): Promise<DigestedNotice[]> {
  const { rows } = await sql<{
    personId: string;
    topic: Topic;
    at: Date;
    params: NoticeWords & { href: string };
  }>`
    update notice set digested_at = palabre_now()
    where organisation_id = ${organisationId} and person_id = any(${[...personIds]}::uuid[])
      and rhythm = ${rhythm} and digested_at is null
    returning person_id as "personId", topic, at, params`.execute(tx);
  return rows
    .map(({ params: { href, ...words }, ...row }) => ({ ...row, href, words }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Notices of a topic that wait for a digest wait for another, or for none; how many. */
export async function moveWaiting(
  tx: Tx,
  organisationId: string,
  personId: string,
  topic: Topic,
  rhythm: DigestRhythm | 'none',
): Promise<number> {
  const { numAffectedRows } = await sql`update notice set rhythm = ${rhythm}
    where organisation_id = ${organisationId} and person_id = ${personId} and topic = ${topic}
      and rhythm in ('daily', 'weekly') and rhythm <> ${rhythm} and digested_at is null`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** No digest any more: each topic that was told in one is told in the application only. */
export async function stopDigests(tx: Tx, organisationId: string, personId: string): Promise<void> {
  await sql`update letter_preference set wanted = false, rhythm = 'none'
    where organisation_id = ${organisationId} and person_id = ${personId} and rhythm in ('daily', 'weekly')`.execute(
    tx,
  );
  await sql`update notice set rhythm = 'none'
    where organisation_id = ${organisationId} and person_id = ${personId} and rhythm in ('daily', 'weekly')
      and digested_at is null`.execute(tx);
  await sql`delete from digest where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
    tx,
  );
}
