import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { type Action, findAction, findActionsById, listFundableActions } from '../actions/index.ts';
import { listOpenFunds } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findGroup, findMembership, type Group, groupRightOf } from '../groups/index.ts';
import { listNicknames } from '../identity/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findBudget, listBudgetActs, listBudgetLines, listBudgetsOfGroup } from './budget.store.ts';
import {
  BUDGET_LIMITS,
  type Budget,
  type BudgetRefusal,
  isBudgetOpen,
  maximumLeft,
  mayWriteBudgets,
} from './budget.ts';
import { budgetProblems } from './budget-words.page.tsx';
import { discardBudget, openBudget, saveBudget, submitBudget } from './budget-writing.store.ts';
import { findGrounds } from './ground.store.ts';
import {
  GroupBudgetPage,
  GroupBudgetsPage,
  NewBudgetPage,
  type TypedBudget,
} from './group-budgets.page.tsx';
import { actOf } from './load.routes.ts';

/** Provisional budgets of a group: read by its members, written by its treasurers, managers and leads. */
export const groupBudgetRoutes: readonly Route[] = inMovements([
  get(urls.groupBudgets, 'signed-in', async (visit) => {
    const { group, writes } = await loadOwn(visit);
    const { db, organisation } = visit;
    const budgets = await listBudgetsOfGroup(db, organisation.id, group.id);
    const titles = await titlesOf(visit, budgets);
    return page({
      title: m.budgets_title(),
      section: 'groups',
      body: <GroupBudgetsPage group={group} budgets={budgets} titles={titles} writes={writes} />,
    });
  }),

  get(urls.newGroupBudget, 'signed-in', (visit) => newPage(visit)),

  post(urls.newGroupBudget, 'signed-in', async (visit) => {
    const { group } = await loadWriter(visit);
    const { db, organisation } = visit;
    const number = found(readNumber((await visit.form()).text('action')), 'action');
    const action = found(await findAction(db, organisation.id, number), 'action');
    const opened = await openBudget(db, actOf(visit), { groupId: group.id, actionId: action.id });
    if (!opened.ok) return newPage(visit, opened.refusal);
    return seeOther(visit, addressOf(group, opened.budget));
  }),

  get(urls.groupBudget, 'signed-in', async (visit) => {
    const { lines, ...loaded } = await loadBudget(visit);
    const asked = Number(/^\d{1,2}$/.exec(visit.url.searchParams.get('lignes') ?? '')?.[0] ?? 0);
    const typed = {
      explanation: loaded.budget.explanation,
      rows: padRows(
        lines.map(({ label, amount }) => ({ label, amount: writeEuros(amount) })),
        asked,
      ),
    };
    return budgetPage(visit, { ...loaded, lines }, typed);
  }),

  post(urls.groupBudget, 'signed-in', async (visit) => {
    const loaded = await loadBudget(visit);
    const { group, budget, writes } = loaded;
    if (!writes) throw new Refused(403, 'role');
    if (!isBudgetOpen(budget)) return seeOther(visit, addressOf(group, budget), 'budget-not-now');
    const form = await visit.form();
    const typed = readTyped(form);
    const { lines, problems } = readLines(typed);
    if (Object.keys(problems).length > 0) return budgetPage(visit, loaded, typed, problems);
    const version = Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0);
    const written = { explanation: typed.explanation, lines };
    const saved = await saveBudget(visit.db, actOf(visit), { id: budget.id, version }, written);
    const refuse = (refusal: BudgetRefusal, now: Budget) =>
      budgetPage(visit, { ...loaded, budget: now }, typed, {
        [refusal === 'text-too-long' ? 'explications' : 'montant-1']: budgetProblems[refusal](),
      });
    if (!saved.ok) return refuse(saved.refusal, budget);
    const deed = form.text('geste');
    if (deed === 'lignes')
      return seeOther(
        visit,
        urls.groupBudget(atOf(group, budget), { lignes: String(typed.rows.length + 3) }),
        'budget-saved',
      );
    if (deed !== 'envoyer') return seeOther(visit, addressOf(group, budget), 'budget-saved');
    const sent = await submitBudget(visit.db, actOf(visit), saved.budget);
    if (!sent.ok) return refuse(sent.refusal, saved.budget);
    return seeOther(visit, addressOf(group, budget), 'budget-sent');
  }),

  post(urls.groupBudgetDiscard, 'signed-in', async (visit) => {
    const { group, budget, writes } = await loadBudget(visit);
    if (!writes) throw new Refused(403, 'role');
    const done = await discardBudget(visit.db, actOf(visit), budget.id);
    if (!done.ok) return seeOther(visit, addressOf(group, budget), 'budget-not-now');
    return seeOther(visit, urls.groupBudgets({ group: group.slug }), 'budget-discarded');
  }),
]);

const atOf = (group: Group, budget: Budget) => ({
  group: group.slug,
  budget: String(budget.number),
});
const addressOf = (group: Group, budget: Budget) => urls.groupBudget(atOf(group, budget));

/** Members read; the right to write is beside. */
async function loadOwn(visit: SignedInVisit<'group'>): Promise<{ group: Group; writes: boolean }> {
  const { db, organisation, visitor, params } = visit;
  const group = found(await findGroup(db, organisation.id, params.group), 'group');
  const right = groupRightOf(await findMembership(db, organisation.id, group.id, visitor.id));
  if (!right.isMember) throw new Refused(403, 'role');
  return { group, writes: mayWriteBudgets(right) };
}

async function loadWriter(visit: SignedInVisit<'group'>): Promise<{ group: Group }> {
  const { group, writes } = await loadOwn(visit);
  if (!writes) throw new Refused(403, 'role');
  return { group };
}

async function loadBudget(visit: SignedInVisit<'group' | 'budget'>) {
  const { group, writes } = await loadOwn(visit);
  const { db, organisation, params } = visit;
  const number = found(readNumber(params.budget), 'budget');
  const seen = await findBudget(db, organisation.id, number);
  const budget = found(seen?.groupId === group.id ? seen : null, 'budget');
  const lines = await listBudgetLines(db, organisation.id, budget.id);
  return { group, writes, budget, lines };
}

async function titlesOf({ db, organisation }: SignedInVisit, budgets: readonly Budget[]) {
  const ids = budgets.map(({ actionId }) => actionId);
  const actions = await findActionsById(db, organisation.id, ids);
  return new Map([...actions].map(([id, { title }]) => [id, title]));
}

async function newPage(
  visit: SignedInVisit<'group'>,
  refusal: BudgetRefusal | null = null,
): Promise<Answer> {
  const { group } = await loadWriter(visit);
  const { db, organisation } = visit;
  const actions: Action[] = [];
  for (const fund of await listOpenFunds(db, organisation.id))
    actions.push(...(await listFundableActions(db, organisation.id, fund.id)));
  return page({
    title: m.budgets_new_title(),
    section: 'groups',
    ...(refusal && { status: 422 as const, faulty: true }),
    body: (
      <NewBudgetPage
        group={group}
        actions={actions}
        problem={refusal && budgetProblems[refusal]()}
      />
    ),
  });
}

async function budgetPage(
  visit: SignedInVisit,
  { group, budget, lines, writes }: Awaited<ReturnType<typeof loadBudget>>,
  typed: TypedBudget,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const acts = await listBudgetActs(db, organisation.id, budget.id);
  const grounds = await findGrounds(db, organisation.id, budget);
  const people = acts.flatMap(({ byPersonId }) => byPersonId ?? []);
  const title = grounds?.action.title ?? '';
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.budgets_one_title({ number: String(budget.number), action: title }),
    section: 'groups',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <GroupBudgetPage
        group={group}
        budget={budget}
        title={title}
        lines={lines}
        acts={acts}
        nicknames={await listNicknames(db, organisation.id, people)}
        writes={writes}
        left={grounds ? maximumLeft(grounds.ground) : 0}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

const EMPTY = { label: '', amount: '' };
const padRows = (rows: TypedBudget['rows'], asked = 0): TypedBudget['rows'] => {
  const most = Math.min(BUDGET_LIMITS.lines, Math.max(4, rows.length + 1, asked));
  return Array.from({ length: most }, (_, index) => rows[index] ?? EMPTY);
};

function readTyped(form: Form): TypedBudget {
  const rows = Array.from({ length: BUDGET_LIMITS.lines }, (_, index) => ({
    label: form
      .text(`depense-${index + 1}`)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    amount: form.text(`montant-${index + 1}`).trim(),
  }));
  const last = rows.findLastIndex(({ label, amount }) => label !== '' || amount !== '');
  return { explanation: form.text('explications').trim(), rows: padRows(rows.slice(0, last + 1)) };
}

function readLines({ rows }: TypedBudget) {
  const problems: Problems = {};
  const lines: { label: string; amount: number }[] = [];
  for (const [index, { label, amount }] of rows.entries()) {
    if (label === '' && amount === '') continue;
    const read = readEuros(amount);
    const cents = read.ok ? read.cents : 0;
    if (label === '') problems[`depense-${index + 1}`] = m.budgets_problem_line();
    else if ([...label].length > BUDGET_LIMITS.label)
      problems[`depense-${index + 1}`] = m.budgets_problem_long();
    if (cents === 0) problems[`montant-${index + 1}`] = m.budgets_problem_amount();
    lines.push({ label, amount: cents });
  }
  return { lines, problems };
}
