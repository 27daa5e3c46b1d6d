import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { showMessages } from '../archive/archive.routes.tsx';
import { listWaiting, measureList } from '../archive/archive.store.ts';
import type { MailingList } from '../list.ts';
import type { SeenPlace } from '../list-frame.page.tsx';
import { loadToJudge, nameAuthors } from '../load.routes.ts';
import { findMessage } from '../message.store.ts';
import { type Message, REFUSAL_LENGTH } from '../message.ts';
import { acceptMessage, refuseMessage, withdrawMessage } from '../post/judging.mails.ts';
import { JUDGEMENT_NAMES, JudgementPage, QueuePage, WithdrawalPage } from './queue.page.tsx';

/** What the team of a space reads before the others do. */
export const queueRoutes: readonly Route[] = [
  get(urls.listQueue, 'signed-in', async (visit) => {
    const { list, seen } = await loadToJudge(visit);
    const { db, organisation } = visit;
    const waiting = await listWaiting(db, organisation.id, list.id);
    const { unproven } = await measureList(db, organisation.id, list.id);
    return page({
      title: m.lists_queue_title(),
      section: 'participation',
      body: (
        <QueuePage
          seen={seen}
          names={await nameAuthors(visit, waiting)}
          waiting={waiting}
          unproven={unproven}
        />
      ),
    });
  }),

  get(urls.listJudgement, 'signed-in', async (visit) => {
    const { list, seen } = await loadToJudge(visit);
    return show(visit, seen, await loadWaiting(visit, list));
  }),

  post(urls.listJudgement, 'signed-in', async (visit) => {
    const { list, seen } = await loadToJudge(visit);
    const message = await loadWaiting(visit, list);
    const form = await visit.form();
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const about = { ...list, title: seen.component.title };
    const queue = urls.listQueue(seen.at);
    if (form.text(JUDGEMENT_NAMES.judgement) === 'accepter') {
      const done = await acceptMessage(visit.db, act, about, message.id);
      return seeOther(
        visit,
        queue,
        done === 'done' ? 'list-message-accepted' : 'list-message-gone',
      );
    }
    const reason = form.text(JUDGEMENT_NAMES.reason);
    const problem = checkReason(reason);
    if (problem) return show(visit, seen, message, reason, { [JUDGEMENT_NAMES.reason]: problem });
    const done = await refuseMessage(visit.db, act, about, message.id, reason);
    return seeOther(visit, queue, done === 'done' ? 'list-message-refused' : 'list-message-gone');
  }),

  get(urls.listWithdrawal, 'signed-in', async (visit) => {
    const { list, seen } = await loadToJudge(visit);
    return showWithdrawal(visit, seen, await loadPublished(visit, list));
  }),

  post(urls.listWithdrawal, 'signed-in', async (visit) => {
    const { list, seen } = await loadToJudge(visit);
    const message = await loadPublished(visit, list);
    const reason = (await visit.form()).text(JUDGEMENT_NAMES.reason);
    const problem = checkReason(reason);
    if (problem)
      return showWithdrawal(visit, seen, message, reason, { [JUDGEMENT_NAMES.reason]: problem });
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const about = { ...list, title: seen.component.title };
    const done = await withdrawMessage(visit.db, act, about, message.id, reason);
    const thread = urls.listThread({ ...seen.at, thread: message.threadId });
    return seeOther(
      visit,
      thread,
      done === 'done' ? 'list-message-withdrawn' : 'list-message-gone',
    );
  }),
];

function checkReason(reason: string): string | null {
  if (reason === '') return m.lists_refuse_reason_missing();
  return [...reason].length > REFUSAL_LENGTH
    ? m.lists_refuse_reason_long({ most: REFUSAL_LENGTH })
    : null;
}

/** The message of the address, while it waits for the team of this very list. */
async function loadWaiting(
  { db, organisation, params }: SignedInVisit<'message'>,
  list: MailingList,
): Promise<Message> {
  const message = await findMessage(db, organisation.id, params.message);
  const waits =
    message?.listId === list.id &&
    message.waitsFor !== 'proof' &&
    !message.publishedAt &&
    !message.refusedAt;
  return found(waits ? message : null, 'message');
}

/** The message of the address, while everybody who reads this very list does. */
async function loadPublished(
  { db, organisation, params }: SignedInVisit<'message'>,
  list: MailingList,
): Promise<Message> {
  const message = await findMessage(db, organisation.id, params.message);
  const isShown = message?.listId === list.id && message.publishedAt && !message.withdrawnAt;
  return found(isShown ? message : null, 'message');
}

async function showWithdrawal(
  visit: SignedInVisit,
  seen: SeenPlace,
  message: Message,
  typed = '',
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const [shown] = await showMessages(visit, message.listId, [message]);
  return page({
    title: m.lists_withdraw_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <WithdrawalPage
        seen={seen}
        names={await nameAuthors(visit, [message])}
        message={shown!}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

async function show(
  visit: SignedInVisit,
  seen: SeenPlace,
  message: Message,
  typed = '',
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const [shown] = await showMessages(visit, message.listId, [message]);
  return page({
    title: message.subject || m.lists_no_subject(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <JudgementPage
        seen={seen}
        names={await nameAuthors(visit, [message])}
        message={shown!}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
