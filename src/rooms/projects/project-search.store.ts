import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';

/** Projects of frozen lists whose campaign has begun: nothing of a list before residents may see it. */
export const searchedProjects: Searchable = {
  kind: 'project',
  ofEditions: true,
  async find(db, asked) {
    const slugs = new Map(asked.editions.map(({ id, slug }) => [id, slug]));
    const found = await findByWords<{
      number: number;
      title: string;
      text: string;
      editionId: string;
    }>(db, asked, {
      from: sql`public_project s`,
      here: sql`s.organisation_id = ${asked.organisationId}
        and s.edition_id = any(${[...slugs.keys()]}::uuid[])`,
      columns: sql`s.number, s.title, s.summary as text, s.edition_id as "editionId"`,
      order: sql`s.title, s.id`,
    });
    return found.map(({ number, title, text, editionId, stems }) => ({
      href: urls.project({
        edition: slugs.get(editionId)!,
        project: numberedSegment(number, title),
      }),
      ...{ title, text, lang: null, editionId, number, stems },
    }));
  },
};
