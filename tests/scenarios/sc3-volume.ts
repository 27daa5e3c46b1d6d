import { sql } from 'kysely';
import { addPeople, type EuropeTheme } from '../../bench/europe-space.ts';
import { fillComments, fillIdeas } from '../../bench/europe-voices.ts';
import type { Component, Space, Theme } from '../../src/rooms/consultations/index.ts';
import { supportIdea } from '../../src/rooms/ideas/index.ts';
import type { TestSite } from '../site-client.ts';

/** Of the requirement as a whole, or a tenth of it. */
const PART = process.env.PALABRE_ALL ? 1 : 10;
export const VOLUME = {
  people: 11_000 / PART,
  proposals: 1400 / PART,
  comments: 2500 / PART,
  supports: 23_000 / PART,
};
type Volume = typeof VOLUME;

/** The four figures as rows say them. */
export async function countRows(site: Pick<TestSite, 'db'>, { id }: Pick<Space, 'id'>) {
  const ideas = sql`select i.id from idea i
    join component c on c.organisation_id = i.organisation_id and c.id = i.edition_id where c.space_id = ${id}`;
  const { rows } = await sql<Volume>`select
      (select count(*)::int from space_participant where space_id = ${id}) as people,
      (select count(*)::int from (${ideas}) all_of_them) as proposals,
      (select count(*)::int from comment where target_id in (${ideas})) as comments,
      (select count(*)::int from idea_support where idea_id in (${ideas})) as supports`.execute(
    site.db,
  );
  return rows[0]!;
}

/** Fills a space, by the functions that serve one person, until its figures are those of the volume. */
export async function fillSpace(
  site: TestSite,
  space: Space,
  themes: readonly { theme: Theme; ideas: Component }[],
): Promise<void> {
  const { db, organisationId } = site;
  const before = await countRows(site, space);
  const left = (of: keyof Volume) => VOLUME[of] - before[of];
  const people = await addPeople(db, organisationId, left('people'));
  const europe = {
    ...{ organisationId, space, people },
    // events are none of this
    themes: themes.map((one): EuropeTheme => ({ ...one, events: one.ideas })),
  };
  const ideas = await fillIdeas(db, europe, left('proposals'));
  for (let given = 0, at = 0; given < left('comments'); at += 1) {
    const count = Math.min(25, left('comments') - given);
    const { id } = ideas[(at * 11) % ideas.length]!;
    await fillComments(db, europe, { kind: 'idea', id }, count, given);
    given += count;
  }
  const { rows } = await sql<{ id: string; authorId: string }>`
    select id, author_id as "authorId" from idea where id = any(${ideas.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  // everybody gives one at least, and nobody one to their own
  const waiting = Array.from({ length: left('supports') }, (_, at) => {
    const personId = people[at % people.length]!;
    const place = (at % people.length) * 7 + Math.floor(at / people.length) * 13;
    const idea = [0, 1].map((more) => rows[(place + more) % rows.length]!);
    return { personId, ideaId: idea.find(({ authorId }) => authorId !== personId)!.id };
  });
  const hand = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const given = await supportIdea(db, { organisationId, ...next });
      if (!given.ok) throw new Error(given.refusal);
    }
  };
  await Promise.all(Array.from({ length: 4 }, hand));
}
