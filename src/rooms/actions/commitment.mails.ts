import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { type Group, listGroupLeaders, listGroupsById } from '../groups/index.ts';
import { findContacts } from '../identity/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { listCommitments } from './commitment-list.store.ts';

/** From whom, in which transaction. */
export interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

interface Letter {
  subject(): string;
  /** Paragraphs, above the address. */
  words(): string[];
  path: string;
}

/** Writes to people, in the writer's transaction: a letter leaves if and only if the rows are kept. */
async function write(
  tx: Tx,
  { organisation, config }: Sender,
  personIds: readonly string[],
  { subject, words, path }: Letter,
): Promise<void> {
  const contacts = await findContacts(tx, organisation.id, personIds);
  for (const { name, email, locale } of contacts.values())
    await queueMail(
      tx,
      withLocale(locale, () => ({
        to: email,
        locale,
        replyTo: organisation.contactEmail,
        subject: subject().replaceAll(/\s+/g, ' ').trim(),
        text: [
          m.groups_mail_hello({ name }),
          ...words(),
          originOf(organisation.host, config) + path,
          organisation.name,
        ].join('\n\n'),
      })),
    );
}

/** Whoever runs these groups; `only`: leads alone. */
async function listRunning(
  tx: Tx,
  { organisation }: Sender,
  groupIds: readonly string[],
  only?: 'lead',
): Promise<string[]> {
  const leaders = await Promise.all(
    [...new Set(groupIds)].map((id) => listGroupLeaders(tx, organisation.id, id)),
  );
  return leaders
    .flat()
    .filter(({ role }) => !only || role === only)
    .map(({ personId }) => personId);
}

const pathOf = (fund: Pick<Fund, 'slug'>, action: Action): string =>
  urls.fundAction({ fund: fund.slug, action: actionSegment(action) });

/** R17: every committed group and the one that proposes hear that the action may be funded. */
export async function tellFundable(
  tx: Tx,
  sender: Sender,
  fund: Pick<Fund, 'slug' | 'name'>,
  action: Action,
): Promise<void> {
  const commitments = await listCommitments(tx, sender.organisation.id, action.id);
  const groups = [action.groupId, ...commitments.map(({ groupId }) => groupId)];
  const { title } = action;
  await write(tx, sender, await listRunning(tx, sender, groups), {
    subject: () => m.commit_mail_fundable_subject({ title }),
    words: () => [
      m.commit_mail_fundable({ title, count: action.commitments, fund: fund.name }),
      m.commit_mail_fundable_next(),
    ],
    path: pathOf(fund, action),
  });
}

/** R28: the leads of the other committed groups, and of the one that proposes, hear how it went. */
export async function tellReported(
  tx: Tx,
  sender: Sender,
  fund: Pick<Fund, 'slug'>,
  action: Action,
  group: Pick<Group, 'id' | 'name'>,
): Promise<void> {
  const commitments = await listCommitments(tx, sender.organisation.id, action.id);
  const others = [action.groupId, ...commitments.map(({ groupId }) => groupId)].filter(
    (id) => id !== group.id,
  );
  const { title } = action;
  await write(tx, sender, await listRunning(tx, sender, others, 'lead'), {
    subject: () => m.commit_mail_reported_subject({ group: group.name, title }),
    words: () => [m.commit_mail_reported({ group: group.name, title })],
    path: `${pathOf(fund, action)}#experiences`,
  });
}

/** R19: the leads of groups near, in the words of the group that calls them. */
export async function callGroups(
  tx: Tx,
  sender: Sender,
  fund: Pick<Fund, 'slug' | 'threshold'>,
  action: Action,
  {
    from,
    near,
    words,
    missing,
  }: {
    from: Pick<Group, 'name'>;
    near: readonly Pick<Group, 'id'>[];
    words: string;
    missing: number;
  },
): Promise<void> {
  const { title } = action;
  const leads = await listRunning(
    tx,
    sender,
    near.map(({ id }) => id),
    'lead',
  );
  await write(tx, sender, leads, {
    subject: () => m.commit_mail_call_subject({ group: from.name, title }),
    words: () => [
      m.commit_mail_call({ group: from.name, title }),
      words,
      missing > 0 ? m.commit_mail_call_missing({ count: missing }) : m.commit_progress_reached(),
    ],
    path: pathOf(fund, action),
  });
}

/** R28: a group whose planned period ended is asked, once, to tell how it went. */
export async function remindReport(
  tx: Tx,
  sender: Sender,
  fund: Pick<Fund, 'slug'>,
  action: Action,
  groupId: string,
): Promise<void> {
  const group = (await listGroupsById(tx, sender.organisation.id, [groupId])).get(groupId);
  if (!group) return;
  const { title } = action;
  await write(tx, sender, await listRunning(tx, sender, [groupId]), {
    subject: () => m.commit_mail_remind_subject({ title }),
    words: () => [m.commit_mail_remind({ group: group.name, title })],
    path: urls.actionNewReport({
      fund: fund.slug,
      action: actionSegment(action),
      group: group.slug,
    }),
  });
}
