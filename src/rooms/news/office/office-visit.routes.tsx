import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { mayEverywhere, mayIn } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { findPromotionPause, type PromotionPause } from '../../organisations/index.ts';
import { listEditions, readNumber } from '../../spaces/index.ts';
import { findNews } from '../news.store.ts';
import { type Act, type News, stateOf } from '../news.ts';
import { NewsFormPage, type TypedNews } from './news-form.page.tsx';
import type { TypedMoment } from './news-publish.page.tsx';

export const actOf = ({ organisation, visitor }: SignedInVisit): Act => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** Public editions that the writer may speak of. */
export async function listOwnEditions({ db, organisation, visitor }: SignedInVisit) {
  const editions = await listEditions(db, organisation.id);
  return editions.filter(({ id }) => mayIn('communicator', visitor, id));
}

/** The item of the address, for those who may write of its edition, or for all. */
export async function loadNews(visit: SignedInVisit): Promise<News> {
  const { db, organisation, visitor } = visit;
  const segment = (visit.params as Record<string, string>).news ?? '';
  const number = found(readNumber(segment), 'news');
  const news = found(await findNews(db, organisation.id, { number }), 'news');
  const may = news.editionId
    ? mayIn('communicator', visitor, news.editionId)
    : mayEverywhere('communicator', visitor);
  if (!may) throw new Refused(403, 'not communicator here');
  return news;
}

interface Shown {
  typed?: TypedNews;
  others?: Partial<{
    alt: string;
    reason: string;
    pause: string;
    moment: TypedMoment;
    when: string;
  }>;
  pause?: PromotionPause | null;
  problems?: Problems;
  conflict?: boolean;
}

const NO_MOMENT: TypedMoment = { day: '', month: '', year: '', time: '' };

/** The date that it waits for, as the form proposes it. */
function typedDate(news: News | null, now: Date): { moment: TypedMoment; when: string } {
  if (!news?.showsAt || stateOf(news, now) !== 'planned') return { moment: NO_MOMENT, when: '' };
  const { day: date, time } = toLocalTime(news.showsAt);
  const [year = '', month = '', day = ''] = date.split('-');
  return { moment: { day, month, year, time }, when: 'date' };
}

/** The page of an item, with a form that came back where there is one. */
export async function showNews(
  visit: SignedInVisit,
  news: News | null,
  { typed, others, pause, problems = {}, conflict = false }: Shown = {},
): Promise<Page> {
  const { db, organisation, visitor } = visit;
  const now = await readNow(db);
  const faulty = Object.keys(problems).length > 0;
  const { title = '', summary = '', body = '', editionId = '' } = news ?? {};
  return page({
    title: news ? m.news_office_item() : m.news_office_new(),
    section: 'admin',
    ...((faulty || conflict) && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <NewsFormPage
        news={news}
        state={news && stateOf(news, now)}
        typed={typed ?? { title, summary, body, edition: editionId ?? '', correction: '' }}
        others={{ alt: '', reason: '', pause: '', ...typedDate(news, now), ...others }}
        editions={await listOwnEditions(visit)}
        everywhere={mayEverywhere('communicator', visitor)}
        pause={pause ?? (await findPromotionPause(db, organisation.id))}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}
