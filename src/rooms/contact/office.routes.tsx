import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listNicknames } from '../identity/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { writeReply } from './message.mails.ts';
import { MessagePage, REPLY_FIELD } from './message.page.tsx';
import {
  countMessages,
  findMessage,
  insertReply,
  listMessages,
  listReplies,
  PAGE_SIZE,
  setClosed,
} from './message.store.ts';
import { type ContactMessage, checkBody, MESSAGE_STATES, STATE_SLUGS } from './message.ts';
import { messageRefusalWords } from './message-words.page.ts';
import { MessagesPage } from './messages.page.tsx';

type OfMessage = SignedInVisit<'message'>;

/** What people wrote, and what the office answers. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminMessages, 'officer', async ({ db, organisation, url }) => {
    const slug = url.searchParams.get('etat');
    const state = MESSAGE_STATES.find((one) => STATE_SLUGS[one] === slug) ?? 'new';
    const typed = url.searchParams.get('avant') ?? '';
    const before = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
    const [messages, counts] = await Promise.all([
      listMessages(db, organisation.id, { state, before }),
      countMessages(db, organisation.id),
    ]);
    return page({
      title: m.contact_office_title(),
      section: 'admin',
      body: (
        <MessagesPage
          messages={messages.slice(0, PAGE_SIZE)}
          more={messages.length > PAGE_SIZE}
          state={state}
          counts={counts}
          isFirst={before === null}
        />
      ),
    });
  }),

  get(urls.adminMessage, 'officer', async (visit) => show(visit, await load(visit))),

  post(urls.adminMessage, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const message = await load(visit);
    const form = await visit.form();
    const body = form.text(REPLY_FIELD);
    const id = form.text('reponse-id');
    const refusal = checkBody(body);
    if (refusal || message.erasedAt)
      return show(visit, message, {
        typed: body,
        problems: {
          [REPLY_FIELD]: refusal ? messageRefusalWords[refusal]() : m.contact_refused_erased(),
        },
      });
    const reply = { id: isUuid(id) ? id : randomUUID(), body };
    const act = { organisationId: organisation.id, by: visit.visitor.id };
    await db.transaction().execute(async (tx) => {
      if (!(await insertReply(tx, act, message, reply))) return;
      await queueLetter(tx, writeReply({ organisation, message, origin: visit.origin }, reply));
      if (form.has('clore')) await setClosed(tx, act, message, true);
    });
    return seeOther(visit, urls.adminMessage({ message: message.id }), 'message-answered');
  }),

  post(urls.adminCloseMessage, 'officer', (visit) => stand(visit, true)),
  post(urls.adminReopenMessage, 'officer', (visit) => stand(visit, false)),
];

const load = async ({ db, organisation, params }: OfMessage): Promise<ContactMessage> =>
  found(await findMessage(db, organisation.id, params.message), 'message');

async function stand(visit: OfMessage, closed: boolean): Promise<Answer> {
  const message = await load(visit);
  const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
  await visit.db.transaction().execute((tx) => setClosed(tx, act, message, closed));
  const notice = closed ? 'message-closed' : 'message-reopened';
  return seeOther(visit, urls.adminMessage({ message: message.id }), notice);
}

async function show(
  { db, organisation }: OfMessage,
  message: ContactMessage,
  { typed, problems }: { typed: string; problems: Problems } = { typed: '', problems: {} },
): Promise<Answer> {
  const replies = await listReplies(db, organisation.id, message.id);
  const writers = replies.map(({ writtenBy }) => writtenBy);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.contact_message_title({ number: message.number }),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <MessagePage
        message={message}
        replies={replies}
        nicknames={await listNicknames(db, organisation.id, writers)}
        replyId={randomUUID()}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
