import { sql } from 'kysely';
import { findByWords } from '../../../platform/search/by-words.ts';
import type { Searchable } from '../../../platform/search/searchable.ts';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';

/** Kits that everybody may open, on the page of those of their edition; none while nothing is handed out (L52-1). */
export const searchedKits: Searchable = {
  kind: 'page',
  ofEditions: true,
  async find(db, asked) {
    const { organisationId, editions } = asked;
    const found = await findByWords<{ title: string; text: string; editionId: string }>(db, asked, {
      // a town has some tens of kits: their words are made when they are asked for
      from: sql`(select k.organisation_id, k.edition_id, k.title, k.summary, k.made_at, k.id,
          setweight(to_tsvector('palabre_fr', palabre_fold(k.title)), 'A')
            || setweight(to_tsvector('palabre_fr', palabre_fold(k.summary)), 'B') as words
        from kit k where k.organisation_id = ${organisationId} and k.shown_to = 'public'
          and k.edition_id = any(${editions.map(({ id }) => id)}::uuid[])) s`,
      here: sql`true`,
      columns: sql`s.title, s.summary as text, s.edition_id as "editionId"`,
      order: sql`s.made_at, s.id`,
    });
    if (found.length === 0 || (await findPromotionPause(db, organisationId))) return [];
    const slugs = new Map(editions.map(({ id, slug }) => [id, slug]));
    return found.map((one) => ({
      ...one,
      href: urls.kits({ edition: slugs.get(one.editionId)! }),
      lang: null,
      number: null,
    }));
  },
};
