import { type Searchable, stemsOf } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';
import { searchNewsRows } from './news.store.ts';

/** News, by their words: those of the editions asked for, and of the whole organisation. */
export const searchedNews: Searchable = {
  kind: 'news',
  ofEditions: false,
  async find(db, asked) {
    const rows = await searchNewsRows(db, asked.organisationId, {
      words: asked.words,
      editionIds: asked.editions.map(({ id }) => id),
      loosely: asked.loosely,
      most: asked.most,
    });
    return rows.map((row) => ({
      href: urls.newsItem({ news: numberedSegment(row.number, row.title) }),
      title: row.title,
      text: row.text,
      lang: null,
      editionId: row.edition_id,
      number: null,
      stems: stemsOf(row.query),
    }));
  },
};
