import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import { countOpenForm, giveWork, WORK_NAME } from '../../../platform/http/open-form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import {
  readFormToken,
  SHORTEST_WRITING,
  writeFormToken,
} from '../../../platform/secrets/form-token.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import type { Problems } from '../../../ui/form.tsx';
import { TRAP_NAME } from '../../../ui/trap.tsx';
import { WORK_SCRIPT } from '../../../ui/work-field.tsx';
import { urls } from '../../../urls.ts';
import { sayIdentityRefusal } from '../../identity/index.page.ts';
import { readUsableEmail } from '../../identity/index.ts';
import { DecidePage, SettledPage, SubscribePage } from './subscribe.page.tsx';
import {
  askSubscription,
  confirmSubscription,
  endSubscription,
  findSubscriber,
} from './subscriber.store.ts';
import { type LinkUse, readLinkToken, writeLinkToken } from './subscriber-token.crypto.ts';

/** Asking for the newsletter by address, proving the address, and ending it by one click (RFC 8058). */
export const subscribeRoutes: readonly Route[] = [
  get(urls.subscribe, 'anyone', (visit) => show(visit)),

  post(urls.subscribe, 'anyone', async (visit) => {
    const { db, organisation, config, locale, origin } = visit;
    const form = await visit.form();
    const typed = form.text('courriel');
    const given = form.text('jeton');
    const token = readFormToken(
      openKeys(config.keysFolder).secretsKey(),
      formOf(organisation),
      given,
    );
    const email = readUsableEmail(typed, isDisposableEmailDomain);
    const problems: Problems = {};
    if (typeof email === 'string') problems.courriel = sayIdentityRefusal(email);
    if (form.text(TRAP_NAME) !== '') problems.form = m.contact_refused_trap();
    else if (!token) problems.form = m.contact_refused_token();
    else if ((await readNow(db)).getTime() - token.shownAt.getTime() < SHORTEST_WRITING * 1000)
      problems.form = m.contact_refused_fast();
    if (Object.keys(problems).length > 0 || typeof email === 'string')
      return show(visit, { typed, problems, token: token ? given : null });
    const wait = await waitOf(() => countAsking(visit, email.mailbox, form.text(WORK_NAME)));
    if (wait !== null) {
      const problem = m.contact_refused_often({ minutes: Math.ceil(wait / 60) });
      return show(visit, { typed, problems: { form: problem }, token: given, status: 429 });
    }
    await db.transaction().execute(async (tx) => {
      const { id } = await askSubscription(tx, organisation.id, { ...email, locale });
      const key = openKeys(config.keysFolder).rollKey();
      const proof = writeLinkToken(key, organisation.id, id, 'confirm');
      await queueMail(tx, {
        to: email.email,
        locale,
        replyTo: organisation.contactEmail,
        subject: m.newsletter_confirm_subject({ organisation: organisation.name }),
        text: m.newsletter_confirm_body({
          organisation: organisation.name,
          address: origin + urls.subscribeConfirm({ token: proof }),
        }),
      });
    });
    return seeOther(visit, urls.subscribeSent());
  }),

  get(urls.subscribeSent, 'anyone', () =>
    settled(m.newsletter_sent_title(), m.newsletter_sent_words()),
  ),

  get(urls.subscribeConfirm, 'anyone', async (visit) => {
    const subscriber = await findLinked(visit, 'confirm');
    if (!subscriber) return spent();
    if (subscriber.confirmedAt) return confirmed();
    return page({
      title: m.newsletter_confirm_title(),
      body: (
        <DecidePage
          title={m.newsletter_confirm_title()}
          words={m.newsletter_confirm_words({ email: subscriber.email })}
          action={urls.subscribeConfirm({ token: visit.params.token })}
          button={m.newsletter_confirm_button()}
        />
      ),
    });
  }),

  post(urls.subscribeConfirm, 'anyone', async (visit) => {
    const subscriber = await findLinked(visit, 'confirm');
    if (!subscriber) return spent();
    await confirmSubscription(visit.db, visit.organisation.id, subscriber.id);
    return confirmed();
  }),

  get(urls.unsubscribe, 'anyone', async (visit) => {
    if (!(await findLinked(visit, 'stop'))) return ended();
    return page({
      title: m.letters_stop_title(),
      body: (
        <DecidePage
          title={m.letters_stop_title()}
          words={m.newsletter_stop_words({ organisation: visit.organisation.name })}
          action={urls.unsubscribe({ token: visit.params.token })}
          button={m.letters_stop_button()}
        />
      ),
    });
  }),

  post(
    urls.unsubscribe,
    'anyone',
    async (visit) => {
      const subscriber = await findLinked(visit, 'stop');
      const path = urls.unsubscribe({ token: visit.params.token });
      if (subscriber) await endSubscription(visit.db, visit.organisation.id, subscriber.id, path);
      return ended();
    },
    { withoutOrigin: true },
  ),
];

/** Whose link this is; null: what it was about is gone. Spoilt, or of another organisation: there is no such page. */
async function findLinked({ db, config, organisation, params }: Visit<'token'>, use: LinkUse) {
  const key = openKeys(config.keysFolder).rollKey();
  const id = found(readLinkToken(key, organisation.id, params.token, use), 'token');
  return findSubscriber(db, organisation.id, id);
}

const settled = (title: string, words: string, status?: 410): Answer =>
  page({ title, ...(status && { status }), body: <SettledPage title={title} words={words} /> });
const confirmed = () => settled(m.newsletter_confirmed_title(), m.newsletter_confirmed_words());
const ended = () => settled(m.letters_stopped_title(), m.newsletter_ended_words());
const spent = () => settled(m.newsletter_spent_title(), m.newsletter_spent_words(), 410);

/** Nobody fills somebody else's mailbox from here; who asks is hashed, and forgotten within a day (W10). */
async function countAsking(visit: Visit, mailbox: string, sentWork: string): Promise<void> {
  const key = `newsletter-to:${hashSecret(visit.organisation.id, mailbox)}`;
  await countHit(visit.db, { key, hits: 3, seconds: 3600 });
  await countOpenForm(visit, NEWSLETTER, sentWork);
}

/** Without scripts a library's afternoon passes, and a program that fills in other people's addresses waits. */
const NEWSLETTER = { name: 'newsletter', withoutWork: 120 };

interface Shown {
  typed: string;
  problems: Problems;
  /** null: another one is made. */
  token: string | null;
  status?: 429;
}

const formOf = ({ id }: { id: string }) => ({ organisationId: id, name: 'newsletter-form' });

async function show(visit: Visit, shown?: Shown): Promise<Answer> {
  const { db, organisation, config, visitor } = visit;
  const { typed = '', problems = {}, token = null, status } = shown ?? {};
  const faulty = Object.keys(problems).length > 0;
  const key = openKeys(config.keysFolder).secretsKey();
  return page({
    title: m.newsletter_title(),
    section: 'news',
    scripts: [WORK_SCRIPT],
    ...(faulty && { status: status ?? 422, faulty }),
    body: (
      <SubscribePage
        organisation={organisation.name}
        email={typed}
        token={token ?? writeFormToken(key, formOf(organisation), await readNow(db))}
        challenge={await giveWork(visit, NEWSLETTER)}
        signedIn={visitor !== null}
        problems={problems}
      />
    ),
  });
}
