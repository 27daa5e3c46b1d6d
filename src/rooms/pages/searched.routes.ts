import type { Searchable } from '../../platform/search/searchable.ts';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { urls } from '../../urls.ts';
import { type PageTexts, readPage } from './editorial/editorial.ts';
import { anchorOf, readEntry } from './faq/faq.ts';
import type { Written } from './languages.ts';
import { searchPagesIn, searchPublishedEntries, searchPublishedPages } from './searched.store.ts';

const ofNoEdition = { editionId: null, number: null } as const;

/** What a page is found by, in the reader's language where it is written in it. */
function asFound(
  {
    slug: _,
    stems,
    componentId: __,
    ...texts
  }: PageTexts & {
    slug: string;
    componentId: string | null;
    stems: string[];
  },
  locale: Written,
) {
  const { title, summary, body, lang } = readPage(texts, locale);
  const text = [summary, wordsOf(splitMarkup(body))].filter((words) => words !== '').join('\n');
  return { title, text, lang, stems, ...ofNoEdition };
}

/** Pages of components of spaces, for who reads the space. */
export const searchedSpacePages: Searchable = {
  kind: 'page',
  ofEditions: false,
  ofSpaces: true,
  async find(db, asked) {
    const places = new Map(
      asked.spaces.flatMap((space) =>
        space.components
          .filter(({ kind }) => kind === 'pages')
          .map((component) => [component.id, { space, component }] as const),
      ),
    );
    if (places.size === 0) return [];
    const found = await searchPagesIn(db, asked, [...places.keys()]);
    return found.map((one) => {
      const { space, component } = places.get(one.componentId!)!;
      const at = { space: space.slug, component: component.slug, page: one.slug };
      return { ...asFound(one, asked.locale), href: urls.spacePage(at), spaceId: space.id };
    });
  },
};

/** Pages of the organisation, in the reader's language where they are written in it. */
export const searchedEditorial: Searchable = {
  kind: 'page',
  ofEditions: false,
  async find(db, asked) {
    const found = await searchPublishedPages(db, asked);
    return found.map((one) => ({
      ...asFound(one, asked.locale),
      href: urls.page({ page: one.slug }),
    }));
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
