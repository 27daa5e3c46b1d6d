import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../paraglide/messages.js';
import { countHit } from '../../platform/http/limits.ts';
import { badRequest, found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { sayIdentityRefusal } from '../identity/index.page.ts';
import { listNicknames, readUsableEmail } from '../identity/index.ts';
import { tellInvited, tellLeaders, tellPeople } from './group.mails.ts';
import { type Group, LENGTHS } from './group.ts';
import { writeInvitationToken } from './invitation.routes.tsx';
import {
  inviteToGroup,
  listGroupInvitations,
  withdrawGroupInvitation,
} from './invitation.store.ts';
import { answerJoinRequest, joinGroup } from './joining.store.ts';
import { actOf, inMovements, loadGroup, loadOwnGroup, senderOf } from './load.routes.ts';
import {
  changeRole,
  declareGender,
  leaveGroup,
  type MemberWritten,
  markTreasurer,
  removeMember,
} from './member-writing.store.ts';
import { MembersPage } from './members.page.tsx';
import { listGroupLeaders, listJoinRequests, listMembers } from './membership.store.ts';
import { GENDERS, GROUP_ROLES, refuseToEndLead } from './membership.ts';
import { LeavePage } from './small-pages.page.tsx';

/** Coming in, leaving, and who is what in a group. */
export const memberRoutes: readonly Route[] = inMovements([
  post(urls.groupJoin, 'signed-in', async (visit) => {
    const group = await loadGroup(visit);
    const words = (await visit.form()).text('mots').slice(0, LENGTHS.words);
    const done = await visit.db.transaction().execute(async (tx) => {
      const joined = await joinGroup(tx, actOf(visit), group.id, { words });
      if (joined === 'asked') await tellLeaders(tx, senderOf(visit), group, 'asked');
      return joined;
    });
    return seeOther(visit, hrefOf(group), done === 'asked' ? 'group-asked' : 'group-joined');
  }),

  get(urls.groupLeave, 'signed-in', async (visit) => {
    const { group, own } = await loadOwnGroup(visit, 'isMember');
    const leaders = await listGroupLeaders(visit.db, visit.organisation.id, group.id);
    const leads = leaders.filter(({ role }) => role === 'lead').map(({ personId }) => personId);
    return page({
      title: m.groups_leave_question({ name: group.name }),
      section: 'groups',
      body: <LeavePage group={group} isLast={refuseToEndLead(own, leads) !== null} />,
    });
  }),

  post(urls.groupLeave, 'signed-in', async (visit) => {
    const group = await loadGroup(visit);
    const done = await visit.db.transaction().execute(async (tx) => {
      const left = await leaveGroup(tx, actOf(visit), group.id);
      if (left.ok) await tellLeaders(tx, senderOf(visit), group, 'left');
      return left;
    });
    if (!done.ok && done.refusal === 'last-lead')
      return seeOther(visit, urls.groupMembers({ group: group.slug }), 'group-last-lead');
    return seeOther(visit, hrefOf(group), 'group-left');
  }),

  get(urls.groupMembers, 'signed-in', (visit) => showMembers(visit)),

  post(urls.groupRequestAnswer, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    const person = personOf(visit);
    const answer = (await visit.form()).text('reponse');
    if (answer !== 'oui' && answer !== 'non') throw badRequest('answer');
    await visit.db.transaction().execute(async (tx) => {
      const isIn = answer === 'oui';
      const done = await answerJoinRequest(tx, actOf(visit), group.id, person, isIn ? 'yes' : 'no');
      if (done)
        await tellPeople(tx, senderOf(visit), group, isIn ? 'let-in' : 'declined', [person]);
    });
    return backToMembers(visit, group, 'group-answered');
  }),

  post(urls.groupMemberRole, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'leads');
    const person = personOf(visit);
    const typed = (await visit.form()).text('role');
    const role = GROUP_ROLES.find((one) => one === typed);
    if (!role) throw badRequest('role');
    return writeMember(visit, group, 'role', (tx) =>
      changeRole(tx, actOf(visit), group.id, person, role),
    );
  }),

  post(urls.groupMemberTreasurer, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    const person = personOf(visit);
    const is = (await visit.form()).text('tresorerie') === 'oui';
    return writeMember(visit, group, is ? 'treasurer' : 'role', (tx) =>
      markTreasurer(tx, actOf(visit), group.id, person, is),
    );
  }),

  post(urls.groupMemberRemove, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    return writeMember(visit, group, 'removed', (tx) =>
      removeMember(tx, actOf(visit), group.id, personOf(visit)),
    );
  }),

  post(urls.groupGender, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'isMember');
    const typed = (await visit.form()).text('genre');
    const gender = GENDERS.find((one) => one === typed) ?? null;
    await declareGender(visit.db, actOf(visit), group.id, gender);
    return backToMembers(visit, group, 'group-gender');
  }),

  post(urls.groupInvite, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    const { db, organisation, visitor, locale } = visit;
    const typed = (await visit.form()).text('courriel');
    const email = readUsableEmail(typed, isDisposableEmailDomain);
    if (typeof email === 'string')
      return showMembers(visit, typed, { courriel: sayIdentityRefusal(email) });
    // nobody fills somebody else's mailbox (W10)
    await countHit(db, {
      key: `group-by:${organisation.id}:${visitor.id}`,
      hits: 40,
      seconds: 3600,
    });
    const key = `group-to:${hashSecret(organisation.id, email.mailbox)}`;
    await countHit(db, { key, hits: 5, seconds: 86_400 });
    await db.transaction().execute(async (tx) => {
      const id = await inviteToGroup(tx, actOf(visit), group, email);
      const token = writeInvitationToken(visit, id);
      const inviter = visitor.nickname;
      await tellInvited(tx, senderOf(visit), group, { email: email.email, locale, inviter, token });
    });
    return backToMembers(visit, group, 'group-invited');
  }),

  post(urls.groupInvitationWithdraw, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    await withdrawGroupInvitation(visit.db, actOf(visit), group, visit.params.invitation);
    return backToMembers(visit, group, 'group-invitation-withdrawn');
  }),
]);

const hrefOf = (group: Group) => urls.group({ group: group.slug });

const backToMembers = (visit: SignedInVisit, group: Group, notice: string) =>
  seeOther(visit, urls.groupMembers({ group: group.slug }), notice);

const personOf = ({ params }: SignedInVisit<'group' | 'person'>): string =>
  found(isUuid(params.person) ? params.person : null, 'person');

type Write = (tx: Parameters<typeof tellPeople>[0]) => Promise<MemberWritten>;

/** Writes what somebody is, and to them; a refusal is said on the page of the members. */
async function writeMember(
  visit: SignedInVisit<'group' | 'person'>,
  group: Group,
  news: 'role' | 'treasurer' | 'removed',
  write: Write,
): Promise<Answer> {
  const person = personOf(visit);
  const done = await visit.db.transaction().execute(async (tx) => {
    const written = await write(tx);
    if (written.ok && person !== visit.visitor.id)
      await tellPeople(tx, senderOf(visit), group, news, [person]);
    return written;
  });
  if (done.ok) return backToMembers(visit, group, 'group-member-changed');
  const notices = {
    'last-lead': 'group-last-lead',
    'not-yours': 'group-not-yours',
    gone: 'group-gone',
  };
  return backToMembers(visit, group, notices[done.refusal]);
}

async function showMembers(
  visit: SignedInVisit<'group'>,
  typedEmail = '',
  problems: Problems = {},
): Promise<Answer> {
  const { group, own, right } = await loadOwnGroup(visit, 'isMember');
  const { db, organisation } = visit;
  const [members, requests, invitations] = await Promise.all([
    listMembers(db, organisation.id, group.id),
    right.manages ? listJoinRequests(db, organisation.id, group.id) : [],
    right.manages ? listGroupInvitations(db, organisation.id, group.id) : [],
  ]);
  const ids = [...members, ...requests].map(({ personId }) => personId);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.groups_members_title(),
    section: 'groups',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <MembersPage
        group={group}
        own={own}
        right={right}
        members={members}
        nicknames={await listNicknames(db, organisation.id, ids)}
        requests={requests}
        invitations={invitations}
        typedEmail={typedEmail}
        problems={problems}
      />
    ),
  });
}
