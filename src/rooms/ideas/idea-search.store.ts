import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type Found,
  type SearchAsked,
  type Searchable,
  stemsOf,
} from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { IDEA_KINDS } from '../consultations/index.ts';
import { ideaSegment } from './idea-address.ts';

/** Up to this many ideas are found by their words and ranked; where there are more, the newest are read first. */
const FEW = 1500;
/** Characters of a text among which words are shown. */
const READ = 3000;

/**
 * Published ideas of the editions and components asked for: each of these boards knows its own words (idea_word), and what is rare
 * in it.
 */
export const searchedIdeas: Searchable = {
  kind: 'idea',
  ofEditions: true,
  ofSpaces: true,
  find: searchIdeas,
};

type Place = Pick<Found, 'editionId' | 'spaceId'> & { hrefOf(idea: string): string };

const isOfIdeas = ({ kind }: { kind: string }) => IDEA_KINDS.some((one) => one === kind);

/** By id of board: where its ideas are read. */
const placesOf = ({ editions, spaces }: SearchAsked): ReadonlyMap<string, Place> =>
  new Map<string, Place>([
    ...editions.map(({ id, slug }): [string, Place] => [
      id,
      { editionId: id, hrefOf: (idea) => urls.idea({ edition: slug, idea }) },
    ]),
    ...spaces.flatMap((space) =>
      space.components.filter(isOfIdeas).map(({ id, slug }): [string, Place] => [
        id,
        {
          editionId: null,
          spaceId: space.id,
          hrefOf: (idea) => urls.spaceIdea({ space: space.slug, component: slug, idea }),
        },
      ]),
    ),
  ]);

async function searchIdeas(db: Database, asked: SearchAsked): Promise<Found[]> {
  const { organisationId, most } = asked;
  const places = placesOf(asked);
  const { rows } = await sql<{
    number: number;
    title: string;
    text: string;
    lang: string;
    edition_id: string;
    query: string;
  }>`
    with search as materialized (
      select e.id as edition_id, s.query, s.ideas
      from unnest(${[...places.keys()]}::uuid[]) as e (id)
      cross join lateral idea_search(${organisationId}, e.id, ${[...asked.words]}::text[]) s
      where s.query is not null ${asked.loosely ? sql`` : sql`and not s.approximate`}
    ), hit as materialized (
      select s.edition_id, s.query, h.id, h.published_at, h.rank
      from search s cross join lateral ((
        select i.id, i.published_at, ts_rank(i.words, s.query) as rank from idea i
        where s.ideas <= ${FEW} and i.organisation_id = ${organisationId} and i.edition_id = s.edition_id
          and i.hidden_at is null and i.words @@ s.query
        order by 3 desc, i.published_at desc limit ${most}
      ) union all (
        select o.id, o.published_at, ts_rank(o.words, s.query) from (
          select i.id, i.published_at, i.words from idea i
          where s.ideas > ${FEW} and i.organisation_id = ${organisationId} and i.edition_id = s.edition_id
            and i.hidden_at is null
          order by i.published_at desc, i.number desc offset 0
        ) o where o.words @@ s.query limit ${most}
      )) h
    )
    select i.number, i.title, left(i.body, ${READ}) as text, i.lang, h.edition_id, h.query::text as query
    from hit h join idea i on i.organisation_id = ${organisationId} and i.id = h.id
    order by h.rank desc, h.published_at desc, i.number desc limit ${most}`.execute(db);
  return rows.map((row) => {
    const { hrefOf, ...place } = places.get(row.edition_id)!;
    return {
      ...place,
      href: hrefOf(ideaSegment(row)),
      title: row.title,
      text: row.text,
      lang: row.lang,
      number: row.number,
      stems: stemsOf(row.query),
    };
  });
}
