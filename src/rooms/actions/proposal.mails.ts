import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import { findFundById } from '../funds/index.ts';
import { findGroupById, findMembership, listGroupLeaders } from '../groups/index.ts';
import { findContacts, listPeopleInRoles } from '../identity/index.ts';
import type { Action, Criterion } from './action.ts';
import { actionSegment } from './action-address.ts';
import { criterionWords } from './action-words.page.ts';

/** What somebody is written to about an action before, and around, its publication. */
export type ProposalNews =
  | 'received'
  | 'to-examine'
  | 'completed'
  | 'changes-requested'
  | 'published'
  | 'refused'
  | 'archived'
  | 'reopened'
  | 'message-of-group'
  | 'message-of-review';

type Told = (inputs: { title: string; group: string }) => string;

const subjects: Record<ProposalNews, (inputs: { title: string }) => string> = {
  received: m.propose_mail_received_subject,
  'to-examine': m.propose_mail_examine_subject,
  completed: m.propose_mail_again_subject,
  'changes-requested': m.propose_mail_changes_subject,
  published: m.propose_mail_published_subject,
  refused: m.propose_mail_refused_subject,
  archived: m.propose_mail_archived_subject,
  reopened: m.propose_mail_reopened_subject,
  'message-of-group': m.propose_mail_message_subject,
  'message-of-review': m.propose_mail_message_subject,
};

const bodies: Record<ProposalNews, Told> = {
  received: m.propose_mail_received,
  'to-examine': m.propose_mail_examine,
  completed: m.propose_mail_again,
  'changes-requested': m.propose_mail_changes,
  published: m.propose_mail_published,
  refused: m.propose_mail_refused,
  archived: m.propose_mail_archived,
  reopened: m.propose_mail_reopened,
  'message-of-group': m.propose_mail_message_group,
  'message-of-review': m.propose_mail_message_review,
};

/** After the reviewer's words, before the address. */
const next: Partial<Record<ProposalNews, () => string>> = {
  'changes-requested': m.propose_mail_changes_next,
  refused: m.propose_mail_refused_next,
};

/** From whom, in which transaction. */
export interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

interface More {
  words?: string;
  unmet?: readonly Criterion[];
}

type Named = Pick<Action, 'id' | 'number' | 'title' | 'groupId' | 'fundId'>;

/** Those who speak for the group that proposes: its leads and managers. */
export async function tellGroupOf(
  tx: Tx,
  sender: Sender,
  action: Named,
  news: ProposalNews,
  more: More = {},
): Promise<void> {
  const leaders = await listGroupLeaders(tx, sender.organisation.id, action.groupId);
  const ids = leaders.map(({ personId }) => personId);
  await tellPeople(tx, sender, action, news, ids, more);
}

/** Reviewers who may decide: not those of the group itself; the office where there is nobody else (R10, R12). */
export async function tellReviewers(
  tx: Tx,
  sender: Sender,
  action: Named,
  news: ProposalNews,
): Promise<void> {
  const { id: organisationId } = sender.organisation;
  for (const roles of [['action-reviewer'], ['officer', 'administrator']] as const) {
    const people = await listPeopleInRoles(tx, organisationId, roles);
    const outside: string[] = [];
    for (const { id } of people)
      if (!(await findMembership(tx, organisationId, action.groupId, id))) outside.push(id);
    if (outside.length === 0) continue;
    await tellPeople(tx, sender, action, news, outside);
    return;
  }
}

/** A letter leaves if and only if the rows are kept. */
async function tellPeople(
  tx: Tx,
  { organisation, config }: Sender,
  action: Named,
  news: ProposalNews,
  personIds: readonly string[],
  { words = '', unmet = [] }: More = {},
): Promise<void> {
  const [contacts, group, fund] = await Promise.all([
    findContacts(tx, organisation.id, personIds),
    findGroupById(tx, organisation.id, action.groupId),
    findFundById(tx, organisation.id, action.fundId),
  ]);
  const { title } = action;
  const segment = actionSegment(action);
  const toReviewers = news === 'to-examine' || news === 'completed' || news === 'message-of-group';
  const address = toReviewers
    ? urls.examination({ action: segment })
    : news === 'published'
      ? urls.fundAction({ fund: fund!.slug, action: segment })
      : urls.proposal({ action: segment });
  for (const { name, email, locale } of contacts.values())
    await queueMail(
      tx,
      withLocale(locale, () => ({
        to: email,
        locale,
        replyTo: organisation.contactEmail,
        subject: subjects[news]({ title }).replaceAll(/\s+/g, ' ').trim(),
        text: [
          m.propose_mail_hello({ name }),
          bodies[news]({ title, group: group!.name }),
          ...(unmet.length > 0
            ? [
                unmet
                  .map(
                    (one) =>
                      `- ${m.propose_mail_unmet({ criterion: criterionWords[one](fund!.cap) })}`,
                  )
                  .join('\n'),
              ]
            : []),
          ...(words ? [words] : []),
          ...(next[news] ? [next[news]()] : []),
          originOf(organisation.host, config) + address,
          organisation.name,
        ].join('\n\n'),
      })),
    );
}
