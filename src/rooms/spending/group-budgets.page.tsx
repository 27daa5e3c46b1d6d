import * as m from '../../paraglide/messages.js';
import { Field, TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Actions, Column, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Action } from '../actions/index.ts';
import type { Group } from '../groups/index.ts';
import type { BudgetAct } from './budget.store.ts';
import { BUDGET_LIMITS, type Budget, type BudgetLine, isBudgetOpen } from './budget.ts';
import { BudgetBadge, BudgetHistory, BudgetLines } from './budget-words.page.tsx';
import { WrittenAmount } from './written-amount.page.tsx';

const crumbs = (group: Group, isUnder: boolean) => [
  { label: m.groups_title(), href: urls.groups() },
  { label: group.name, href: urls.group({ group: group.slug }) },
  ...(isUnder
    ? [{ label: m.budgets_title(), href: urls.groupBudgets({ group: group.slug }) }]
    : []),
];

interface ListProps {
  group: Group;
  budgets: readonly Budget[];
  /** By id. */
  titles: ReadonlyMap<string, string>;
  writes: boolean;
}

/** What a group planned, for its members; who handles its money, or runs it, prepares more. */
export function GroupBudgetsPage({ group, budgets, titles, writes }: ListProps) {
  const button = writes && (
    <ButtonLink icon="plus" href={urls.newGroupBudget({ group: group.slug })}>
      {m.budgets_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.budgets_title()}
        lead={m.budgets_lead({ group: group.name })}
        breadcrumb={crumbs(group, false)}
        actions={budgets.length > 0 && button}
      />
      {budgets.length === 0 ? (
        <EmptyState icon="money" title={m.budgets_none()} actions={button}>
          <p>{m.budgets_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.budgets_title()}
          captionHidden
          columns={[
            { key: 'action', label: m.budgets_column_action(), sentences: true },
            { key: 'state', label: m.budgets_column_state() },
            { key: 'amount', label: m.budgets_column_amount(), numeric: true },
          ]}
          rows={budgets.map((budget) => ({
            action: (
              <a href={urls.groupBudget({ group: group.slug, budget: String(budget.number) })}>
                <bdi>
                  {m.budgets_one_title({
                    number: String(budget.number),
                    action: titles.get(budget.actionId) ?? '',
                  })}
                </bdi>
              </a>
            ),
            state: <BudgetBadge budget={budget} />,
            amount: <WrittenAmount cents={budget.amount} />,
          }))}
        />
      )}
    </Stack>
  );
}

/** Fundable actions, to choose one of. */
export function NewBudgetPage({
  group,
  actions,
  problem,
}: {
  group: Group;
  actions: readonly Action[];
  problem: string | null;
}) {
  return (
    <Stack>
      <ErrorSummary problems={problem ? { form: problem } : {}} />
      <PageHeader
        title={m.budgets_new_title()}
        lead={m.budgets_new_lead()}
        breadcrumb={crumbs(group, true)}
      />
      {actions.length === 0 ? (
        <EmptyState icon="money" title={m.budgets_new_none()}>
          <p>{m.budgets_new_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.budgets_new_title()}
          captionHidden
          columns={[
            { key: 'action', label: m.budgets_column_action(), sentences: true },
            { key: 'maximum', label: m.budgets_column_maximum(), numeric: true },
            { key: 'choose', label: m.budgets_new(), ownWords: true },
          ]}
          rows={actions.map((action) => ({
            action: <bdi>{action.title}</bdi>,
            maximum: <Money cents={action.maximum} />,
            choose: (
              <ButtonForm
                action={urls.newGroupBudget({ group: group.slug })}
                values={{ action: String(action.number) }}
                kind="secondary"
                about={m.budgets_new_about({ action: action.title })}
              >
                {m.budgets_new_choose()}
              </ButtonForm>
            ),
          }))}
        />
      )}
    </Stack>
  );
}

export interface TypedBudget {
  explanation: string;
  rows: readonly { label: string; amount: string }[];
}

export interface BudgetProps {
  group: Group;
  budget: Budget;
  title: string;
  lines: readonly BudgetLine[];
  acts: readonly BudgetAct[];
  nicknames: ReadonlyMap<string, string>;
  writes: boolean;
  /** Cents: what the action still allows this group. */
  left: number;
  typed: TypedBudget;
  problems: Problems;
}

/** One budget: written while it is open, read afterwards. */
export function GroupBudgetPage(props: BudgetProps) {
  const { group, budget, title, lines, acts, nicknames, writes, problems } = props;
  const isOpen = writes && isBudgetOpen(budget);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.budgets_one_title({ number: String(budget.number), action: title })}
        breadcrumb={crumbs(group, true)}
      />
      <p>
        <BudgetBadge budget={budget} />
      </p>
      {budget.flaggedAt && <Notice tone="warning">{m.budgets_flagged_words()}</Notice>}
      {isOpen ? (
        <BudgetForm {...props} />
      ) : (
        <>
          <BudgetLines lines={lines} amount={budget.amount} />
          {budget.explanation && <p class="kept-lines">{budget.explanation}</p>}
        </>
      )}
      {writes && budget.state === 'validated' && !budget.flaggedAt && (
        <p>
          <a href={urls.groupRequests({ group: group.slug })}>{m.requests_budget_link()}</a>
        </p>
      )}
      <BudgetHistory acts={acts} nicknames={nicknames} />
      {isOpen && budget.state === 'draft' && (
        <ButtonForm
          action={urls.groupBudgetDiscard({ group: group.slug, budget: String(budget.number) })}
          kind="quiet"
        >
          {m.budgets_discard()}
        </ButtonForm>
      )}
    </Column>
  );
}

function BudgetForm({ group, budget, typed, left, problems }: BudgetProps) {
  return (
    <Form action={urls.groupBudget({ group: group.slug, budget: String(budget.number) })}>
      <Hidden name="version" value={budget.version} />
      <Fieldset
        legend={m.budgets_lines()}
        id="lignes"
        hint={m.budgets_lines_hint({ left: formatMoney(left) })}
      >
        {typed.rows.map(({ label, amount }, index) => {
          const number = index + 1;
          return (
            <div class="field-line" key={number}>
              <Field
                name={`depense-${number}`}
                label={m.budgets_line_label({ number: String(number) })}
                value={label}
                problems={problems}
                width="full"
              />
              <Field
                name={`montant-${number}`}
                label={m.budgets_line_amount({ number: String(number) })}
                value={amount}
                problems={problems}
                inputMode="decimal"
                width="short"
                suffix="€"
              />
            </div>
          );
        })}
        <p>
          {m.budgets_total()} : <Money cents={budget.amount} />
        </p>
        <Actions>
          <SubmitButton kind="secondary" icon="plus" name="geste" value="lignes">
            {m.budgets_line_more()}
          </SubmitButton>
        </Actions>
      </Fieldset>
      <TextArea
        name="explications"
        label={m.budgets_explanation()}
        hint={m.budgets_explanation_hint()}
        value={typed.explanation}
        limit={BUDGET_LIMITS.explanation}
        rows={5}
        problems={problems}
      />
      <Actions>
        <SubmitButton size="large" name="geste" value="envoyer">
          {m.budgets_send()}
        </SubmitButton>
        <SubmitButton kind="secondary" name="geste" value="enregistrer">
          {m.budgets_save()}
        </SubmitButton>
      </Actions>
    </Form>
  );
}
