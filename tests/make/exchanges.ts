import { sql } from 'kysely';
import type { Idea } from '../../src/rooms/ideas/index.ts';
import { queueLetter } from '../../src/rooms/notifications/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

/** What is written around an idea of a town, each thing with its mark: nobody else may read or move any of it. */
export interface MadeExchanges {
  letter: string;
  merge: string;
  workshop: string;
}

export async function makeExchanges(
  site: Pick<TestSite, 'db'>,
  organisationId: string,
  edition: Edition,
  ideas: readonly Pick<Idea, 'id'>[],
  authorId: string,
  mark: string,
): Promise<MadeExchanges> {
  const id = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
    (await statement.execute(site.db)).rows[0]!.id;
  await site.db.transaction().execute((tx) =>
    queueLetter(tx, {
      organisationId,
      topic: 'my-ideas',
      personId: authorId,
      address: 'autrice@exemple.fr',
      locale: 'fr',
      subject: `${mark} lettre`,
      text: `${mark} : bonjour.`,
      target: null,
    }),
  );
  const letter = await id(
    sql`select id from letter where organisation_id = ${organisationId} and subject = ${`${mark} lettre`}`,
  );
  const merge =
    await id(sql`insert into merge (organisation_id, edition_id, title, words, lead_idea_id, answer_by, proposed_by)
    values (${organisationId}, ${edition.id}, ${`${mark} regroupement`}, 'Ensemble', ${ideas[0]!.id}, '2099-01-01', ${authorId})
    returning id`);
  for (const idea of ideas)
    await sql`insert into merge_member (organisation_id, merge_id, idea_id)
      values (${organisationId}, ${merge}, ${idea.id})`.execute(site.db);
  await sql`insert into thread_message (organisation_id, edition_id, idea_id, channel, side, written_by, body)
    values (${organisationId}, ${edition.id}, ${ideas[0]!.id}, 'note', 'office', ${authorId}, ${`${mark} note`})`.execute(
    site.db,
  );
  const workshop =
    await id(sql`insert into workshop (organisation_id, edition_id, title, held_on, created_by)
    values (${organisationId}, ${edition.id}, ${`${mark} atelier`}, '2026-11-01', ${authorId}) returning id`);
  return { letter, merge, workshop };
}
