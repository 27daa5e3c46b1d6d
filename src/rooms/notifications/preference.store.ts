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

/** How somebody hears of a topic by mail. */
export async function findRhythm(
  db: Db,
  organisationId: string,
  personId: string,
  topic: Topic,
): Promise<Rhythm> {
  return (await listUnwanted(db, organisationId, personId)).has(topic) ? 'none' : 'immediate';
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

export async function savePreference(
  db: Db,
  organisationId: string,
  personId: string,
  topic: Topic,
  wanted: boolean,
): Promise<void> {
  await db
    .insertInto('letter_preference')
    .values({ organisation_id: organisationId, person_id: personId, topic, wanted })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'topic']).doUpdateSet({ wanted }),
    )
    .execute();
}
