import type { Db } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { mayIn } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visit, Visitor } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listHolders } from '../../ideas/index.ts';
import { listAgents, listPeopleInRoles, listPublicNicknames } from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { findProjectByNumber } from '../../projects/index.ts';
import { type Edition, findEdition, readNumber } from '../../spaces/index.ts';
import { departmentsOf } from '../office/load-delivery.routes.ts';
import { findRealisation } from '../realisation.store.ts';
import type { Realisation } from '../realisation.ts';
import { listVolunteers } from './committee.store.ts';
import type { ToldPeople } from './people.mails.ts';
import { findTeam } from './team.store.ts';
import type { Member, NamedMember, Part } from './team.ts';

/** A realisation that everybody may see, as its own pages name it; else 404. */
export interface PublicAt {
  edition: Edition;
  number: number;
  title: string;
  ideaIds: readonly string[];
  realisation: Realisation;
  named: { realisationId: string; number: number; title: string };
}

export async function loadPublic({
  db,
  organisation,
  params,
}: Visit<'edition' | 'project'>): Promise<PublicAt> {
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const number = found(readNumber(params.project), 'project');
  const project = found(
    await findProjectByNumber(db, organisation.id, edition.id, number),
    'project',
  );
  const realisation = found(await findRealisation(db, organisation.id, project.id), 'realisation');
  const { title, ideaIds } = project;
  const named = { realisationId: realisation.id, number, title };
  return { edition, number, title, ideaIds, realisation, named };
}

/** Its team as it counts: where the services alone follow it, there is none (R61). */
export const findTeamAtWork = async (
  db: Db,
  organisationId: string,
  { id, mode }: Pick<Realisation, 'id' | 'mode'>,
): Promise<Member[]> => (mode === 'team' ? findTeam(db, organisationId, id) : []);

/** The office, and the department that leads it. */
export const isOfOffice = (visitor: Visitor, realisation: Realisation): boolean =>
  mayIn('officer', visitor, realisation.editionId) ||
  departmentsOf(visitor, realisation.editionId).has(realisation.departmentId ?? '');

/** Who reads what residents send: the town hall's part of the team, else the department that leads it, else the officers. */
export async function listOfficeReaders(
  db: Db,
  organisationId: string,
  realisation: Realisation,
): Promise<string[]> {
  const team = await findTeamAtWork(db, organisationId, realisation);
  const members = team.filter(({ part }) => part !== 'holder').map(({ personId }) => personId);
  if (members.length > 0) return members;
  const { departmentId, editionId } = realisation;
  const agents = await listAgents(
    db,
    organisationId,
    departmentId ? [departmentId] : [],
    editionId,
  );
  if (agents.length > 0) return agents.map(({ personId }) => personId);
  const officers = await listPeopleInRoles(db, organisationId, ['officer'], editionId);
  return officers.map(({ id }) => id);
}

export async function isHolder(
  { db, organisation }: Visit,
  { ideaIds }: Pick<PublicAt, 'ideaIds'>,
  personId: string | null,
): Promise<boolean> {
  if (personId === null) return false;
  const holders = await listHolders(db, organisation.id, ideaIds);
  return holders.some((holder) => holder.personId === personId);
}

/** Whether somebody stands in its team or in its committee. */
export async function findPlace(
  { db, organisation }: Visit,
  realisation: Realisation,
  personId: string,
): Promise<{ parts: Part[]; isMember: boolean }> {
  const [team, committee] = await Promise.all([
    findTeamAtWork(db, organisation.id, realisation),
    listVolunteers(db, organisation.id, realisation.id),
  ]);
  return {
    parts: team.flatMap((one) => (one.personId === personId ? [one.part] : [])),
    isMember: committee.some((one) => one.personId === personId && one.acceptedAt !== null),
  };
}

/** The team in public: holders by the name they show, the town hall by its department, nobody of it by name. */
export async function nameTeamInPublic(
  { db, organisation }: Visit,
  { editionId, departmentId }: Realisation,
  team: readonly Member[],
): Promise<NamedMember[]> {
  if (team.length === 0) return [];
  const ids = team.map(({ personId }) => personId);
  const [nicknames, departments] = await Promise.all([
    listPublicNicknames(db, organisation.id, ids),
    listDepartments(db, organisation.id, { closed: true }),
  ]);
  const agents = await listAgents(
    db,
    organisation.id,
    departments.map(({ id }) => id),
    editionId,
  );
  return team.map(({ part, personId }) => {
    if (part === 'holder') return { part, name: nicknames.get(personId) ?? '' };
    if (part === 'officer') return { part, name: organisation.name };
    const own = agents.filter((one) => one.personId === personId);
    const at = own.find((one) => one.departmentId === departmentId) ?? own[0];
    return { part, name: departments.find(({ id }) => id === at?.departmentId)?.name ?? '' };
  });
}

type Page =
  | 'delivery'
  | 'deliveryTeam'
  | 'deliveryHelp'
  | 'deliveryTestimony'
  | 'adminDeliveryPeople';

/** What letters about it say: where it is read. */
export function toldOf(
  { organisation, origin }: SignedInVisit,
  {
    edition,
    number,
    title,
    realisation,
  }: Pick<PublicAt, 'edition' | 'number' | 'title' | 'realisation'>,
  page: Page,
): ToldPeople {
  const at = { edition: edition.slug, project: number };
  const address = origin + urls[page](at);
  return { organisation, realisationId: realisation.id, project: title, address };
}
