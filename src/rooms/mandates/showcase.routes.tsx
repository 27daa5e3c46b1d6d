import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { ThemePart, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findSpaceById } from '../consultations/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { PublicBodies } from './bodies/member-bodies.page.tsx';
import { listBodies } from './bodies/member-body.store.ts';
import { isMemberOn } from './bodies/member-body.ts';
import { PublicMembers } from './directory.page.tsx';
import { countByLevel } from './directory.store.ts';
import { listPublicMembers } from './entry.store.ts';
import { LevelFigures } from './level-figures.page.tsx';
import { findMandates } from './mandate.store.ts';
import { TeamNames } from './team/team.page.tsx';
import { findPublicTeam } from './team/team.store.ts';
import { nameTeam } from './team/team.ts';

/** What everybody reads of the members of a network: how many there are by level, and how one becomes one of them. */
export async function listShowcaseParts(
  { db, organisation }: Visit,
  { id, slug }: { id: string; slug: string },
): Promise<ThemePart[]> {
  const [space, counts, shown, team, { bodies }, now] = await Promise.all([
    findSpaceById(db, organisation.id, id),
    countByLevel(db, organisation.id, id),
    listPublicMembers(db, organisation.id, id),
    findPublicTeam(db, organisation.id, id),
    listBodies(db, organisation.id, id),
    readNow(db),
  ]);
  const [held, names] = await Promise.all([
    findMandates(db, organisation.id, id, shown),
    listPublicNicknames(db, organisation.id, [...shown, ...team.leads, ...team.members]),
  ]);
  const members = shown.flatMap((personId) => {
    const name = names.get(personId);
    const mandates = held.get(personId);
    return name && mandates ? [{ name, mandates }] : [];
  });
  const present = bodies.filter((one) => isMemberOn(one, dayInParis(now)));
  // a closed one lets nobody in any more
  const isOpen = space?.openedAt != null && space.closedAt === null;
  return [
    {
      title: m.mandates_members(),
      body: (
        <>
          <LevelFigures counts={counts} />
          <PublicMembers members={members} />
        </>
      ),
      ...(isOpen && {
        action: { label: m.mandates_declare(), href: urls.ownMandates({ space: slug }) },
      }),
    },
    ...(present.length > 0
      ? [{ title: m.bodies_title(), body: <PublicBodies bodies={present} /> }]
      : []),
    ...(team.leads.length + team.members.length > 0
      ? [{ title: m.team_title(), body: <TeamNames team={nameTeam(team, names)} level={3} /> }]
      : []),
  ];
}
