import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { PERSON_FIELDS } from '../../identity/index.page.ts';
import { actOf, giveByAddress, readInvitee } from '../../identity/index.routes.ts';
import { changeGrant, endGrant, findGrant, type GrantedRole } from '../../identity/index.ts';
import { ROLE_FIELDS } from '../access/role-fields.page.tsx';
import { loadDepartment, showDepartment } from './departments.routes.tsx';

/** Who works in a service: officers give this role and no other. */
export const agentsRoutes: readonly Route[] = [
  post(urls.adminAddAgent, 'officer', async (visit) => {
    const department = found(openOnly(await loadDepartment(visit)), 'department');
    const form = await visit.form();
    const agent = {
      email: form.text(PERSON_FIELDS.email),
      name: form.text(PERSON_FIELDS.name),
      referent: form.text(ROLE_FIELDS.referent),
    };
    const read = readInvitee(visit, agent);
    if (!read.ok) return showDepartment(visit, department, { agent, problems: read.problems });
    const giving = await giveByAddress(visit, read.invitee, {
      role: 'agent',
      editionId: null,
      departmentId: department.id,
      isReferent: agent.referent === 'oui',
      endsAt: null,
    });
    if (typeof giving === 'object')
      return showDepartment(visit, department, { agent, problems: { form: giving.words } });
    if (giving === 'already-held')
      return showDepartment(visit, department, {
        agent,
        problems: { [PERSON_FIELDS.email]: m.access_refused_agent_held() },
      });
    const notice = giving === 'invited' ? 'access-invited' : 'access-given';
    return seeOther(visit, urls.adminDepartment({ department: department.id }), notice);
  }),

  post(urls.adminReferent, 'officer', async (visit) => {
    const agent = await loadAgent(visit);
    const isReferent = (await visit.form()).text(ROLE_FIELDS.referent) === 'oui';
    await changeGrant(visit.db, actOf(visit), agent.id, { endsAt: agent.endsAt, isReferent });
    return seeOther(
      visit,
      urls.adminDepartment({ department: visit.params.department }),
      isReferent ? 'agent-referent' : 'agent-not-referent',
    );
  }),

  post(urls.adminRemoveAgent, 'officer', async (visit) => {
    const agent = await loadAgent(visit);
    await endGrant(visit.db, actOf(visit), agent.id);
    return seeOther(
      visit,
      urls.adminDepartment({ department: visit.params.department }),
      'agent-removed',
    );
  }),
];

const openOnly = <T extends { closedAt: Date | null }>(one: T): T | null =>
  one.closedAt === null ? one : null;

/** An agent of this very service: no other role can be reached from here. */
async function loadAgent(visit: SignedInVisit<'department' | 'grant'>): Promise<GrantedRole> {
  const department = await loadDepartment(visit);
  const { db, organisation, params } = visit;
  const grant = await findGrant(db, organisation.id, params.grant);
  return found(grant?.departmentId === department.id ? grant : null, 'agent');
}
