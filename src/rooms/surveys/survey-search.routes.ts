import * as m from '../../paraglide/messages.js';
import type { Searchable } from '../../platform/search/searchable.ts';
import { formatDateTime } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { searchPages } from '../organisations/index.ts';
import { say } from './question.ts';
import { listOpenSurveys } from './survey.store.ts';

/** The questionnaire of a public edition, by its name, its introduction and its edition: while it is open. */
export const searchedSurveys: Searchable = {
  kind: 'page',
  ofEditions: true,
  async find(db, asked) {
    const editions = new Map(asked.editions.map((edition) => [edition.id, edition]));
    const open = await listOpenSurveys(db, asked.organisationId, [...editions.keys()]);
    const pages = new Map(
      open.map(({ editionId, introduction, closesAt }) => {
        const { slug, title } = editions.get(editionId)!;
        const until = formatDateTime(closesAt);
        const text = m.survey_search_text({ words: say(introduction, asked.locale), until });
        const href = urls.survey({ edition: slug });
        return [href, { href, title: m.survey_search_title({ edition: title }), text, editionId }];
      }),
    );
    const found = await searchPages(db, asked, [...pages.values()]);
    return found.map((one) => ({
      ...one,
      lang: null,
      editionId: pages.get(one.href)!.editionId,
      number: null,
    }));
  },
};
