import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { findContacts } from '../../identity/index.ts';
import { queueLetter, type Topic } from '../../notifications/index.ts';
import { REALISATION } from '../realisation.ts';
import type { Part } from './team.ts';
import { partWords } from './words.page.ts';

/** What somebody is written about a realisation because they are of it, or asked to be. */
export type PeopleNews =
  | { kind: 'newcomer'; parts: readonly Part[] }
  | { kind: 'offer'; body: string }
  | { kind: 'answer'; answer: string }
  | { kind: 'volunteer' }
  | { kind: 'accepted' }
  | { kind: 'declined' }
  | {
      kind: 'invitation';
      meeting: { title: string; startsAt: Date; place: string; description: string };
    }
  | { kind: 'testimony' }
  | { kind: 'testimony-accepted' }
  | { kind: 'testimony-returned'; reason: string };

export interface ToldPeople {
  organisation: { id: string; name: string };
  realisationId: string;
  project: string;
  /** Where it is read, with its host. */
  address: string;
}

/** Owed: an answer that they asked for. The others go by what their reader wants to receive. */
const sent: Record<PeopleNews['kind'], { topic: Topic; isOwed?: boolean }> = {
  newcomer: { topic: 'tasks', isOwed: true },
  offer: { topic: 'tasks' },
  answer: { topic: 'exchanges', isOwed: true },
  volunteer: { topic: 'tasks' },
  accepted: { topic: 'exchanges', isOwed: true },
  declined: { topic: 'exchanges', isOwed: true },
  invitation: { topic: 'meetings', isOwed: true },
  testimony: { topic: 'tasks' },
  'testimony-accepted': { topic: 'my-ideas', isOwed: true },
  'testimony-returned': { topic: 'my-ideas', isOwed: true },
};

/** Writes each of them in their language. `onceKey`: with a person, written once whatever happens. */
export async function tellPeople(
  tx: Tx,
  { organisation, realisationId, project, address }: ToldPeople,
  people: readonly string[],
  news: PeopleNews,
  onceKey?: string,
): Promise<void> {
  const contacts = await findContacts(tx, organisation.id, people);
  for (const [personId, { email, locale }] of contacts)
    await queueLetter(tx, {
      organisationId: organisation.id,
      ...sent[news.kind],
      personId,
      address: email,
      locale,
      ...writePeopleNews(news, { project, address, organisation: organisation.name }, locale),
      target: { kind: REALISATION, id: realisationId },
      ...(onceKey && { onceKey: `${onceKey}:${personId}` }),
    });
}

export function writePeopleNews(
  news: PeopleNews,
  { project, address, organisation }: { project: string; address: string; organisation: string },
  locale: Locale,
): { subject: string; text: string } {
  return withLocale(locale, () => {
    const { subject, paragraphs } = say(news, project, address);
    return { subject, text: [...paragraphs, organisation].join('\n\n') };
  });
}

function say(
  news: PeopleNews,
  project: string,
  address: string,
): { subject: string; paragraphs: string[] } {
  const at = { project, address };
  switch (news.kind) {
    case 'newcomer':
      return {
        subject: m.together_mail_newcomer_subject(at),
        paragraphs: [
          m.together_mail_newcomer({
            project,
            part: news.parts.map((part) => partWords[part]()).join(', '),
          }),
          m.together_mail_newcomer_more(),
          m.together_mail_space(at),
        ],
      };
    case 'offer':
      return {
        subject: m.together_mail_offer_subject(at),
        paragraphs: [m.together_mail_offer(at), news.body, m.together_mail_read(at)],
      };
    case 'answer':
      return {
        subject: m.together_mail_answer_subject(at),
        paragraphs: [m.together_mail_answer(at), news.answer, m.together_mail_own_offer(at)],
      };
    case 'volunteer':
      return {
        subject: m.together_mail_volunteer_subject(at),
        paragraphs: [m.together_mail_volunteer(at), m.together_mail_read(at)],
      };
    case 'accepted':
      return {
        subject: m.together_mail_accepted_subject(at),
        paragraphs: [
          m.together_mail_accepted(at),
          m.together_mail_accepted_more(),
          m.together_mail_space(at),
        ],
      };
    case 'declined':
      return {
        subject: m.together_mail_declined_subject(at),
        paragraphs: [m.together_mail_declined(at), m.together_mail_declined_more(at)],
      };
    case 'invitation': {
      const { title, startsAt, place, description } = news.meeting;
      const date = formatDateTime(startsAt);
      return {
        subject: m.together_mail_invitation_subject({ project, title }),
        paragraphs: [
          m.together_mail_invitation(at),
          `${title}\n${date}\n${place}`,
          ...(description ? [description] : []),
          m.together_mail_invitation_more(at),
        ],
      };
    }
    case 'testimony':
      return {
        subject: m.together_mail_testimony_subject(at),
        paragraphs: [m.together_mail_testimony(at), m.together_mail_read(at)],
      };
    case 'testimony-accepted':
      return {
        subject: m.together_mail_testimony_accepted_subject(at),
        paragraphs: [m.together_mail_testimony_accepted(at), m.together_mail_testimony_more(at)],
      };
    case 'testimony-returned':
      return {
        subject: m.together_mail_testimony_returned_subject(at),
        paragraphs: [
          m.together_mail_testimony_returned(at),
          news.reason,
          m.together_mail_testimony_again(at),
        ],
      };
  }
}
