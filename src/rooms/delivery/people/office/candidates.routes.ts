import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { listHolders } from '../../../ideas/index.ts';
import { listAgents, listNicknames, listPeopleInRoles } from '../../../identity/index.ts';
import { findStudyTeam } from '../../../review/index.ts';
import type { DeliveryAt } from '../../office/load-delivery.routes.ts';
import { findTeam } from '../team.store.ts';
import { type Candidates, type Member, orderTeam, refuseMembers } from '../team.ts';

/** Who may have which part, who has it now, and whom the study of the ideas proposes where nobody was named yet. */
export async function listCandidates(
  { db, organisation }: SignedInVisit,
  { edition, project, realisation, departments }: DeliveryAt,
): Promise<{ candidates: Candidates; team: Member[]; proposed: Member[] }> {
  const open = [...departments.values()].filter(({ closedAt }) => closedAt === null);
  const [team, holders, office, agents, studied] = await Promise.all([
    findTeam(db, organisation.id, realisation.id),
    listHolders(db, organisation.id, project.ideaIds),
    listPeopleInRoles(db, organisation.id, ['officer', 'mayor', 'administrator'], edition.id),
    listAgents(
      db,
      organisation.id,
      open.map(({ id }) => id),
      edition.id,
    ),
    Promise.all(
      project.ideaIds.map((ideaId) =>
        findStudyTeam(db, { organisationId: organisation.id, ideaId }),
      ),
    ),
  ]);
  const holderIds = [...new Set(holders.flatMap(({ personId }) => personId ?? []))];
  const nicknames = await listNicknames(db, organisation.id, holderIds);
  const nameOf = new Map(departments);
  const candidates: Candidates = {
    holder: holderIds.map((personId) => ({
      personId,
      name: nicknames.get(personId) ?? '',
      of: '',
    })),
    officer: office.map(({ id, name }) => ({ personId: id, name, of: '' })),
    technician: agents
      .filter(({ personId }, at) => agents.findIndex((one) => one.personId === personId) === at)
      .map(({ personId, name, departmentId }) => ({
        personId,
        name,
        of: nameOf.get(departmentId)?.name ?? '',
      })),
  };
  return { candidates, team, proposed: propose(candidates, studied) };
}

/** The team of the study goes on (R48), with all the holders; the first of each part where ideas had several. */
function propose(
  candidates: Candidates,
  studied: readonly ReadonlyMap<'holder' | 'officer' | 'technician', string>[],
): Member[] {
  const first = (part: 'officer' | 'technician'): Member[] =>
    studied
      .flatMap((team) => team.get(part) ?? [])
      .map((personId) => ({ part, personId }))
      .filter((one) => refuseMembers([one], candidates, []).length === 0)
      .slice(0, 1);
  const holders = candidates.holder.map(({ personId }) => ({ part: 'holder' as const, personId }));
  return orderTeam([...holders, ...first('officer'), ...first('technician')]);
}
