import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../../platform/http/visit.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { urls } from '../../../urls.ts';
import { findList } from '../list.store.ts';
import { readListLink } from '../list-token.crypto.ts';
import { findMessage } from '../message.store.ts';
import { findPlace } from '../place.store.ts';
import { proveMessage } from '../post/judging.mails.ts';
import { findSubscriptionById, unsubscribe } from '../subscription.store.ts';
import { AnsweredPage, AskedPage } from './link.page.tsx';

/** What letters lead to without signing in (W4): a GET shows, a POST acts. */
export const linkRoutes: readonly Route[] = [
  get(urls.stopList, 'anyone', async (visit) => {
    const stopped = await findStopped(visit);
    if (!stopped) return left();
    return page({
      title: m.lists_stop_title(),
      body: (
        <AskedPage
          title={m.lists_stop_title()}
          words={m.lists_stop_words({ list: stopped.title })}
          action={urls.stopList({ token: visit.params.token })}
          button={m.lists_leave()}
        />
      ),
    });
  }),

  post(
    urls.stopList,
    'anyone',
    async (visit) => {
      const stopped = await findStopped(visit);
      if (stopped) await unsubscribe(visit.db, visit.organisation.id, stopped.id);
      return left();
    },
    // a mail program presses it by itself (RFC 8058)
    { withoutOrigin: true },
  ),

  get(urls.confirmListMessage, 'anyone', async (visit) => {
    const message = await findClaimed(visit);
    if (!message) return gone();
    if (message.publishedAt || message.waitsFor !== 'proof') return proven();
    return page({
      title: m.lists_confirm_title(),
      body: (
        <AskedPage
          title={m.lists_confirm_title()}
          words={m.lists_confirm_words({ list: message.title })}
          quoted={{
            subject: message.subject || m.lists_no_subject(),
            body: excerptOf(message.body, 1000),
          }}
          action={urls.confirmListMessage({ token: visit.params.token })}
          button={m.lists_confirm_button()}
        />
      ),
    });
  }),

  post(urls.confirmListMessage, 'anyone', async (visit) => {
    const message = await findClaimed(visit);
    if (!message) return gone();
    const done = await proveMessage(visit.db, visit.organisation.id, message.id);
    return done === 'gone' ? gone() : proven();
  }),
];

/** The subscription that a link stops; null: it has ended. Spoilt, or of another organisation: there is no such page. */
async function findStopped({ db, config, organisation, params }: Visit<'token'>) {
  const id = found(readListLink(config, organisation.id, 'stop', params.token), 'token');
  const subscription = await findSubscriptionById(db, organisation.id, id);
  if (!subscription) return null;
  const list = await findList(db, organisation.id, subscription.listId);
  const place = list && (await findPlace(db, organisation.id, list.componentId));
  return { ...subscription, title: place?.component.title ?? '' };
}

/** The message that a link is about, with the name of its list; null: it was refused, or forgotten. */
async function findClaimed({ db, config, organisation, params }: Visit<'token'>) {
  const id = found(readListLink(config, organisation.id, 'confirm', params.token), 'token');
  const message = await findMessage(db, organisation.id, id);
  if (!message || message.refusedAt) return null;
  const list = await findList(db, organisation.id, message.listId);
  const place = list && (await findPlace(db, organisation.id, list.componentId));
  return place ? { ...message, title: place.component.title } : null;
}

const answered = (title: string, words: string, status?: 410): Answer =>
  page({ title, ...(status && { status }), body: <AnsweredPage title={title} words={words} /> });
const left = () => answered(m.lists_left_title(), m.lists_left_words());
const proven = () => answered(m.lists_proven_title(), m.lists_proven_words());
const gone = () => answered(m.lists_gone_title(), m.lists_gone_words(), 410);
