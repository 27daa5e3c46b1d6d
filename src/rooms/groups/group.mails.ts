import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { queueMail, queueMails } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import { findContacts, listPeopleInRoles } from '../identity/index.ts';
import type { Assessed } from './certification.ts';
import type { Group } from './group.ts';
import { missingWords } from './group-words.page.ts';
import { listGroupLeaders } from './membership.store.ts';

/** What somebody is written to about a group. */
export type GroupNews =
  | 'asked'
  | 'let-in'
  | 'declined'
  | 'removed'
  | 'role'
  | 'treasurer'
  | 'left'
  | 'requested'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'warned'
  | 'lifted'
  | 'lost';

const subjects: Record<GroupNews, (inputs: { group: string }) => string> = {
  asked: m.groups_mail_asked_subject,
  'let-in': m.groups_mail_let_in_subject,
  declined: m.groups_mail_declined_subject,
  removed: m.groups_mail_removed_subject,
  role: m.groups_mail_role_subject,
  treasurer: m.groups_mail_treasurer_subject,
  left: m.groups_mail_left_subject,
  requested: m.groups_mail_requested_subject,
  granted: m.groups_mail_granted_subject,
  refused: m.groups_mail_refused_subject,
  withdrawn: m.groups_mail_withdrawn_subject,
  warned: m.groups_mail_warned_subject,
  lifted: m.groups_mail_lifted_subject,
  lost: m.groups_mail_lost_subject,
};

const bodies: Record<GroupNews, (inputs: { group: string }) => string> = {
  asked: m.groups_mail_asked,
  'let-in': m.groups_mail_let_in,
  declined: m.groups_mail_declined,
  removed: m.groups_mail_removed,
  role: m.groups_mail_role,
  treasurer: m.groups_mail_treasurer,
  left: m.groups_mail_left,
  requested: m.groups_mail_requested,
  granted: m.groups_mail_granted,
  refused: m.groups_mail_refused,
  withdrawn: m.groups_mail_withdrawn,
  warned: m.groups_mail_warned,
  lifted: m.groups_mail_lifted,
  lost: m.groups_mail_lost,
};

/** Where the letter leads. */
const leadsTo: Partial<Record<GroupNews, (at: { group: string }) => string>> = {
  asked: urls.groupMembers,
  left: urls.groupMembers,
  requested: urls.adminGroup,
  granted: urls.groupCertification,
  refused: urls.groupCertification,
  withdrawn: urls.groupCertification,
  warned: urls.groupCertification,
  lifted: urls.groupCertification,
  lost: urls.groupCertification,
};

/** From whom, in which transaction. */
export interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

interface More {
  /** As the office wrote it. */
  reason?: string;
  /** What is missing. */
  unmet?: readonly Assessed[];
  /** The day of the loss, in words of the reader's language. */
  until?: (locale: Locale) => string;
}

/** Writes to people, in the writer's transaction: a letter leaves if and only if the rows are kept. */
export async function tellPeople(
  tx: Tx,
  { organisation, config }: Sender,
  group: Pick<Group, 'slug' | 'name'>,
  news: GroupNews,
  personIds: readonly string[],
  { reason = '', unmet = [], until }: More = {},
): Promise<void> {
  const contacts = await findContacts(tx, organisation.id, personIds);
  const address = (leadsTo[news] ?? urls.group)({ group: group.slug });
  for (const { name, email, locale } of contacts.values())
    await queueMail(
      tx,
      withLocale(locale, () => ({
        to: email,
        locale,
        replyTo: organisation.contactEmail,
        subject: oneLine(subjects[news]({ group: group.name })),
        text: [
          m.groups_mail_hello({ name }),
          bodies[news]({ group: group.name }),
          ...(until ? [m.groups_mail_until({ date: until(locale) })] : []),
          ...(unmet.length > 0 ? [unmet.map((one) => `- ${missingWords(one)}`).join('\n')] : []),
          ...(reason ? [m.groups_mail_reason({ reason })] : []),
          originOf(organisation.host, config) + address,
          organisation.name,
        ].join('\n\n'),
      })),
    );
}

/** Those who run the group. */
export async function tellLeaders(
  tx: Tx,
  sender: Sender,
  group: Pick<Group, 'id' | 'slug' | 'name'>,
  news: GroupNews,
  more: More = {},
): Promise<void> {
  const leaders = await listGroupLeaders(tx, sender.organisation.id, group.id);
  const ids = leaders.map(({ personId }) => personId);
  await tellPeople(tx, sender, group, news, ids, more);
}

/** Those who decide on certifications: whoever runs the movement's office. */
export async function tellOffice(tx: Tx, sender: Sender, group: Group): Promise<void> {
  const office = await listPeopleInRoles(tx, sender.organisation.id, ['officer', 'administrator']);
  await tellPeople(
    tx,
    sender,
    group,
    'requested',
    office.map(({ id }) => id),
  );
}

/** To an address, with or without an account: whether it has one is told to nobody. */
export async function tellInvited(
  tx: Tx,
  { organisation, config }: Sender,
  group: Pick<Group, 'name'>,
  {
    email,
    locale,
    inviter,
    token,
  }: { email: string; locale: Locale; inviter: string; token: string },
): Promise<void> {
  await queueMail(
    tx,
    withLocale(locale, () => ({
      to: email,
      locale,
      replyTo: organisation.contactEmail,
      subject: oneLine(m.groups_mail_invited_subject({ group: group.name })),
      text: [
        m.groups_mail_invited({ inviter, group: group.name, organisation: organisation.name }),
        originOf(organisation.host, config) + urls.groupInvitation({ token }),
        m.groups_mail_invited_end(),
        organisation.name,
      ].join('\n\n'),
    })),
  );
}

/** To whom the office invites to lead groups that it brought in; one letter each, some thousands at once. */
export async function tellLeadsInvited(
  tx: Tx,
  { organisation, config }: Sender,
  locale: Locale,
  invited: readonly { group: string; email: string; token: string }[],
): Promise<void> {
  const mails = withLocale(locale, () =>
    invited.map(({ group, email, token }) => ({
      to: email,
      locale,
      replyTo: organisation.contactEmail,
      subject: oneLine(m.groups_mail_lead_subject({ group })),
      text: [
        m.groups_mail_lead({ group, organisation: organisation.name }),
        originOf(organisation.host, config) + urls.groupInvitation({ token }),
        m.groups_mail_invited_end(),
        organisation.name,
      ].join('\n\n'),
    })),
  );
  await queueMails(tx, mails);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
