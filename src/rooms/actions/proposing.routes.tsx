import * as m from '../../paraglide/messages.js';
import { Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { isFundOpen, listOpenFunds } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import {
  findGroup,
  findMembership,
  groupRightOf,
  listGroupsOf,
  type OwnGroup,
} from '../groups/index.ts';
import { listActionsOfGroup } from './action.store.ts';
import { CRITERIA } from './action.ts';
import { actionSegment } from './action-address.ts';
import { listSeenCommitments } from './commitments-of-group.routes.tsx';
import { GroupActionsPage } from './group-actions.page.tsx';
import { actOf, loadOpenedFund } from './load.routes.ts';
import { type BeginRefusal, beginAction } from './proposal.store.ts';
import { ProposePage } from './propose.page.tsx';

const beginProblems: Record<BeginRefusal, () => string> = {
  'not-certified': m.propose_problem_uncertified,
  'fund-closed': m.propose_problem_closed,
  'too-many-drafts': m.propose_problem_drafts,
};

/** From a fund to a draft: the criteria, the group (R3, R4); and what a group has proposed. */
export const proposingRoutes: readonly Route[] = inMovements([
  get(urls.proposeAction, 'signed-in', (visit) =>
    showPropose(visit, {
      group: visit.url.searchParams.get('groupe') ?? '',
      criteria: [],
    }),
  ),

  post(urls.proposeAction, 'signed-in', async (visit) => {
    const fund = await loadOpenedFund(visit);
    const form = await visit.form();
    const typed = { group: form.text('groupe'), criteria: form.all('criteres') };
    const own = await listOwnGroups(visit);
    const group = own.find(({ slug }) => slug === typed.group);
    const problems: Problems = {};
    if (!CRITERIA.every((one) => typed.criteria.includes(one)))
      problems.criteres = m.propose_problem_criteria();
    if (!group) problems.groupe = m.propose_problem_group();
    else if (group.certifiedAt === null) problems.groupe = m.propose_problem_uncertified();
    if (!isFundOpen(fund)) return showPropose(visit, typed, { form: m.propose_problem_closed() });
    // without a group that may, there is no form to mend
    if (problems.groupe && !own.some(({ certifiedAt }) => certifiedAt))
      return showPropose(visit, typed, { form: problems.groupe });
    if (!group || Object.keys(problems).length > 0) return showPropose(visit, typed, problems);
    const begun = await beginAction(visit.db, actOf(visit), {
      fundId: fund.id,
      groupId: group.id,
    });
    if (!begun.ok) {
      const field = begun.refusal === 'fund-closed' ? 'form' : 'groupe';
      return showPropose(visit, typed, { [field]: beginProblems[begun.refusal]() });
    }
    const at = { action: actionSegment(begun.action) };
    return seeOther(visit, urls.proposalText(at), 'action-begun');
  }),

  get(urls.groupActions, 'signed-in', async (visit) => {
    const { db, organisation, visitor, params } = visit;
    const group = await findGroup(db, organisation.id, params.group);
    if (!group) throw new Refused(404, 'not-found: group');
    const right = groupRightOf(await findMembership(db, organisation.id, group.id, visitor.id));
    if (!right.isMember) throw new Refused(403, 'role');
    const [actions, funds, commitments] = await Promise.all([
      listActionsOfGroup(db, organisation.id, group.id),
      listOpenFunds(db, organisation.id),
      listSeenCommitments(visit, group, true),
    ]);
    return page({
      title: m.propose_group_actions(),
      section: 'groups',
      body: (
        <GroupActionsPage
          group={group}
          actions={actions}
          funds={right.manages && group.certifiedAt ? funds : []}
          commitments={commitments}
          manages={right.manages}
        />
      ),
    });
  }),
]);

/** Those that the visitor leads or manages: who may speak for them. */
async function listOwnGroups({ db, organisation, visitor }: SignedInVisit): Promise<OwnGroup[]> {
  const groups = await listGroupsOf(db, organisation.id, visitor.id);
  return groups.filter((group) => groupRightOf(group).manages);
}

async function showPropose(
  visit: SignedInVisit<'fund'>,
  typed: { group: string; criteria: readonly string[] },
  problems: Problems = {},
): Promise<Answer> {
  const fund = await loadOpenedFund(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.propose_title(),
    section: 'funds',
    ...(faulty && { status: 422, faulty }),
    body: (
      <ProposePage
        fund={fund}
        isOpen={isFundOpen(fund)}
        groups={await listOwnGroups(visit)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
