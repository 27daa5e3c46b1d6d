import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { listRecentPosts } from '../../delivery/index.ts';
import { listMeetings } from '../../meetings/index.ts';
import { composeMail } from '../../notifications/index.ts';
import { listPublicNews, listPublicNewsByIds } from '../news.store.ts';
import { type LetterItems, writeLetterHtml, writeLetterText } from './letter-body.page.tsx';
import {
  MOST_ITEMS,
  type ReadyLetter,
  type ReadyLetters,
  type WrittenNewsletter,
} from './newsletter.ts';

/** What a letter can tell of: only what everybody may read now. */
export async function listChoices(db: Db, organisationId: string, now: Date): Promise<LetterItems> {
  const [{ news }, posts, { meetings }] = await Promise.all([
    listPublicNews(db, organisationId, { limit: MOST_ITEMS }),
    listRecentPosts(db, organisationId, { limit: MOST_ITEMS }),
    listMeetings(db, organisationId, { when: 'coming', now, limit: MOST_ITEMS }),
  ]);
  return { news, posts, meetings: meetings.filter(({ cancelledAt }) => !cancelledAt) };
}

/** Those that were chosen, as they are now; `gone`: whether one of them may not be told of any more. */
export async function findItems(
  db: Db,
  organisationId: string,
  { news, posts, meetings }: Pick<WrittenNewsletter, 'news' | 'posts' | 'meetings'>,
  now: Date,
): Promise<LetterItems & { gone: boolean }> {
  const [foundNews, recent, coming] = await Promise.all([
    listPublicNewsByIds(db, organisationId, news),
    posts.length > 0
      ? listRecentPosts(db, organisationId, { ids: posts, limit: posts.length })
      : [],
    meetings.length > 0
      ? listMeetings(db, organisationId, { when: 'coming', now, limit: 500 })
      : { meetings: [] },
  ]);
  const found = {
    news: foundNews,
    posts: recent,
    meetings: coming.meetings.filter(
      ({ id, cancelledAt }) => meetings.includes(id) && !cancelledAt,
    ),
  };
  const gone =
    found.news.length < news.length ||
    found.posts.length < posts.length ||
    found.meetings.length < meetings.length;
  return { ...found, gone };
}

/** The letter of each language, as every reader of it receives it, the foot aside. */
export function writeLetters(
  own: WrittenNewsletter['own'],
  items: LetterItems,
  organisation: VisitedOrganisation,
  config: Pick<Config, 'port'>,
): ReadyLetters {
  const origin = originOf(organisation.host, config);
  const write = (locale: 'fr' | 'en'): ReadyLetter =>
    withLocale(locale, () => {
      const told = {
        ...items,
        organisation: organisation.name,
        origin,
        subject: own[locale].subject || own.fr.subject,
        words: own[locale].words || own.fr.words,
      };
      return { subject: told.subject, text: writeLetterText(told), html: writeLetterHtml(told) };
    });
  return { fr: write('fr'), en: write('en') };
}

/** Exactly the mail that a reader with an account receives: foot, link to stop and all. */
export function composeNewsletter(
  letter: ReadyLetter,
  locale: 'fr' | 'en',
  reader: { id: string; email: string },
  organisation: VisitedOrganisation,
  config: Config,
): Mail {
  return composeMail(
    {
      ...letter,
      personId: reader.id,
      topic: 'newsletter',
      isOwed: false,
      to: reader.email,
      locale,
      queuedAt: new Date(0),
      tries: 0,
    },
    'preview',
    organisation,
    config,
  );
}
