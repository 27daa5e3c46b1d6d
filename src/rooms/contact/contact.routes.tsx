import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { countHit, waitOf } from '../../platform/http/limits.ts';
import { countOpenForm, giveWork, WORK_NAME } from '../../platform/http/open-form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import {
  readFormToken,
  SHORTEST_WRITING,
  writeFormToken,
} from '../../platform/secrets/form-token.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import type { Problems } from '../../ui/form.tsx';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { WORK_SCRIPT } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import { type Email, readEmail } from '../identity/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { ContactPage, ContactSentPage, MESSAGE_NAMES } from './contact.page.tsx';
import { writeConfirmation, writeToOrganisation } from './message.mails.ts';
import { insertMessage } from './message.store.ts';
import {
  checkMessage,
  MESSAGES_AN_HOUR,
  type MessageField,
  type MessageTopic,
  type TypedMessage,
} from './message.ts';
import { messageRefusalWords } from './message-words.page.ts';

const NOTHING: TypedMessage = { topic: '', name: '', email: '', body: '' };

/** Anybody writes to the organisation (R65): no account, no script, no third party. */
export const contactRoutes: readonly Route[] = [
  get(urls.contact, 'anyone', (visit) => show(visit)),

  post(urls.contact, 'anyone', async (visit) => {
    const { db, organisation, config } = visit;
    const form = await visit.form();
    const typed = Object.fromEntries(
      Object.entries(MESSAGE_NAMES).map(([field, name]) => [field, form.text(name)]),
    ) as unknown as TypedMessage;
    const given = form.text('jeton');
    const token = readFormToken(
      openKeys(config.keysFolder).secretsKey(),
      formOf(organisation),
      given,
    );
    const email = readEmail(typed.email);
    const problems = refuse(typed, email);
    // a program filled in what nobody sees; should a browser have done it, the next try comes through
    if (form.text(TRAP_NAME) !== '') problems.form = m.contact_refused_trap();
    else if (!token) problems.form = m.contact_refused_token();
    else if ((await readNow(db)).getTime() - token.shownAt.getTime() < SHORTEST_WRITING * 1000)
      problems.form = m.contact_refused_fast();
    if (Object.keys(problems).length > 0 || !token || typeof email === 'string')
      return show(visit, { typed, problems, token: token ? given : null });
    const wait = await waitOf(() => countMessage(visit, email, form.text(WORK_NAME)));
    if (wait !== null) {
      const problem = m.contact_refused_often({ minutes: Math.ceil(wait / 60) });
      return show(visit, { typed, problems: { form: problem }, token: given, status: 429 });
    }
    await db.transaction().execute(async (tx) => {
      const message = await insertMessage(tx, {
        organisationId: organisation.id,
        topic: typed.topic as MessageTopic,
        name: typed.name,
        email: email.email,
        body: typed.body,
        lang: visit.locale,
        formId: token.formId,
      });
      if (!message) return;
      const about = { organisation, message, origin: visit.origin };
      await queueLetter(tx, writeToOrganisation(about));
      await queueLetter(tx, writeConfirmation(about));
    });
    return seeOther(visit, urls.contactSent());
  }),

  get(urls.contactSent, 'anyone', () =>
    page({ title: m.contact_sent_title(), body: <ContactSentPage /> }),
  ),
];

const CONTACT = { name: 'contact', withoutWork: MESSAGES_AN_HOUR.withoutWork };
const formOf = ({ id }: { id: string }) => ({ organisationId: id, name: 'contact-form' });

/** Counted where nobody reads who it was: network and mailbox are hashed, and forgotten within a day. */
async function countMessage(visit: Visit, email: Email, sentWork: string): Promise<void> {
  const { db, organisation } = visit;
  const seconds = 3600;
  const { mailbox, organisation: all } = MESSAGES_AN_HOUR;
  const of = (kind: string, who: string) => `contact-${kind}:${hashSecret(organisation.id, who)}`;
  await countHit(db, { key: of('mailbox', email.mailbox), hits: mailbox, seconds });
  await countHit(db, { key: of('all', ''), hits: all, seconds });
  await countOpenForm(visit, CONTACT, sentWork);
}

function refuse(typed: TypedMessage, email: ReturnType<typeof readEmail>): Problems {
  const refusals = checkMessage(typed, typeof email === 'string' ? email : null);
  return Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [
      MESSAGE_NAMES[field as MessageField],
      messageRefusalWords[refusal](),
    ]),
  );
}

interface Shown {
  typed: TypedMessage;
  problems: Problems;
  /** null: another one is made. */
  token: string | null;
  status?: 422 | 429;
}

async function show(visit: Visit, shown?: Shown): Promise<Answer> {
  const { db, organisation, config } = visit;
  const { typed, problems, token, status } = shown ?? {
    typed: NOTHING,
    problems: {},
    token: null,
  };
  const faulty = Object.keys(problems).length > 0;
  const key = openKeys(config.keysFolder).secretsKey();
  return page({
    title: m.contact_title(),
    scripts: [WORK_SCRIPT],
    ...(faulty && { status: status ?? 422, faulty }),
    body: (
      <ContactPage
        organisation={organisation.name}
        typed={typed}
        token={token ?? writeFormToken(key, formOf(organisation), await readNow(db))}
        challenge={await giveWork(visit, CONTACT)}
        problems={problems}
      />
    ),
  });
}
