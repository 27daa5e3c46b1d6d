import * as m from '../../paraglide/messages.js';
import { column, editionColumn } from '../../platform/sets/columns.ts';
import { describeSet } from '../../platform/sets/data-set.ts';
import { type NewsRow, newsRows } from './news-rows.store.ts';
import { newsAddress } from './news-words.page.ts';

/** News that everybody may read: of editions, and of the whole organisation. */
export const newsSet = describeSet<NewsRow>({
  key: 'actualites',
  title: m.opendata_news,
  meaning: m.opendata_news_meaning,
  source: newsRows,
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_news_number, '12', ({ number }) => number),
    column(
      'titre',
      'text',
      m.opendata_column_news_title,
      'Le vote est ouvert',
      ({ title }) => title,
    ),
    column(
      'resume',
      'text',
      m.opendata_column_news_summary,
      'Vous avez jusqu’au 30 juin.',
      ({ summary }) => summary,
    ),
    column(
      'texte',
      'text',
      m.opendata_column_news_body,
      'Le vote est ouvert en ligne et à la mairie.',
      ({ body }) => body,
    ),
    column(
      'publiee_le',
      'instant',
      m.opendata_column_news_published,
      '2026-06-01T07:00:00.000Z',
      ({ showsAt }) => showsAt,
    ),
    column(
      'corrigee_le',
      'instant',
      m.opendata_column_news_corrected,
      '2026-06-02T07:00:00.000Z',
      ({ correctedAt }) => correctedAt,
    ),
    column(
      'correction',
      'text',
      m.opendata_column_news_correction,
      'L’horaire du samedi a changé.',
      ({ correction }) => correction || null,
    ),
    column(
      'adresse',
      'address',
      m.opendata_column_address,
      'https://…/actualites/12-le-vote-est-ouvert',
      (news, { origin }) => origin + newsAddress(news),
    ),
  ],
});
