import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import type { Week } from './week.ts';
import { sayWeekDay, tellWeek } from './week-words.page.ts';

/** The letter of a Monday: plain text, read in a minute, one address at its end. */
export function writeWeek(
  week: Week,
  { organisation, origin }: { organisation: string; origin: string },
  locale: Locale,
): { subject: string; text: string } {
  return withLocale(locale, () => ({
    subject: m.week_subject({ date: sayWeekDay(week.days.today) }),
    text: [
      m.announce_hello(),
      m.week_opening({
        since: sayWeekDay(week.days.since),
        lastDay: sayWeekDay(week.days.lastDay),
      }),
      ...tellWeek(week).map(({ title, lines, more }) =>
        [
          title,
          ...lines.map(({ words }) => `- ${words}`),
          ...(more ? [`- ${more.words}`] : []),
        ].join('\n'),
      ),
      `${m.week_see()}\n${origin}${urls.adminWeek()}`,
      organisation,
    ].join('\n\n'),
  }));
}
