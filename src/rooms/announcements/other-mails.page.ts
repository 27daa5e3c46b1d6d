import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

/** A mail that another part of the house writes, told with an invented idea. */
export interface OtherMail {
  name: string;
  when: string;
  readers: string;
  sample: { subject: string; text: string } | null;
  /** Where its words are changed. */
  href?: string;
}

interface From {
  edition: Edition;
  organisation: { name: string };
  /** `https://host[:port]`. */
  origin: string;
  /** Any instant to stand in an example. */
  at: Date;
}

/** What follows an idea from its deposit to its study. */
export function listStudyMails({ edition, organisation, origin, at }: From): OtherMail[] {
  const idea = {
    title: m.announce_sample_title(),
    number: 12,
    edition: edition.title,
    organisation: organisation.name,
    address: origin + urls.idea({ edition: edition.slug, idea: '12' }),
  };
  const answer = m.threads_mail_answer({ address: idea.address });
  return [
    {
      name: m.announce_other_receipt(),
      when: m.announce_other_receipt_when(),
      readers: m.announce_other_receipt_readers(),
      sample: {
        subject: m.ideas_mail_subject(idea),
        text: m.ideas_mail_body({ ...idea, nickname: 'Camille', until: formatDateTime(at) }),
      },
    },
    {
      name: m.announce_other_paper(),
      when: m.announce_other_paper_when(),
      readers: m.announce_other_paper_readers(),
      sample: {
        subject: m.entry_mail_subject(idea),
        text: m.entry_mail_body({ ...idea, name: 'Camille' }),
      },
    },
    {
      name: m.announce_other_task(),
      when: m.announce_other_task_when(),
      readers: m.announce_other_task_readers(),
      sample: {
        subject: m.assign_mail_new_subject({ count: 1, edition: edition.title }),
        text: [
          m.assign_mail_hello({ service: m.announce_sample_service() }),
          `${m.assign_mail_new({ count: 1, edition: edition.title })}\n– ${m.assign_mail_line({
            ...idea,
            when: m.assign_until({ date: formatDateTime(at) }),
          })}`,
          m.assign_mail_link({ link: origin + urls.tasks() }),
          m.assign_mail_return(),
          organisation.name,
        ].join('\n\n'),
      },
      href: urls.adminServices({ edition: edition.slug }),
    },
    {
      name: m.announce_other_message(),
      when: m.announce_other_message_when(),
      readers: m.announce_other_message_readers(),
      sample: {
        subject: m.threads_mail_exchange_subject(idea),
        text: m.threads_mail_body({
          ...idea,
          writer: m.announce_sample_writer(),
          body: m.announce_sample_words(),
          answer,
        }),
      },
    },
    {
      name: m.announce_other_merge(),
      when: m.announce_other_merge_when(),
      readers: m.announce_other_merge_readers(),
      sample: {
        subject: m.merges_mail_proposed_subject(idea),
        text: m.merges_mail_proposed({
          ...idea,
          ideas: m.announce_sample_ideas(),
          words: m.announce_sample_words(),
          day: formatDateTime(at),
          answer: m.merges_mail_answer({ address: `${origin}/…` }),
        }),
      },
    },
  ];
}

export function listDecisionMails({ edition, organisation, origin }: From): OtherMail[] {
  const at = { edition: edition.slug };
  return [
    {
      name: m.announce_other_decide(),
      when: m.announce_other_decide_when(),
      readers: m.announce_other_decide_readers(),
      sample: {
        subject: m.dash_mail_decide_subject({ edition: edition.title }),
        text: m.dash_mail_decide({
          name: 'Camille',
          edition: edition.title,
          address: origin + urls.adminDecisions(at),
          desk: origin + urls.admin(),
          organisation: organisation.name,
        }),
      },
    },
    {
      // its own page has its words and its preview
      name: m.announce_other_decision(),
      when: m.announce_other_decision_when(),
      readers: m.announce_other_decision_readers(),
      sample: null,
      href: urls.adminDecisionWords(at),
    },
  ];
}

export function listVoteMails({ edition, organisation, origin, at }: From): OtherMail[] {
  const vote = {
    title: edition.title,
    date: formatDateTime(at),
    link: origin + urls.vote({ edition: edition.slug }),
    organisation: organisation.name,
    stop: m.announce_sample_stop(),
  };
  return [
    {
      name: m.announce_other_voted(),
      when: m.announce_other_voted_when(),
      readers: m.announce_other_voted_readers(),
      sample: { subject: m.polls_mail_subject(), text: m.polls_mail_body(vote) },
    },
    {
      name: m.announce_other_reminder(),
      when: m.announce_other_reminder_when(),
      readers: m.announce_other_reminder_readers(),
      sample: { subject: m.reminders_mail_subject(vote), text: m.reminders_mail_close(vote) },
    },
    {
      name: m.announce_other_asked(),
      when: m.announce_other_asked_when(),
      readers: m.announce_other_asked_readers(),
      sample: { subject: m.reminders_mail_subject(vote), text: m.reminders_mail_asked(vote) },
    },
    {
      name: m.announce_other_result(),
      when: m.announce_other_result_when(),
      readers: m.announce_other_result_readers(),
      sample: {
        subject: m.reminders_mail_result_subject(vote),
        text: m.reminders_mail_result({
          ...vote,
          link: origin + urls.results({ edition: edition.slug }),
          count: 1,
          winners: m.announce_sample_winner(),
        }),
      },
    },
  ];
}
