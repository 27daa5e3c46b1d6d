import * as m from '../../../paraglide/messages.js';
import type { Config } from '../../../platform/config.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { urls } from '../../../urls.ts';
import { findContacts } from '../../identity/index.ts';
import { tellPerson } from '../../notifications/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findList } from '../list.store.ts';
import type { MailingList } from '../list.ts';
import { writeListLink } from '../list-token.crypto.ts';
import { findPlace } from '../place.store.ts';

const DAY = 24 * 3_600_000;
/** Days in which somebody may say that they wrote a message. */
const PROOF_DAYS = 14;

/** Asks whoever a message names as its author, once and at the address of their account, whether they wrote it. */
export async function askForProof(
  tx: Tx,
  config: Config,
  list: MailingList,
  messageId: string,
  { authorId, subject, body }: { authorId: string; subject: string; body: string },
): Promise<void> {
  const { organisationId } = list;
  const organisation = (await findOrganisation(tx, organisationId))!;
  const contact = (await findContacts(tx, organisationId, [authorId])).get(authorId);
  const place = await findPlace(tx, organisationId, list.componentId);
  if (!contact || !place) return;
  const token = writeListLink(config, organisationId, 'confirm', messageId);
  const words = withLocale(contact.locale, () => ({
    subject: m.lists_proof_subject({ list: place.component.title }),
    text: m.lists_proof_body({
      list: place.component.title,
      subject: subject || m.lists_no_subject(),
      extract: excerptOf(body, 300),
      address: originOf(organisation.host, config) + urls.confirmListMessage({ token }),
      days: PROOF_DAYS,
      organisation: organisation.name,
    }),
  }));
  await queueMail(tx, {
    to: contact.email,
    locale: contact.locale,
    replyTo: organisation.contactEmail,
    ...words,
  });
  await queueJob(
    tx,
    'forget-list-message',
    { organisationId, messageId },
    { key: `list-proof:${messageId}`, runAt: new Date(Date.now() + PROOF_DAYS * DAY) },
  );
}

/** Their mailbox sends letters back: they hear of it on the site, where nothing comes back. */
export async function tellPaused(
  tx: Tx,
  {
    organisationId,
    personId,
    listId,
    subscriptionId,
  }: {
    organisationId: string;
    personId: string;
    listId: string;
    subscriptionId: string;
  },
): Promise<void> {
  const list = await findList(tx, organisationId, listId);
  const place = list && (await findPlace(tx, organisationId, list.componentId));
  if (!place) return;
  const at = { space: place.space.slug, component: place.component.slug };
  await tellPerson(tx, organisationId, {
    personId,
    topic: 'exchanges',
    kind: 'exchange',
    target: { kind: 'list', id: listId },
    href: urls.listSubscription(at),
    words: () => m.lists_paused_told({ list: place.component.title }),
    onceKey: `list-paused:${subscriptionId}:${Date.now()}`,
    letter: null,
  });
}

/** Whoever wrote a message hears on the site what the team decided of it. */
export async function tellJudged(
  tx: Tx,
  list: MailingList,
  message: { id: string; authorId: string | null; subject: string; threadId: string },
  judged: 'accepted' | { refused: string } | { withdrawn: string },
): Promise<void> {
  const { organisationId } = list;
  const place = await findPlace(tx, organisationId, list.componentId);
  const contact = message.authorId
    ? (await findContacts(tx, organisationId, [message.authorId])).get(message.authorId)
    : undefined;
  if (!place || !contact || !message.authorId) return;
  const at = { space: place.space.slug, component: place.component.slug };
  const about = () => ({
    list: place.component.title,
    subject: message.subject || m.lists_no_subject(),
  });
  const words = () => {
    if (judged === 'accepted') return m.lists_accepted_told(about());
    return 'refused' in judged
      ? m.lists_refused_told({ ...about(), reason: judged.refused })
      : m.lists_withdrawn_told({ ...about(), reason: judged.withdrawn });
  };
  await tellPerson(tx, organisationId, {
    personId: message.authorId,
    topic: 'exchanges',
    kind: 'exchange',
    target: { kind: 'list', id: list.id },
    href:
      judged === 'accepted'
        ? urls.listThread({ ...at, thread: message.threadId })
        : urls.spaceList(at),
    words,
    onceKey: `list-judged:${message.id}:${typeof judged === 'string' ? judged : Object.keys(judged)[0]}`,
    letter: {
      address: contact.email,
      locale: contact.locale,
      ...withLocale(contact.locale, () => ({
        subject: m.lists_judged_subject(about()),
        text: words(),
      })),
    },
  });
}
