import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { queueMails } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { tellPerson } from '../notifications/index.ts';
import { type Mandate, nameOfMandate } from './mandate.ts';
import { sayDay } from './mandate-words.page.ts';

/** From whom. */
export interface Sender {
  organisation: { id: string; name: string; contactEmail: string };
  origin: string;
}

interface Network {
  id: string;
  slug: string;
  title: string;
}

/** What happened to somebody's mandate. */
export type MandateNews = 'verified' | 'refused' | 'ending' | 'ended';

interface Words {
  mandate: string;
  title: string;
  date: string;
}

const subjects: Record<MandateNews, (words: Words) => string> = {
  verified: m.mandates_mail_verified_subject,
  refused: m.mandates_mail_refused_subject,
  ending: m.mandates_mail_ending_subject,
  ended: m.mandates_mail_ended_subject,
};

const bodies: Record<MandateNews, (words: Words) => string> = {
  verified: m.mandates_mail_verified,
  refused: m.mandates_mail_refused,
  ending: m.mandates_mail_ending,
  ended: m.mandates_mail_ended,
};

const told: Record<MandateNews, (words: Words) => string> = {
  verified: m.mandates_told_verified,
  refused: m.mandates_told_refused,
  ending: m.mandates_told_ending,
  ended: m.mandates_told_ended,
};

/**
 * Tells whoever holds a mandate what became of it, in the transaction of the act: a line on the site, and a letter, which
 * is owed where somebody decided. `onceKey`: what tells this act from another of its kind.
 */
export async function tellHolder(
  tx: Tx,
  { organisation, origin }: Sender,
  network: Network,
  mandate: Mandate,
  news: MandateNews,
  onceKey: string,
): Promise<void> {
  const { personId } = mandate;
  if (!personId) return;
  const contact = (await findContacts(tx, organisation.id, [personId])).get(personId);
  if (!contact) return;
  const words = (): Words => ({
    mandate: nameOfMandate(mandate),
    title: network.title,
    date: mandate.endsOn ? sayDay(mandate.endsOn) : '',
  });
  const href =
    news === 'verified'
      ? urls.space({ space: network.slug })
      : urls.ownMandates({ space: network.slug });
  await tellPerson(tx, organisation.id, {
    personId,
    topic: 'exchanges',
    kind: 'space',
    target: { kind: 'mandate', id: mandate.id },
    href,
    words: () => told[news](words()),
    onceKey: `mandate:${news}:${mandate.id}:${onceKey}`,
    // its end is told on the site alone: the letter was the one of the month before
    letter:
      news === 'ended'
        ? null
        : withLocale(contact.locale, () => ({
            address: contact.email,
            locale: contact.locale,
            subject: oneLine(subjects[news](words())),
            text: [
              m.mandates_mail_hello({ name: contact.name || contact.nickname }),
              bodies[news](words()),
              ...(news === 'refused' && mandate.refusal
                ? [m.mandates_mail_reason({ reason: mandate.refusal })]
                : []),
              origin + href,
              organisation.name,
            ].join('\n\n'),
            isOwed: news !== 'ending',
          })),
  });
}

/** Those whose mandates were brought in: one letter each, some hundreds at once. Whether they have an account is told to nobody. */
export async function inviteHolders(
  tx: Tx,
  { organisation, origin }: Sender,
  locale: Locale,
  network: Network,
  invited: readonly { email: string; token: string; mandate: string }[],
): Promise<void> {
  const mails = withLocale(locale, () =>
    invited.map(({ email, token, mandate }) => ({
      to: email,
      locale,
      replyTo: organisation.contactEmail,
      subject: oneLine(m.mandates_mail_invited_subject({ title: network.title })),
      text: [
        m.mandates_mail_invited({ mandate, title: network.title, organisation: organisation.name }),
        origin + urls.mandateInvitation({ token }),
        m.mandates_mail_invited_end(),
        organisation.name,
      ].join('\n\n'),
    })),
  );
  await queueMails(tx, mails);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
