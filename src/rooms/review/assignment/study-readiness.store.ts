import type { Db } from '../../../platform/database/database.ts';
import { type Invitation, listAgents, listInvitations } from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { type Edition, listEditions } from '../../spaces/index.ts';
import { findRouting } from './routing.store.ts';
import { guessRouting } from './routing-guess.ts';
import {
  isRoutingSettled,
  listRouted,
  listServiceGaps,
  type ServiceGap,
  type Services,
} from './service-gaps.ts';

/** Waiting invitations that are looked at: beyond, a department may be called silent that has one. */
const MOST_INVITED = 500;

/** By id of department, the addresses of those who are invited to be its agents and have not answered. */
function listInvitedAgents(
  invitations: readonly Pick<Invitation, 'email' | 'roles' | 'isOver'>[],
): Map<string, string[]> {
  const invited = new Map<string, string[]>();
  for (const { email, roles, isOver } of invitations)
    for (const { departmentId } of isOver ? [] : roles)
      if (departmentId !== null)
        invited.set(departmentId, [...(invited.get(departmentId) ?? []), email]);
  return invited;
}

export async function findInvitedAgents(db: Db, organisationId: string) {
  return listInvitedAgents(await listInvitations(db, organisationId, { limit: MOST_INVITED }));
}

/** Who would study the ideas of an edition as things stand, and what is missing. */
export async function findServices(
  db: Db,
  organisationId: string,
  edition: Pick<Edition, 'id' | 'categories'>,
): Promise<Services & { isSettled: boolean; gaps: ServiceGap[] }> {
  const [departments, routing] = await Promise.all([
    listDepartments(db, organisationId),
    findRouting(db, organisationId, edition.id),
  ]);
  const { categories } = edition;
  // an address of its own is enough to be told
  const unsure = listRouted({ departments, routing }).filter(({ email }) => email === '');
  const agents = await listAgents(
    db,
    organisationId,
    unsure.map(({ id }) => id),
    edition.id,
  );
  const staffed = new Set(agents.map(({ departmentId }) => departmentId));
  if (unsure.some(({ id }) => !staffed.has(id)))
    for (const id of (await findInvitedAgents(db, organisationId)).keys()) staffed.add(id);
  const services = { categories, departments, staffed, routing };
  return {
    ...services,
    isSettled: isRoutingSettled(services),
    gaps: listServiceGaps(services),
  };
}

/** What is proposed where nobody settled anything yet, by id of category. */
export async function proposeRouting(
  db: Db,
  organisationId: string,
  edition: Edition,
): Promise<Map<string, string>> {
  const [departments, editions] = await Promise.all([
    listDepartments(db, organisationId),
    listEditions(db, organisationId),
  ]);
  // the newest first; one that came in whole was never studied here
  const last = editions.find(({ id, archivedAt }) => id !== edition.id && archivedAt === null);
  const routed = last ? (await findRouting(db, organisationId, last.id)).departments : new Map();
  const before = new Map<string, string>(
    (last?.categories ?? []).flatMap(({ id, slug }) => {
      const department = routed.get(id);
      return department === undefined ? [] : [[slug, department]];
    }),
  );
  return guessRouting({ categories: edition.categories, departments, before });
}
