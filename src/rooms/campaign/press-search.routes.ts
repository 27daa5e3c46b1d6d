import * as m from '../../paraglide/messages.js';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { searchPages } from '../organisations/index.ts';

/** The press page of each public edition, by its name and that of the edition. Its figures are those of other pages. */
export const searchedPressPages: Searchable = {
  kind: 'page',
  ofEditions: true,
  async find(db, asked) {
    const editions = new Map(
      asked.editions.map((edition) => [urls.press({ edition: edition.slug }), edition]),
    );
    const found = await searchPages(
      db,
      asked,
      [...editions].map(([href, { title }]) => ({
        href,
        title: m.campaign_press_title(),
        text: m.campaign_press_lead({ edition: title }),
      })),
    );
    return found.map((one) => ({
      ...one,
      lang: null,
      editionId: editions.get(one.href)!.id,
      number: null,
    }));
  },
};
