import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { ASKED_TOPICS, type Topic } from './letter.ts';
import type { Rhythm } from './notices/notice.ts';

/** The topics that a person does not want to hear of, or never asked for (`asked`); everything else is sent. */
export async function listUnwanted(
  db: Db,
  organisationId: string,
  personId: string,
  asked: readonly Topic[] = ASKED_TOPICS,
): Promise<ReadonlySet<Topic>> {
  const rows = await db
    .selectFrom('letter_preference')
    .select(['topic', 'wanted'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();
  const said = new Map(rows.map(({ topic, wanted }) => [topic as Topic, wanted]));
  const unwanted = [...said].filter(([, wanted]) => !wanted).map(([topic]) => topic);
  return new Set([...unwanted, ...asked.filter((topic) => !said.get(topic))]);
}

/** How these people hear of these topics by mail, in the same order. */
export async function listRhythms(
  db: Db,
  organisationId: string,
  asked: readonly { personId: string; topic: Topic }[],
): Promise<Rhythm[]> {
  const { rows } = await sql<{ rhythm: Rhythm | null }>`
    select p.rhythm from unnest(${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ topic }) => topic)}::text[])
      with ordinality as a (person_id, topic, place)
    left join letter_preference p on p.organisation_id = ${organisationId} and p.person_id = a.person_id
      and p.topic = a.topic
    order by a.place`.execute(db);
  return rows.map(({ rhythm }, at) => rhythm ?? usualRhythm(asked[at]!.topic));
}

/** Of who chose nothing: a number that is told each day is worth no letter of its own. */
const usualRhythm = (topic: Topic, asked: readonly Topic[] = ASKED_TOPICS): Rhythm =>
  asked.includes(topic) ? 'none' : topic === 'supports' ? 'daily' : 'immediate';

/** What somebody chose for each topic, or what stands for who chose nothing. */
export async function readRhythms(
  db: Db,
  organisationId: string,
  personId: string,
  asked: readonly Topic[] = ASKED_TOPICS,
): Promise<(topic: Topic) => Rhythm> {
  const rows = await db
    .selectFrom('letter_preference')
    .select(['topic', 'rhythm'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();
  const said = new Map(rows.map(({ topic, rhythm }) => [topic, rhythm as Rhythm]));
  return (topic) => said.get(topic) ?? usualRhythm(topic, asked);
}

/** Who asked for a topic, in order of id, after one of them, page after page. */
export async function listAskers(
  db: Db,
  organisationId: string,
  topic: Topic,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom('letter_preference')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('topic', '=', topic)
    .where('wanted', '=', true)
    .orderBy('person_id')
    .limit(limit);
  if (afterId) query = query.where('person_id', '>', afterId);
  return (await query.execute()).map(({ person_id }) => person_id);
}

/** Wanted at once, or not at all. */
export const savePreference = (
  db: Db,
  organisationId: string,
  personId: string,
  topic: Topic,
  wanted: boolean,
): Promise<void> => saveRhythm(db, organisationId, personId, topic, wanted ? 'immediate' : 'none');

export async function saveRhythm(
  db: Db,
  organisationId: string,
  personId: string,
  topic: Topic,
  rhythm: Rhythm,
): Promise<void> {
  const wanted = rhythm !== 'none';
  await db
    .insertInto('letter_preference')
    .values({ organisation_id: organisationId, person_id: personId, topic, wanted, rhythm })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'topic']).doUpdateSet({ wanted, rhythm }),
    )
    .execute();
}
