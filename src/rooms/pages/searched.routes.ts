import type { Searchable } from '../../platform/search/searchable.ts';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { urls } from '../../urls.ts';
import { readPage } from './editorial/editorial.ts';
import { anchorOf, readEntry } from './faq/faq.ts';
import { searchPublishedEntries, searchPublishedPages } from './searched.store.ts';

const ofNoEdition = { editionId: null, number: null } as const;

/** Pages of the organisation, in the reader's language where they are written in it. */
export const searchedEditorial: Searchable = {
  kind: 'page',
  ofEditions: false,
  async find(db, asked) {
    const found = await searchPublishedPages(db, asked);
    return found.map(({ slug, stems, ...texts }) => {
      const { title, summary, body, lang } = readPage(texts, asked.locale);
      const text = [summary, wordsOf(splitMarkup(body))].filter((words) => words !== '').join('\n');
      return { href: urls.page({ page: slug }), title, text, lang, stems, ...ofNoEdition };
    });
  },
};

/** Questions, each at its own place of their page. */
export const searchedFaq: Searchable = {
  kind: 'page',
  ofEditions: false,
  async find(db, asked) {
    const found = await searchPublishedEntries(db, asked);
    return found.map(({ slug, stems, ...texts }) => {
      const { question, answer, lang } = readEntry(texts, asked.locale);
      return {
        href: `${urls.faq()}#${anchorOf({ slug })}`,
        title: question,
        text: wordsOf(splitMarkup(answer)),
        lang,
        stems,
        ...ofNoEdition,
      };
    });
  },
};
