import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { giveInSpace } from '../../identity/index.routes.ts';
import {
  findAccounts,
  findContacts,
  listGrantsInSpace,
  readEmail,
  revokeRole,
} from '../../identity/index.ts';
import { listCoOrganisers } from '../co-organiser.store.ts';
import { loadSpaceForTeam } from '../load.routes.ts';
import { addMembers, countMembers, listMembers, removeMember } from '../member.store.ts';
import type { Space } from '../space.ts';
import { actOf, answerForm } from './office.routes.ts';
import { sayRefusal } from './office-words.page.ts';
import { MembersPage, SPACE_ROLES, TeamPage, type TypedMate } from './people.page.tsx';

const MEMBERS_A_PAGE = 50;
const MOST_AT_ONCE = 500;

/** The team of a space, and the members of a private one. */
export const peopleRoutes: readonly Route[] = [
  get(urls.adminSpaceTeam, 'space-organiser', async (visit) =>
    showTeam(visit, await loadSpaceForTeam(visit), NOBODY, {}),
  ),

  post(urls.adminSpaceTeam, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const space = await loadSpaceForTeam(visit);
    const form = await visit.form();
    const typed: TypedMate = {
      courriel: form.text('courriel'),
      role: form.text('role'),
      'co-organisateur': form.text('co-organisateur'),
    };
    const role = SPACE_ROLES.find((one) => one === typed.role);
    const theirs = typed['co-organisateur'];
    const all = await listCoOrganisers(db, organisation.id, space.id);
    const isKnown = theirs === '' || all.some(({ id }) => id === theirs);
    if (!role || !isKnown)
      return showTeam(visit, space, typed, {
        ...(!role && { role: sayRefusal('role-missing') }),
        ...(!isKnown && { 'co-organisateur': sayRefusal('co-organiser-unknown') }),
      });
    const coOrganiserId = theirs === '' ? null : theirs;
    const given = await giveInSpace(visit, typed.courriel, {
      role,
      spaceId: space.id,
      coOrganiserId,
    });
    if (given !== 'granted') return showTeam(visit, space, typed, { courriel: sayNotGiven(given) });
    return seeOther(visit, urls.adminSpaceTeam({ space: space.slug }), 'space-team-added');
  }),

  post(urls.adminSpaceTeamRemove, 'space-organiser', async (visit) => {
    const { db, organisation, visitor, params } = visit;
    const space = await loadSpaceForTeam(visit);
    const team = await listGrantsInSpace(db, organisation.id, space.id);
    const { personId, role } = found(
      team.find(({ id }) => id === params.grant),
      'grant',
    );
    await revokeRole(db, {
      organisationId: organisation.id,
      personId,
      role,
      revokedBy: visitor.id,
      spaceId: space.id,
    });
    // whoever leaves by themselves may not be let in any more
    const next =
      personId === visitor.id ? urls.ownWork() : urls.adminSpaceTeam({ space: space.slug });
    return seeOther(visit, next, 'space-team-removed');
  }),

  get(urls.adminSpaceMembers, 'space-organiser', async (visit) =>
    showMembers(visit, await loadSpaceForTeam(visit), '', {}),
  ),

  post(urls.adminSpaceMembers, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const space = await loadSpaceForTeam(visit);
    const typed = (await visit.form()).text('courriels');
    const lines = typed.split(/[\s,;]+/).filter((one) => one !== '');
    if (space.admission === 'mandate')
      return showMembers(visit, space, typed, { courriels: m.spaceoffice_network_members_hint() });
    if (lines.length === 0)
      return showMembers(visit, space, typed, { courriels: sayRefusal('nobody-typed') });
    if (lines.length > MOST_AT_ONCE)
      return showMembers(visit, space, typed, { courriels: sayRefusal('too-many-people') });
    const read = lines.map((line) => {
      const email = readEmail(line);
      return { line, mailbox: typeof email === 'string' ? null : email.mailbox };
    });
    const mailboxes = read.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox]));
    const accounts = await findAccounts(db, organisation.id, mailboxes);
    await addMembers(db, actOf(visit), space.id, [...new Set(accounts.values())]);
    const unknown = read.filter(({ mailbox }) => mailbox === null || !accounts.has(mailbox));
    const found = lines.length - unknown.length;
    // those who are found are in; what is left of the list is told back
    if (unknown.length > 0)
      return showMembers(visit, space, unknown.map(({ line }) => line).join('\n'), {
        courriels: m.spaceoffice_members_unknown({ count: unknown.length, found }),
      });
    return seeOther(visit, urls.adminSpaceMembers({ space: space.slug }), 'space-members-added');
  }),

  post(urls.adminSpaceMemberRemove, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    await removeMember(visit.db, actOf(visit), space.id, visit.params.person);
    return seeOther(visit, urls.adminSpaceMembers({ space: space.slug }), 'space-member-removed');
  }),
];

const NOBODY: TypedMate = { courriel: '', role: '', 'co-organisateur': '' };

function sayNotGiven(given: 'already-held' | 'unknown' | { words: string }): string {
  if (typeof given === 'object') return given.words;
  return given === 'unknown' ? m.spaceoffice_refused_unknown() : m.spaceoffice_refused_held();
}

async function showTeam(
  { db, organisation }: SignedInVisit,
  space: Space,
  typed: TypedMate,
  problems: Problems,
): Promise<Answer> {
  const [coOrganisers, team] = await Promise.all([
    listCoOrganisers(db, organisation.id, space.id),
    listGrantsInSpace(db, organisation.id, space.id),
  ]);
  const shown = { space, coOrganisers, team, typed, problems };
  return answerForm(m.spaceoffice_team(), { problems }, <TeamPage {...shown} />);
}

async function showMembers(
  { db, organisation, url }: SignedInVisit,
  space: Space,
  typed: string,
  problems: Problems,
): Promise<Answer> {
  const key = url.searchParams.get('apres') ?? '';
  const [{ ids, next }, count] = await Promise.all([
    listMembers(db, organisation.id, space.id, {
      after: isUuid(key) ? key : null,
      limit: MEMBERS_A_PAGE,
    }),
    countMembers(db, organisation.id, space.id),
  ]);
  const contacts = await findContacts(db, organisation.id, ids);
  const members = ids.flatMap((id) => {
    const contact = contacts.get(id);
    return contact ? [{ id, name: contact.name || contact.nickname, email: contact.email }] : [];
  });
  const at = { space: space.slug };
  return answerForm(
    m.spaceoffice_members(),
    { problems },
    <MembersPage
      space={space}
      count={count}
      members={members}
      nextHref={next ? urls.adminSpaceMembers(at, { apres: next }) : undefined}
      typed={typed}
      problems={problems}
    />,
  );
}
