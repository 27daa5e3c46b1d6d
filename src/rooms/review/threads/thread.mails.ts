import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { queueLetter, tellPerson } from '../../notifications/index.ts';
import { type Edition, numberedSegment } from '../../spaces/index.ts';

/** Somebody to write to: with an account, or with an address only. */
export interface Recipient {
  personId: string | null;
  email: string;
  locale: 'fr' | 'en';
}

interface Told {
  organisation: { id: string; name: string };
  origin: string;
  edition: Edition;
  idea: Pick<Idea, 'id' | 'number' | 'title'>;
  /** As its reader may know them: a nickname, or the organisation. */
  writer: string;
  body: string;
}

const subjects = {
  exchange: m.threads_mail_exchange_subject,
  team: m.threads_mail_team_subject,
  mention: m.threads_mail_mention_subject,
} as const;

/**
 * One letter about one message. An exchange is owed to its holder: it is about their idea and asks for an answer;
 * without an account they are told to answer to the office's own address.
 */
export async function tellMessage(
  tx: Tx,
  kind: keyof typeof subjects,
  told: Told,
  recipient: Recipient,
  { isOwed = false } = {},
): Promise<void> {
  const { organisation, edition, idea, origin, writer, body } = told;
  const address = urls.threads({
    edition: edition.slug,
    idea: numberedSegment(idea.number, idea.title),
  });
  const inputs = { title: idea.title, number: idea.number, organisation: organisation.name };
  const letter = withLocale(recipient.locale, () => ({
    subject: subjects[kind](inputs),
    text: m.threads_mail_body({
      ...inputs,
      writer,
      edition: edition.title,
      body,
      answer:
        recipient.personId === null
          ? m.threads_mail_answer_by_mail()
          : m.threads_mail_answer({ address: origin + address }),
    }),
  }));
  const { personId } = recipient;
  const topic = 'exchanges' as const;
  const target = { kind: 'idea', id: idea.id };
  const sent = { address: recipient.email, locale: recipient.locale, ...letter, isOwed };
  if (personId === null)
    return queueLetter(tx, { organisationId: organisation.id, topic, personId, target, ...sent });
  await tellPerson(tx, organisation.id, {
    personId,
    topic,
    kind: 'exchange',
    target,
    href: address,
    words: () => subjects[kind](inputs),
    // kept with the message itself, in one transaction
    onceKey: `message:${randomUUID()}`,
    letter: sent,
  });
}
