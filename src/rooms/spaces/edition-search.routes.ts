import * as m from '../../paraglide/messages.js';
import type { Found, Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { searchEditions, searchRules } from './edition-search.store.ts';

/** Editions, and the règlement of each as a page of its own. */
export const searchedEditions: readonly Searchable[] = [
  {
    kind: 'edition',
    ofEditions: true,
    async find(db, asked) {
      const slugs = new Map(asked.editions.map(({ id, slug }) => [id, slug]));
      return (await searchEditions(db, asked)).map(
        ({ id, ...found }): Found => ({
          ...found,
          href: urls.edition({ edition: slugs.get(id)! }),
          lang: null,
          editionId: null,
          number: null,
        }),
      );
    },
  },
  {
    kind: 'page',
    ofEditions: true,
    async find(db, asked) {
      const slugs = new Map(asked.editions.map(({ id, slug }) => [id, slug]));
      return (await searchRules(db, asked, m.spaces_rules_title())).map(
        ({ id, ...found }): Found => ({
          ...found,
          title: m.spaces_rules_title(),
          href: urls.rules({ edition: slugs.get(id)! }),
          lang: null,
          editionId: id,
          number: null,
        }),
      );
    },
  },
];
