import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';

/** Groups, as their directory shows them. */
export const searchedGroups: Searchable = {
  kind: 'group',
  ofEditions: false,
  async find(db, asked) {
    const found = await findByWords<{ slug: string; title: string; text: string }>(db, asked, {
      from: sql`action_group s`,
      here: sql`s.organisation_id = ${asked.organisationId}`,
      columns: sql`s.slug, s.name as title, concat_ws(' – ', nullif(s.place, ''), nullif(s.presentation, '')) as text`,
      order: sql`s.name_key, s.id`,
    });
    return found.map(({ slug, ...one }) => ({
      ...one,
      href: urls.group({ group: slug }),
      lang: null,
      editionId: null,
      number: null,
    }));
  },
};
