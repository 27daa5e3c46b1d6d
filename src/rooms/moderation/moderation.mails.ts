import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { ROLES_OF, type Role } from '../../platform/http/roles.ts';
import type { SignedInVisit, VisitedOrganisation } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { formatDate } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { findContacts, listPeopleInSpaceRoles } from '../identity/index.ts';
import { queueLetter, tellPerson } from '../notifications/index.ts';
import type { Ground, ModerationCase } from './moderation.ts';
import { sayGround } from './words.page.ts';

type From = Pick<SignedInVisit, 'origin' | 'findContribution'> & {
  organisation: VisitedOrganisation;
};

/** What happened to what somebody wrote. */
export type Told =
  | { kind: 'hidden'; ground: Ground; words: string; hidingId: string }
  | { kind: 'restored' | 'upheld' | 'kept'; words: string }
  | { kind: 'warned'; ground: Ground; words: string }
  | { kind: 'suspended'; ground: Ground; words: string; until: Date };

const subjects: Record<Told['kind'], () => string> = {
  hidden: m.moderation_mail_hidden_subject,
  restored: m.moderation_mail_restored_subject,
  upheld: m.moderation_mail_upheld_subject,
  kept: m.moderation_mail_kept_subject,
  warned: m.moderation_mail_warned_subject,
  suspended: m.moderation_mail_suspended_subject,
};

const told: Record<Told['kind'], (inputs: { title: string }) => string> = {
  hidden: m.moderation_told_hidden,
  restored: m.moderation_told_restored,
  upheld: m.moderation_told_upheld,
  kept: m.moderation_told_kept,
  warned: m.moderation_told_warned,
  suspended: m.moderation_told_suspended,
};

/** Whoever wrote it is told what, why, and how to appeal; nobody where nobody has an account any more. */
export async function tellAuthor(
  tx: Tx,
  { organisation, origin, findContribution }: From,
  { id, title, authorId, targetKind, targetId }: ModerationCase,
  judged: Told,
): Promise<void> {
  if (!authorId) return;
  const author = (await findContacts(tx, organisation.id, [authorId])).get(authorId);
  if (!author) return;
  const about = { title, organisation: organisation.name };
  const seen = await findContribution(targetKind, targetId);
  await tellPerson(tx, organisation.id, {
    personId: authorId,
    topic: 'exchanges',
    kind: 'moderation',
    target: { kind: 'moderation-case', id },
    href:
      judged.kind === 'hidden'
        ? urls.appeal({ hiding: judged.hidingId })
        : (seen?.href ?? urls.mySpace()),
    words: () => told[judged.kind]({ title: excerptOf(title, 120) }),
    onceKey: `moderation:${judged.kind}:${id}`,
    letter: withLocale(author.locale, () => ({
      address: author.email,
      locale: author.locale,
      subject: subjects[judged.kind](),
      text: [
        m.moderation_mail_hello(),
        opening(judged, about),
        ...('ground' in judged ? [m.moderation_mail_why({ why: sayGround(judged.ground) })] : []),
        ...(judged.words === '' ? [] : [judged.words]),
        ...ways(judged, organisation, origin),
        organisation.name,
      ].join('\n\n'),
      isOwed: true,
    })),
  });
}

function opening(told: Told, about: { title: string; organisation: string }): string {
  switch (told.kind) {
    case 'hidden':
      return m.moderation_mail_hidden(about);
    case 'restored':
      return m.moderation_mail_restored(about);
    case 'upheld':
      return m.moderation_mail_upheld(about);
    case 'kept':
      return m.moderation_mail_kept(about);
    case 'warned':
      return m.moderation_mail_warned(about);
    case 'suspended':
      return m.moderation_mail_suspended({ ...about, date: formatDate(told.until) });
  }
}

function ways(told: Told, { contactEmail }: VisitedOrganisation, origin: string): string[] {
  if (told.kind === 'hidden')
    return [`${m.moderation_mail_appeal()}\n${origin}${urls.appeal({ hiding: told.hidingId })}`];
  return told.kind === 'suspended' && contactEmail
    ? [`${m.moderation_mail_suspended_write()}\n${contactEmail}`]
    : [];
}

const news = {
  raised: [m.moderation_mail_raised_subject, m.moderation_mail_raised],
  asked: [m.moderation_mail_asked_subject, m.moderation_mail_asked],
  appealed: [m.moderation_mail_appealed_subject, m.moderation_mail_appealed],
} as const;

/** Those whose work it is: moderators, here or of its space; whoever runs the office where there is none. */
export async function tellModerators(
  tx: Tx,
  { organisation, origin }: Omit<From, 'findContribution'>,
  { id, spaceId, authorId }: Pick<ModerationCase, 'id' | 'spaceId' | 'authorId'>,
  kind: keyof typeof news,
): Promise<void> {
  const among = (roles: readonly Role[]) =>
    listPeopleInSpaceRoles(tx, organisation.id, roles, spaceId);
  const moderators = await among(['moderator']);
  const people = moderators.length > 0 ? moderators : await among(['officer', 'administrator']);
  for (const person of people) {
    if (person.id === authorId) continue;
    const [subject, text] = news[kind];
    await queueLetter(
      tx,
      withLocale(person.locale, () => ({
        organisationId: organisation.id,
        topic: 'tasks' as const,
        personId: person.id,
        address: person.email,
        locale: person.locale,
        subject: subject(),
        text: [
          m.moderation_mail_hello(),
          text(),
          `${m.moderation_mail_see()}\n${origin}${urls.moderationCase({ case: id })}`,
          organisation.name,
        ].join('\n\n'),
        target: { kind: 'moderation-case', id },
        onceKey: `moderation:${kind}:${id}:${person.id}`,
      })),
    );
  }
}

/** How many could judge this besides these people. */
export async function countOtherModerators(
  tx: Tx,
  organisationId: string,
  spaceId: string | null,
  besides: readonly (string | null)[],
): Promise<number> {
  const people = await listPeopleInSpaceRoles(tx, organisationId, ROLES_OF.moderator, spaceId);
  return people.filter(({ id }) => !besides.includes(id)).length;
}
