import * as m from '../../paraglide/messages.js';
import type { Problems } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { StateBadgeProps } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import {
  LONGEST,
  type NewsField,
  type NewsProblems,
  type NewsRefusal,
  type NewsState,
} from './news.ts';

export const newsAddress = ({ number, title }: { number: number; title: string }): string =>
  urls.newsItem({ news: numberedSegment(number, title) });

/** Its picture, as large as it is kept, or as cards show it. */
export const newsPictureAddress = (number: number, size?: 'small'): string =>
  urls.newsPicture({ news: number }, { taille: size && 'petite' });

export const newsStateLooks: Record<
  NewsState,
  { words: () => string; tone: NonNullable<StateBadgeProps['tone']> }
> = {
  draft: { words: m.news_state_draft, tone: 'neutral' },
  planned: { words: m.news_state_planned, tone: 'info' },
  shown: { words: m.news_state_shown, tone: 'success' },
  withdrawn: { words: m.news_state_withdrawn, tone: 'warning' },
};

/** Names of the fields in the forms. */
export const NEWS_NAMES: Record<NewsField, string> = {
  title: 'titre',
  summary: 'resume',
  body: 'texte',
  edition: 'edition',
  correction: 'correction',
  reason: 'motif',
  pause: 'periode',
  date: 'date',
};

const LIMITS: Partial<Record<NewsField, number>> = {
  title: LONGEST.title,
  summary: LONGEST.summary,
  body: LONGEST.body,
};

const words: Record<NewsRefusal, (field: NewsField) => string> = {
  missing: m.news_refused_missing,
  'too-long': (field) =>
    m.news_refused_too_long({ max: formatNumber(LIMITS[field] ?? LONGEST.reason) }),
  'correction-missing': m.news_refused_correction,
  'date-unreadable': m.news_refused_date,
  'date-past': m.news_refused_date_past,
  'date-far': m.news_refused_date_far,
  'pause-unexplained': m.news_refused_pause,
  'edition-unknown': m.news_refused_edition,
};

export const sayNewsProblems = (problems: NewsProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      NEWS_NAMES[field as NewsField],
      words[refusal](field as NewsField),
    ]),
  );
