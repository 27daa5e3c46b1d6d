import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';

/**
 * Spaces and themes that the reader sees: opened, and private ones for their members alone. An organisation has some tens of the ones and some
 * hundreds of the others: their words are read as they are asked for.
 */
export const searchedSpaces: Searchable = {
  kind: 'space',
  ofEditions: false,
  ofSpaces: true,
  async find(db, asked) {
    const ids = asked.spaces.map(({ id }) => id);
    const found = await findByWords<{
      space: string;
      theme: string | null;
      title: string;
      text: string;
    }>(db, asked, {
      from: sql`(
        select s.organisation_id, s.slug as space, null as theme, s.title, s.opened_at, -1 as position,
          concat_ws(' – ', nullif(s.summary, ''), nullif(s.introduction, '')) as text
        from space s
        where s.organisation_id = ${asked.organisationId} and s.id = any(${ids}::uuid[])
        union all
        select s.organisation_id, s.slug, t.slug, t.title, s.opened_at, t.position,
          concat_ws(' – ', nullif(t.summary, ''), nullif(t.introduction, ''))
        from theme t join space s on s.organisation_id = t.organisation_id and s.id = t.space_id
        where t.organisation_id = ${asked.organisationId} and s.id = any(${ids}::uuid[])
      ) r cross join lateral (
        select r.*, setweight(to_tsvector('palabre_fr', palabre_fold(r.title)), 'A')
          || setweight(to_tsvector('palabre_fr', palabre_fold(r.text)), 'B') as words
      ) s`,
      here: sql`true`,
      columns: sql`s.space, s.theme, s.title, s.text`,
      order: sql`s.opened_at desc, s.space, s.position`,
    });
    return found.map(({ space, theme, ...one }) => ({
      ...one,
      href: theme === null ? urls.space({ space }) : urls.theme({ space, theme }),
      lang: null,
      editionId: null,
      number: null,
    }));
  },
};
