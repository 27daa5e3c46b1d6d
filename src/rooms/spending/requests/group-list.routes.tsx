import * as m from '../../../paraglide/messages.js';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findActionsById } from '../../actions/index.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { findGroup, findMembership, groupRightOf } from '../../groups/index.ts';
import { readBalances } from '../../ledger/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { findBudget, listBudgetsOfGroup } from '../budget.store.ts';
import { actOf } from '../load.routes.ts';
import { listRequestsOfGroup } from '../request.store.ts';
import { type OpenRefusal, openRequest } from '../request-writing.store.ts';
import { GroupRequestsPage, NewRequestPage } from './group-list.page.tsx';
import { atOf } from './load.routes.ts';
import { requestProblems } from './words.page.ts';

/** What a group asks to be paid: seen by its members, begun by its treasurers (R22). */
export const groupRequestRoutes: readonly Route[] = inMovements([
  get(urls.groupRequests, 'signed-in', async (visit) => {
    const { group, right } = await loadMember(visit);
    const { db, organisation } = visit;
    const requests = await listRequestsOfGroup(db, organisation.id, group.id);
    return page({
      title: m.requests_title(),
      section: 'groups',
      body: <GroupRequestsPage group={group} right={right} requests={requests} />,
    });
  }),

  get(urls.newGroupRequest, 'signed-in', (visit) => newPage(visit)),

  post(urls.newGroupRequest, 'signed-in', async (visit) => {
    const { group } = await loadTreasurer(visit);
    const { db, organisation } = visit;
    const typed = (await visit.form()).text('budget');
    const seen =
      typed === ''
        ? null
        : found(
            await findBudget(db, organisation.id, found(readNumber(typed), 'budget')),
            'budget',
          );
    const budget = seen && found(seen.groupId === group.id ? seen : null, 'budget');
    const of = { groupId: group.id, budgetId: budget?.id ?? null };
    const opened = await openRequest(db, actOf(visit), of);
    if (!opened.ok) return newPage(visit, opened.refusal);
    return seeOther(visit, urls.requestDetails(atOf(opened.request)));
  }),
]);

async function loadMember(visit: SignedInVisit<'group'>) {
  const { db, organisation, visitor, params } = visit;
  const group = found(await findGroup(db, organisation.id, params.group), 'group');
  const right = groupRightOf(await findMembership(db, organisation.id, group.id, visitor.id));
  if (!right.isMember) throw new Refused(403, 'role');
  return { group, right };
}

async function loadTreasurer(visit: SignedInVisit<'group'>) {
  const loaded = await loadMember(visit);
  if (!loaded.right.handlesMoney) throw new Refused(403, 'role');
  return loaded;
}

async function newPage(
  visit: SignedInVisit<'group'>,
  refusal: OpenRefusal | null = null,
): Promise<Answer> {
  const { group } = await loadTreasurer(visit);
  const { db, organisation } = visit;
  const requests = await listRequestsOfGroup(db, organisation.id, group.id);
  const asked = new Set(
    requests.filter(({ state }) => state !== 'refused').map(({ budgetId }) => budgetId),
  );
  const budgets = (await listBudgetsOfGroup(db, organisation.id, group.id)).filter(
    ({ id, state, flaggedAt }) => state === 'validated' && flaggedAt === null && !asked.has(id),
  );
  const ids = budgets.map(({ actionId }) => actionId);
  const actions = await findActionsById(db, organisation.id, ids);
  const envelope = { kind: 'group', holderId: group.id } as const;
  const [balance] = await readBalances(db, organisation.id, [envelope]);
  return page({
    title: m.requests_new_title(),
    section: 'groups',
    ...(refusal && { status: 422 as const, faulty: true }),
    body: (
      <NewRequestPage
        group={group}
        budgets={budgets}
        titles={new Map([...actions].map(([id, { title }]) => [id, title]))}
        balance={balance!}
        problem={refusal && requestProblems[refusal]()}
      />
    ),
  });
}
