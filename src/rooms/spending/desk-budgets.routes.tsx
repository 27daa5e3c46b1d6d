import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { findActionsById } from '../actions/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listGroupsById } from '../groups/index.ts';
import { listNicknames } from '../identity/index.ts';
import { readFundMoney } from '../ledger/index.ts';
import { readNumber } from '../spaces/index.ts';
import {
  BUDGETS_ON_A_PAGE,
  findBudget,
  listBudgetActs,
  listBudgetLines,
  listBudgetsForDesk,
} from './budget.store.ts';
import { type Budget, maximumLeft, readBudgetState } from './budget.ts';
import { decideBudget, releaseBudget, validateBudget } from './budget-decision.store.ts';
import { budgetProblems } from './budget-words.page.tsx';
import type { BudgetDone } from './budget-writing.store.ts';
import {
  DECISIONS,
  type DecisionSegment,
  DeskBudgetPage,
  DeskBudgetsPage,
} from './desk-budgets.page.tsx';
import { findGrounds } from './ground.store.ts';
import { actOf } from './load.routes.ts';

/** Provisional budgets as the finance desk decides on them. */
export const deskBudgetRoutes: readonly Route[] = inMovements([
  get(urls.financeBudgets, 'finance', async ({ db, organisation, url }) => {
    const state = readBudgetState(url.searchParams.get('etat') ?? '');
    const after = readNumber(url.searchParams.get('apres') ?? '');
    const budgets = await listBudgetsForDesk(db, organisation.id, { state, after });
    const last = budgets.length === BUDGETS_ON_A_PAGE ? budgets.at(-1)! : null;
    const isLastOther = last && last.flaggedAt === null && last.state !== 'submitted';
    const ids = budgets.map(({ actionId }) => actionId);
    const actions = await findActionsById(db, organisation.id, ids);
    const groups = await listGroupsById(
      db,
      organisation.id,
      budgets.map(({ groupId }) => groupId),
    );
    return page({
      title: m.budgets_desk_title(),
      section: 'finances',
      body: (
        <DeskBudgetsPage
          budgets={budgets}
          titles={new Map([...actions].map(([id, { title }]) => [id, title]))}
          groups={new Map([...groups].map(([id, { name }]) => [id, name]))}
          state={state}
          next={isLastOther ? last.number : null}
        />
      ),
    });
  }),

  get(urls.financeBudget, 'finance', async (visit) =>
    decisionPage(visit, await loadBudget(visit), { decision: '', words: '' }),
  ),

  post(urls.financeBudgetDecision, 'finance', async (visit) => {
    const budget = await loadBudget(visit);
    const form = await visit.form();
    const typed = { decision: form.text('decision'), words: form.text('message').trim() };
    if (!Object.hasOwn(DECISIONS, typed.decision))
      return decisionPage(visit, budget, typed, { decision: m.budgets_decision_missing() });
    const done = await decide(visit, budget, typed.decision as DecisionSegment, typed.words);
    if (done.ok) return seeOther(visit, urls.financeBudgets(), 'budget-decided');
    const { refusal } = done;
    const field =
      refusal === 'words-missing' || refusal === 'text-too-long' ? 'message' : 'decision';
    return decisionPage(visit, budget, typed, { [field]: budgetProblems[refusal]() });
  }),
]);

function decide(
  visit: SignedInVisit,
  { id }: Budget,
  segment: DecisionSegment,
  words: string,
): Promise<BudgetDone> {
  const { db } = visit;
  const step = DECISIONS[segment];
  if (step === 'validate') return validateBudget(db, actOf(visit), id, words);
  if (step === 'release') return releaseBudget(db, actOf(visit), id, words);
  return decideBudget(db, actOf(visit), id, step, words);
}

/** A draft is the group's own until it is handed in. */
async function loadBudget({ db, organisation, params }: SignedInVisit<'budget'>): Promise<Budget> {
  const number = found(readNumber(params.budget), 'budget');
  const budget = await findBudget(db, organisation.id, number);
  return found(budget?.state === 'draft' ? null : budget, 'budget');
}

async function decisionPage(
  visit: SignedInVisit,
  budget: Budget,
  typed: { decision: string; words: string },
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const grounds = found(await findGrounds(db, organisation.id, budget), 'budget');
  const acts = await listBudgetActs(db, organisation.id, budget.id);
  const people = [budget.writtenBy, ...acts.flatMap(({ byPersonId }) => byPersonId ?? [])];
  const money = await readFundMoney(db, organisation.id, [budget.fundId]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.budgets_one_title({ number: String(budget.number), action: grounds.action.title }),
    section: 'finances',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <DeskBudgetPage
        budget={budget}
        grounds={grounds}
        lines={await listBudgetLines(db, organisation.id, budget.id)}
        acts={acts}
        nicknames={await listNicknames(db, organisation.id, people)}
        money={money.get(budget.fundId)!}
        left={maximumLeft(grounds.ground)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
