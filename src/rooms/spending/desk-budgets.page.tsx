import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Actions, Column, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { DateText, Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { BudgetAct } from './budget.store.ts';
import {
  BUDGET_LIMITS,
  BUDGET_STATE_SEGMENTS,
  type Budget,
  type BudgetLine,
  type BudgetState,
  type BudgetStep,
  canStep,
} from './budget.ts';
import { BudgetBadge, BudgetHistory, BudgetLines, budgetStateWords } from './budget-words.page.tsx';
import type { Grounds } from './ground.store.ts';

interface QueueProps {
  budgets: readonly Budget[];
  /** By id. */
  titles: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
  state: BudgetState | null;
  /** Number after which the next page begins; null: there is none. */
  next: number | null;
}

const crumbs = () => [{ label: m.budgets_desk_home(), href: urls.finances() }];

/** What waits for the desk, then all others. */
export function DeskBudgetsPage({ budgets, titles, groups, state, next }: QueueProps) {
  return (
    <Stack>
      <PageHeader
        title={m.budgets_desk_title()}
        lead={m.budgets_desk_lead()}
        breadcrumb={crumbs()}
      />
      <Filters
        action={urls.financeBudgets()}
        selects={[
          {
            name: 'etat',
            label: m.budgets_filter_state(),
            value: state ? BUDGET_STATE_SEGMENTS[state] : '',
            empty: m.budgets_filter_all(),
            options: (Object.keys(BUDGET_STATE_SEGMENTS) as BudgetState[])
              .filter((one) => one !== 'draft')
              .map((one) => ({
                value: BUDGET_STATE_SEGMENTS[one],
                label: budgetStateWords[one](),
              })),
          },
        ]}
      />
      {budgets.length === 0 ? (
        <EmptyState icon="money" title={m.budgets_desk_none()}>
          <p>{m.budgets_desk_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.budgets_desk_title()}
          captionHidden
          columns={[
            { key: 'action', label: m.budgets_column_action(), sentences: true },
            { key: 'group', label: m.budgets_column_group() },
            { key: 'state', label: m.budgets_column_state() },
            { key: 'submitted', label: m.budgets_column_submitted() },
            { key: 'amount', label: m.budgets_column_amount(), numeric: true },
          ]}
          rows={budgets.map((budget) => ({
            action: (
              <a href={urls.financeBudget({ budget: String(budget.number) })}>
                <bdi>
                  {m.budgets_one_title({
                    number: String(budget.number),
                    action: titles.get(budget.actionId) ?? '',
                  })}
                </bdi>
              </a>
            ),
            group: <bdi>{groups.get(budget.groupId) ?? ''}</bdi>,
            state: <BudgetBadge budget={budget} />,
            submitted: budget.submittedAt ? (
              <DateText at={budget.submittedAt} shape="short" />
            ) : (
              '–'
            ),
            amount: <Money cents={budget.amount} />,
          }))}
        />
      )}
      <Pagination
        nextHref={
          next === null
            ? undefined
            : urls.financeBudgets({
                ...(state && { etat: BUDGET_STATE_SEGMENTS[state] }),
                apres: String(next),
              })
        }
      />
    </Stack>
  );
}

interface DecisionProps {
  budget: Budget;
  grounds: Grounds;
  lines: readonly BudgetLine[];
  acts: readonly BudgetAct[];
  nicknames: ReadonlyMap<string, string>;
  /** Cents, of the fund. */
  money: { remaining: number; reserved: number };
  /** Cents: what the action still allows the group. */
  left: number;
  typed: { decision: string; words: string };
  problems: Problems;
}

/** Steps of the desk, as the form says them. */
export const DECISIONS = {
  valider: 'validate',
  preciser: 'ask-info',
  refuser: 'refuse',
  maintenir: 'keep',
  liberer: 'release',
} as const satisfies Record<string, BudgetStep>;
export type DecisionSegment = keyof typeof DECISIONS;

/** A budget with all that its decision rests on. */
export function DeskBudgetPage(props: DecisionProps) {
  const { budget, grounds, lines, acts, nicknames, money, left, problems } = props;
  const { group, fund, action } = grounds;
  const both = {
    fund: fund.name,
    remaining: formatMoney(money.remaining),
    reserved: formatMoney(money.reserved),
  };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.budgets_one_title({ number: String(budget.number), action: action.title })}
        breadcrumb={[...crumbs(), { label: m.budgets_desk_title(), href: urls.financeBudgets() }]}
      />
      <p>
        <BudgetBadge budget={budget} />{' '}
        <a href={urls.group({ group: group.slug })}>
          <bdi>{group.name}</bdi>
        </a>
      </p>
      {budget.flaggedAt ? (
        <Notice tone="warning">{m.budgets_flagged_words()}</Notice>
      ) : (
        !grounds.ground.isCertified && <Notice tone="warning">{m.budgets_not_certified()}</Notice>
      )}
      <BudgetLines lines={lines} amount={budget.amount} />
      {budget.explanation && <p class="kept-lines">{budget.explanation}</p>}
      <p>{m.budgets_written_by({ name: nicknames.get(budget.writtenBy) ?? '' })}</p>
      <p>{m.budgets_maximum_left({ left: formatMoney(left) })}</p>
      <p>{m.budgets_fund_left(both)}</p>
      <Decision {...props} />
      <BudgetHistory acts={acts} nicknames={nicknames} />
    </Column>
  );
}

function Decision({ budget, typed, problems }: DecisionProps) {
  const words: Record<DecisionSegment, () => string> = {
    valider: () => m.budgets_decision_validate({ amount: formatMoney(budget.amount) }),
    preciser: m.budgets_decision_info,
    refuser: m.budgets_decision_refuse,
    maintenir: m.budgets_decision_keep,
    liberer: m.budgets_decision_release,
  };
  const open = (Object.keys(DECISIONS) as DecisionSegment[]).filter((one) =>
    canStep(budget, DECISIONS[one]),
  );
  if (open.length === 0) return null;
  return (
    <Section title={m.budgets_decision()}>
      <Form action={urls.financeBudgetDecision({ budget: String(budget.number) })}>
        <Radios
          name="decision"
          label={m.budgets_decision()}
          value={typed.decision}
          problems={problems}
          required
          options={open.map((value) => ({ value, label: words[value]() }))}
        />
        <TextArea
          name="message"
          label={m.budgets_decision_words()}
          hint={m.budgets_decision_words_hint()}
          value={typed.words}
          limit={BUDGET_LIMITS.words}
          rows={4}
          problems={problems}
        />
        <Actions>
          <SubmitButton>{m.budgets_decision_send()}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
