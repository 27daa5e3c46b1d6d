import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import type { Meeting } from './meeting.ts';
import { meetingSegment, placeWords, timeWords } from './meeting-words.page.ts';
import type { Telling } from './telling.store.ts';

/** What every letter about a meeting says of it. */
export interface Told {
  meeting: Meeting;
  organisation: { name: string };
  /** `https://host[:port]`, before the addresses. */
  origin: string;
  locale: Locale;
}

interface Words {
  subject: string;
  text: string;
}

/** What happened to a registration, or to its meeting. */
export type News =
  | { kind: 'seated' | 'waiting' | 'recalled'; name: string; withdrawAddress: string }
  | { kind: 'changed'; name: string; message: string; withdrawAddress: string }
  | { kind: 'cancelled'; name: string };

const subjects: Record<News['kind'], (inputs: { title: string }) => string> = {
  seated: m.meetings_mail_seated_subject,
  waiting: m.meetings_mail_waiting_subject,
  recalled: m.meetings_mail_recalled_subject,
  changed: m.meetings_mail_changed_subject,
  cancelled: m.meetings_mail_cancelled_subject,
};

const openings: Record<News['kind'], (inputs: { title: string }) => string> = {
  seated: m.meetings_mail_seated,
  waiting: m.meetings_mail_waiting,
  recalled: m.meetings_mail_recalled,
  changed: m.meetings_mail_changed,
  cancelled: m.meetings_mail_cancelled,
};

/** To somebody who is registered: when and where, and the one link that gives the seat back. */
export function writeNews(told: Told, news: News): Words {
  const { meeting, organisation } = told;
  const { title } = meeting;
  return withLocale(told.locale, () => ({
    subject: oneLine(subjects[news.kind]({ title })),
    text: [
      m.meetings_mail_hello({ name: news.name }),
      openings[news.kind]({ title }),
      ...(news.kind === 'changed' && news.message ? [news.message] : []),
      ...(news.kind === 'cancelled' ? [meeting.cancelMessage] : []),
      facts(told),
      ...('withdrawAddress' in news
        ? [`${m.meetings_mail_withdraw()}\n${news.withdrawAddress}`]
        : []),
      organisation.name,
    ].join('\n\n'),
  }));
}

/** To somebody whom the office has taken off the list: nobody comes in vain; why, where it says so. */
export function writeRemoved(told: Told, name: string, reason: string): Words {
  const { title } = told.meeting;
  const { name: organisation } = told.organisation;
  return withLocale(told.locale, () => ({
    subject: oneLine(m.meetings_mail_removed_subject({ title })),
    text: [
      m.meetings_mail_hello({ name }),
      m.meetings_mail_removed({ title, organisation }),
      ...(reason ? [reason] : []),
      facts(told),
      organisation,
    ].join('\n\n'),
  }));
}

/** To an address that nobody has proven yet: the link that does. */
export function writeProofAsked(told: Told, name: string, confirmAddress: string): Words {
  const { title } = told.meeting;
  return withLocale(told.locale, () => ({
    subject: oneLine(m.meetings_mail_proof_subject({ title })),
    text: [
      m.meetings_mail_hello({ name }),
      m.meetings_mail_proof({ title }),
      confirmAddress,
      m.meetings_mail_proof_end(),
      facts(told),
      told.organisation.name,
    ].join('\n\n'),
  }));
}

export type PresenceNews = 'asked' | 'changed' | 'cancelled';

const presenceSubjects: Record<PresenceNews, (inputs: { title: string }) => string> = {
  asked: m.meetings_mail_presence_subject,
  changed: m.meetings_mail_changed_subject,
  cancelled: m.meetings_mail_cancelled_subject,
};

const presenceOpenings: Record<PresenceNews, (inputs: { title: string }) => string> = {
  asked: m.meetings_mail_presence,
  changed: m.meetings_mail_changed,
  cancelled: m.meetings_mail_cancelled,
};

/** To an elected person or an agent who is to be there (R55). */
export function writePresence(
  told: Told,
  name: string,
  news: PresenceNews,
  message: string,
): Words {
  const { meeting } = told;
  const { title } = meeting;
  return withLocale(told.locale, () => ({
    subject: oneLine(presenceSubjects[news]({ title })),
    text: [
      m.meetings_mail_hello({ name }),
      presenceOpenings[news]({ title }),
      ...(message ? [message] : []),
      ...(news === 'cancelled' ? [meeting.cancelMessage] : []),
      facts(told),
      told.organisation.name,
    ].join('\n\n'),
  }));
}

const followerSubjects: Record<Telling['what'], (inputs: { title: string }) => string> = {
  published: m.meetings_mail_announced_subject,
  changed: m.meetings_mail_changed_subject,
  cancelled: m.meetings_mail_cancelled_subject,
};

const followerOpenings: Record<Telling['what'], (inputs: { title: string }) => string> = {
  published: m.meetings_mail_announced,
  changed: m.meetings_mail_changed,
  cancelled: m.meetings_mail_cancelled,
};

/** To who follows what the meeting is about, or its edition: the same words for all of one language. */
export const sayToFollower = ({ title }: { title: string }, what: Telling['what']): string =>
  oneLine(followerSubjects[what]({ title }));

export function writeToFollower(told: Told, what: Telling['what'], message: string): Words {
  const { meeting } = told;
  const { title } = meeting;
  return withLocale(told.locale, () => ({
    subject: sayToFollower(meeting, what),
    text: [
      m.meetings_mail_hello_all(),
      followerOpenings[what]({ title }),
      ...(message ? [message] : []),
      ...(what === 'cancelled' ? [meeting.cancelMessage] : []),
      facts(told),
      told.organisation.name,
    ].join('\n\n'),
  }));
}

function facts({ meeting, origin }: Told): string {
  return [
    m.meetings_mail_when({ when: timeWords(meeting) }),
    m.meetings_mail_where({ place: placeWords(meeting) }),
    ...(meeting.videoLink ? [m.meetings_mail_video({ address: meeting.videoLink })] : []),
    ...(meeting.access ? [m.meetings_mail_access({ access: meeting.access })] : []),
    `${m.meetings_mail_page()} ${origin}${urls.meeting({ meeting: meetingSegment(meeting) })}`,
  ].join('\n');
}

/** A subject is one line (W13); the spaces of French stay what they are. */
const oneLine = (words: string) => words.replaceAll(/[\r\n\t ]+/g, ' ').trim();
