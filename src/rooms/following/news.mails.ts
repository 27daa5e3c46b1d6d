import * as m from '../../paraglide/messages.js';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import type { NewsKind, ToldItem } from './news.ts';

type Counted = { count: number; title: string; item: string };

/** What happened, in one sentence: `title` is what is followed, `item` the first of what is new. */
const sentences: Record<NewsKind, (about: Counted) => string> = {
  comment: m.following_comment,
  idea: m.following_idea,
  meeting: m.following_meeting,
  opened: m.following_opened,
  closed: m.following_closed,
  'space-closed': m.following_space_closed,
  withdrawn: m.following_withdrawn,
  decided: m.following_decided,
  linked: m.following_linked,
  report: m.following_report,
};

/** In the reader's language; never who did it. */
export const sayNews = (kind: NewsKind, title: string, items: readonly ToldItem[]): string =>
  sentences[kind]({
    count: items.length,
    title: excerptOf(title, 80),
    item: excerptOf(items[0]?.title ?? '', 80),
  });

/** Titles that a letter names; the others are counted. */
const MOST_NAMED = 5;

export function writeNews(
  kind: NewsKind,
  named: { title: string; href: string },
  items: readonly ToldItem[],
  { organisation, origin, locale }: { organisation: string; origin: string; locale: 'fr' | 'en' },
): { subject: string; text: string } {
  return withLocale(locale, () => {
    const said = sayNews(kind, named.title, items);
    const titles = items.length > 1 ? items.flatMap(({ title }) => title || []) : [];
    const left = titles.length - MOST_NAMED;
    return {
      subject: said,
      text: [
        m.following_hello(),
        `${said}${/[.!?»”]$/.test(said) ? '' : '.'}`,
        ...(titles.length > 0
          ? [
              [
                ...titles.slice(0, MOST_NAMED).map((title) => `- ${excerptOf(title, 120)}`),
                ...(left > 0 ? [m.following_left({ count: left })] : []),
              ].join('\n'),
            ]
          : []),
        `${m.following_see()}\n${origin}${named.href}`,
        organisation,
      ].join('\n\n'),
    };
  });
}
