import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge, type StateBadgeProps } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { BudgetAct } from './budget.store.ts';
import type { Budget, BudgetActKind, BudgetLine, BudgetRefusal, BudgetState } from './budget.ts';

export const budgetStateWords: Record<BudgetState, () => string> = {
  draft: m.budgets_state_draft,
  submitted: m.budgets_state_submitted,
  'info-needed': m.budgets_state_info_needed,
  validated: m.budgets_state_validated,
  refused: m.budgets_state_refused,
  consumed: m.budgets_state_consumed,
  released: m.budgets_state_released,
};

const tones: Record<BudgetState, NonNullable<StateBadgeProps['tone']>> = {
  draft: 'neutral',
  submitted: 'now',
  'info-needed': 'warning',
  validated: 'success',
  refused: 'danger',
  consumed: 'info',
  released: 'neutral',
};

const actWords: Record<BudgetActKind, () => string> = {
  submitted: m.budgets_act_submitted,
  'info-asked': m.budgets_act_info_asked,
  validated: m.budgets_act_validated,
  refused: m.budgets_act_refused,
  flagged: m.budgets_act_flagged,
  kept: m.budgets_act_kept,
  released: m.budgets_act_released,
  consumed: m.budgets_act_consumed,
};

export const budgetProblems: Record<BudgetRefusal, () => string> = {
  'not-certified': m.budgets_problem_not_certified,
  'not-fundable': m.budgets_problem_not_fundable,
  'fund-closed': m.budgets_problem_fund_closed,
  'already-funded': m.budgets_problem_already_funded,
  'not-now': m.budgets_problem_not_now,
  'changed-meanwhile': m.budgets_problem_changed,
  'another-alive': m.budgets_problem_another,
  'no-lines': m.budgets_problem_no_lines,
  'too-many-lines': m.budgets_problem_too_many,
  'line-incomplete': m.budgets_problem_line,
  'text-too-long': m.budgets_problem_long,
  'over-maximum': m.budgets_problem_over,
  'words-missing': m.budgets_problem_words,
  'own-budget': m.budgets_problem_own,
  'fund-exhausted': m.budgets_problem_exhausted,
};

export function BudgetBadge({ budget }: { budget: Pick<Budget, 'state' | 'flaggedAt'> }) {
  if (budget.flaggedAt) return <StateBadge tone="warning">{m.budgets_state_flagged()}</StateBadge>;
  return <StateBadge tone={tones[budget.state]}>{budgetStateWords[budget.state]()}</StateBadge>;
}

export function BudgetLines({ lines, amount }: { lines: readonly BudgetLine[]; amount: number }) {
  if (lines.length === 0) return <p>{m.budgets_lines_none()}</p>;
  return (
    <Table
      caption={m.budgets_lines()}
      columns={[
        { key: 'label', label: m.budgets_column_line() },
        { key: 'amount', label: m.budgets_column_amount(), numeric: true },
      ]}
      rows={lines.map((line) => ({
        label: <bdi>{line.label}</bdi>,
        amount: <Money cents={line.amount} />,
      }))}
      total={{ label: m.budgets_total(), amount: <Money cents={amount} /> }}
    />
  );
}

/** Who of the group handed it in is named; the desk is « Équipe de suivi ». */
export function BudgetHistory({
  acts,
  nicknames,
}: {
  acts: readonly BudgetAct[];
  nicknames: ReadonlyMap<string, string>;
}) {
  const nameOf = ({ kind, byPersonId }: BudgetAct) => {
    if (byPersonId === null) return m.budgets_process();
    return kind === 'submitted' ? (nicknames.get(byPersonId) ?? '') : m.budgets_desk();
  };
  return (
    <Section title={m.budgets_history()}>
      {acts.length === 0 ? (
        <p>{m.budgets_history_none()}</p>
      ) : (
        <Timeline
          label={m.budgets_history()}
          items={acts.map((act) => ({
            title: actWords[act.kind](),
            date: formatDateTime(act.at),
            state: 'done',
            children: (
              <>
                <p>{nameOf(act)}</p>
                {act.words && <p class="kept-lines">{act.words}</p>}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}
