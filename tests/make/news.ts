import { insertNewsletter } from '../../src/rooms/news/letters/newsletter.store.ts';
import type { WrittenNewsletter } from '../../src/rooms/news/letters/newsletter.ts';
import { findNews } from '../../src/rooms/news/news.store.ts';
import type { Act, News } from '../../src/rooms/news/news.ts';
import { insertNews, publishNews } from '../../src/rooms/news/news-writing.store.ts';
import { savePreference } from '../../src/rooms/notifications/index.ts';
import type { TestSite } from '../site-client.ts';

type Made = Pick<TestSite, 'db'>;

/** An item that everybody reads; `showsAt`: from a date on; `published: false`: a draft. */
export async function makeNews(
  { db }: Made,
  act: Act,
  options: Partial<Pick<News, 'title' | 'summary' | 'body' | 'editionId'>> & {
    showsAt?: Date;
    published?: boolean;
  } = {},
): Promise<News> {
  const { showsAt = null, published = true, ...text } = options;
  const { id } = await insertNews(db, act, {
    title: 'Le vote ouvre lundi',
    summary: 'Trois semaines pour choisir.',
    body: '## Comment\n\nEn ligne ou sur place.',
    editionId: null,
    ...text,
  });
  if (published) await publishNews(db, act, id, { showsAt });
  return (await findNews(db, act.organisationId, { id }))!;
}

/** A letter to all who asked, with its own words; its id. */
export async function makeNewsletter(
  { db }: Made,
  act: Act,
  options: Partial<WrittenNewsletter> & { subject?: string } = {},
): Promise<string> {
  const { subject = 'La lettre du budget', ...written } = options;
  return insertNewsletter(db, act, {
    own: {
      fr: { subject, words: 'Bonjour à toutes et tous.' },
      en: { subject: '', words: '' },
    },
    news: [],
    posts: [],
    meetings: [],
    segment: { kind: 'all' },
    ...written,
  });
}

/** Ticks the newsletter on an account. */
export const askFor = ({ db }: Made, organisationId: string, personId: string): Promise<void> =>
  savePreference(db, organisationId, personId, 'newsletter', true);
