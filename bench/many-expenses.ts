import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { type Entry, recordEntries } from '../src/rooms/ledger/index.ts';
import type { ManyActions } from './many-actions.ts';
import type { ManyGroup, Movement } from './many-groups.ts';

/** Rows and entries written at once. */
const BATCH = 2000;

interface ManyBudget {
  id: string;
  number: number;
  group: ManyGroup;
  action_id: string;
  state: 'submitted' | 'info-needed' | 'refused' | 'validated' | 'consumed';
  amount: number;
}

interface ManyRequest {
  id: string;
  number: number;
  group: ManyGroup;
  budget: ManyBudget | null;
  state: 'peer-review' | 'finance-review' | 'info-needed' | 'to-pay' | 'paid';
  amount: number;
}

/**
 * So many budgets and requests in every state, their rows a batch at a time, and what they move recorded in the ledger as
 * deciding on them one by one does. Gives how many entries that made.
 */
export async function fillExpenses(
  db: Database,
  movement: Movement,
  groups: readonly ManyGroup[],
  { fund, fundable }: ManyActions,
  { budgets: count, envelopes }: { budgets: number; envelopes: number },
): Promise<number> {
  const budgets = Array.from({ length: count }, (_, at): ManyBudget => {
    const turn = Math.floor(at / groups.length);
    return {
      id: randomUUID(),
      number: at + 1,
      group: groups[at % groups.length]!,
      action_id: fundable[((at % groups.length) + turn) % fundable.length]!,
      state: BUDGET_STATES[at % 20] ?? 'consumed',
      amount: 80_00 + ((at * 13) % 200) * 100,
    };
  });
  const requests = [...requestsOf(budgets), ...requestsOfGroups(groups, envelopes)].map(
    (one, at): ManyRequest => ({ ...one, id: randomUUID(), number: at + 1 }),
  );
  for (const some of inBatches(budgets)) await writeBudgets(db, movement, fund.id, some);
  for (const some of inBatches(requests)) await writeRequests(db, movement, some);
  const entries = [
    ...budgets.flatMap((budget) => reserve(budget, fund.id)),
    ...requests.flatMap((request) => settle(request, fund.id)),
  ];
  const act = { organisationId: movement.organisationId, by: movement.desk };
  for (const some of inBatches(entries)) {
    const done = await recordEntries(db, act, some);
    if (!done.ok) throw new Error(done.refusal);
  }
  return entries.length;
}

/** Of twenty budgets; the others have served. */
const BUDGET_STATES = [
  'submitted',
  'info-needed',
  'refused',
  'validated',
  'validated',
  'validated',
] as const;

type Drafted = Omit<ManyRequest, 'id' | 'number'>;

/** What has served was asked for and, nine times in ten, paid; what is validated is about to be. */
const requestsOf = (budgets: readonly ManyBudget[]): Drafted[] =>
  budgets.flatMap((budget, at): Drafted[] => {
    const { group, amount } = budget;
    if (budget.state === 'consumed')
      return [{ group, budget, amount: amount - 10_00, state: at % 10 === 9 ? 'to-pay' : 'paid' }];
    if (budget.state !== 'validated') return [];
    return [
      { group, budget, amount, state: at % 20 === 3 ? 'peer-review' : ('finance-review' as const) },
    ];
  });

const requestsOfGroups = (groups: readonly ManyGroup[], count: number): Drafted[] =>
  Array.from({ length: count }, (_, at) => ({
    group: groups[(at * 3) % groups.length]!,
    budget: null,
    amount: 10_00 + (at % 20) * 100,
    state: ENVELOPE_STATES[at % 20] ?? 'paid',
  }));

const ENVELOPE_STATES = ['to-pay', 'finance-review', 'info-needed', 'peer-review'] as const;

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

async function writeBudgets(
  db: Database,
  { organisationId, desk }: Movement,
  fundId: string,
  budgets: readonly ManyBudget[],
): Promise<void> {
  const rows = budgets.map(({ group, ...one }) => ({
    ...one,
    group_id: group.id,
    written_by: group.lead,
    is_decided: ['refused', 'validated', 'consumed'].includes(one.state),
  }));
  await sql`
    insert into spending_budget (organisation_id, id, number, fund_id, action_id, group_id, state, explanation, amount,
      written_by, submitted_at, decided_by, decided_at)
    select ${organisationId}::uuid, r.id, r.number, ${fundId}::uuid, r.action_id, r.group_id, r.state,
      'Un repas partagé.', r.amount, r.written_by, palabre_now() - make_interval(mins => 20000 - r.number),
      case when r.is_decided then ${desk}::uuid end, case when r.is_decided then palabre_now() end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number int, action_id uuid, group_id uuid,
      state text, amount bigint, written_by uuid, is_decided boolean)`.execute(db);
  await sql`insert into spending_budget_line (organisation_id, budget_id, position, label, amount)
    select ${organisationId}::uuid, r.id, 1, 'Denrées', r.amount
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, amount bigint)`.execute(
    db,
  );
}

async function writeRequests(
  db: Database,
  { organisationId, desk }: Movement,
  requests: readonly ManyRequest[],
): Promise<void> {
  const rows = requests.map(({ id, number, group, budget, state, amount }) => ({
    id,
    number,
    group_id: group.id,
    budget_id: budget?.id ?? null,
    state,
    amount,
    first: group.treasurers[0],
    second: state === 'peer-review' ? null : group.treasurers[1],
    is_booked: state === 'to-pay' || state === 'paid',
  }));
  await sql`
    insert into spending_request (organisation_id, id, number, group_id, source, budget_id, state, title, category,
      explanation, spent_on, contact_name, contact_email, amount, fund_amount, group_amount, iban_last4, charter_at,
      honour_at, created_by, sent_by, sent_at, checked_by, checked_at, decided_by, decided_at, booked_at, paid_at)
    select ${organisationId}::uuid, r.id, r.number, r.group_id, case when r.budget_id is null then 'group' else 'fund' end,
      r.budget_id, r.state, 'Denrées du repas', 'consumables', 'Farine, légumes et épices.', current_date - 20, 'Rosa',
      'rosa@exemple.fr', r.amount, case when r.is_booked and r.budget_id is not null then r.amount else 0 end,
      case when r.is_booked and r.budget_id is null then r.amount else 0 end, '0189', at, at, r.first, r.first, at,
      r.second, case when r.second is not null then at end, case when r.is_booked then ${desk}::uuid end,
      case when r.is_booked then at end, case when r.is_booked then at end, case when r.state = 'paid' then at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number int, group_id uuid, budget_id uuid,
        state text, amount bigint, first uuid, second uuid, is_booked boolean),
      lateral (select palabre_now() - make_interval(mins => 20000 - r.number) as at) sent`.execute(
    db,
  );
  await sql`insert into spending_act (organisation_id, request_id, before, after, by_person)
    select ${organisationId}::uuid, r.id, 'draft', r.state, r.first
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, state text, first uuid)`.execute(
    db,
  );
}

const reserve = ({ id, state, amount }: ManyBudget, holderId: string): Entry[] =>
  state !== 'validated' && state !== 'consumed'
    ? []
    : [
        {
          from: { kind: 'fund', holderId },
          to: { kind: 'fund-reserved', holderId },
          amount,
          kind: 'budget-reserved',
          about: { kind: 'spending-budget', id },
          once: `budget-reserved:${id}`,
        },
      ];

/** What booking and paying a request moves. */
function settle({ id, group, budget, state, amount }: ManyRequest, fundId: string): Entry[] {
  if (state !== 'to-pay' && state !== 'paid') return [];
  const about = { kind: 'spending-request', id };
  const holderId = budget ? fundId : group.id;
  const payable = { kind: budget ? 'fund-payable' : 'group-payable', holderId } as const;
  const from = { kind: budget ? 'fund-reserved' : 'group', holderId } as const;
  const once = `spending-booked:${id}:${budget ? 'fund' : 'group'}`;
  const entries: Entry[] = [{ from, to: payable, amount, kind: 'spending-booked', about, once }];
  if (budget)
    entries.push({
      from: { kind: 'fund-reserved', holderId },
      to: { kind: 'fund', holderId },
      amount: budget.amount - amount,
      kind: 'budget-released',
      about: { kind: 'spending-budget', id: budget.id },
      once: `budget-released:${budget.id}`,
    });
  if (state === 'paid')
    entries.push({
      from: payable,
      to: { kind: 'expenses' },
      amount,
      kind: 'spending-paid',
      about,
      once: `spending-paid:${id}:1:${payable.kind}`,
    });
  return entries;
}
