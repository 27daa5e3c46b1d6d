import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { SearchAsked, Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';

interface FoundHere {
  number: number;
  title: string;
  text: string;
  editionId: string;
}

const hrefIn = ({ editions }: SearchAsked, { editionId, number }: FoundHere) =>
  urls.delivery({
    edition: editions.find(({ id }) => id === editionId)!.slug,
    project: number,
  });

const inEditions = ({ organisationId, editions }: SearchAsked) =>
  sql`s.organisation_id = ${organisationId}
    and s.edition_id = any(${editions.map(({ id }) => id)}::uuid[])`;

/** Realisations, by the words of their project and by what was told of their steps. */
export const searchedRealisations: Searchable = {
  kind: 'realisation',
  ofEditions: true,
  async find(db, asked) {
    const found = await findByWords<FoundHere>(db, asked, {
      from: sql`public_realisation s`,
      here: inEditions(asked),
      columns: sql`s.number, s.title, s.summary as text, s.edition_id as "editionId"`,
      order: sql`s.title, s.id`,
      or: (query) => sql`s.id in (select t.realisation_id from realisation_step t
        where t.organisation_id = ${asked.organisationId} and t.words @@ ${query})`,
    });
    return found.map((one) => ({ ...one, lang: null, href: hrefIn(asked, one) }));
  },
};

/** What is told of them on their diary: neither drafts nor what was taken back. */
export const searchedPosts: Searchable = {
  kind: 'post',
  ofEditions: true,
  async find(db, asked) {
    const found = await findByWords<FoundHere>(db, asked, {
      from: sql`(select r.organisation_id, r.edition_id, r.number, p.id, p.title, p.body, p.published_at, p.words
        from realisation_post p
        join public_realisation r on r.organisation_id = p.organisation_id and r.id = p.realisation_id
        where p.published_at is not null and p.withdrawn_at is null) s`,
      here: inEditions(asked),
      columns: sql`s.number, s.title, s.body as text, s.edition_id as "editionId"`,
      order: sql`s.published_at desc, s.id`,
    });
    return found.map((one) => ({ ...one, lang: null, href: hrefIn(asked, one) }));
  },
};
