import type { Db } from '../../platform/database/database.ts';
import type { Topic } from './letter.ts';

/** The topics that a person does not want to hear of; everything else is sent. */
export async function listUnwanted(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<ReadonlySet<Topic>> {
  const rows = await db
    .selectFrom('letter_preference')
    .select('topic')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('wanted', '=', false)
    .execute();
  return new Set(rows.map(({ topic }) => topic as Topic));
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
