import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Actions, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Table } from '../../../ui/table.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Request } from '../request.ts';
import { excessOf, type FundExpense, type Share, shareFundExpense } from '../share.ts';
import { SaveButtons } from './details.page.tsx';
import { type StepFrame, StepPage } from './frame.page.tsx';

export interface TypedAmount {
  amount: string;
  /** oui, non; '' : not said. */
  rest: string;
}

/** Who pays how much: of what was booked, or as it would be now. */
export function shareOf(request: Request, expense: FundExpense): Share {
  const { fundAmount, groupAmount, amount } = request;
  if (request.bookedAt)
    return { fund: fundAmount, group: groupAmount, dropped: amount - fundAmount - groupAmount };
  if (request.source === 'fund') return shareFundExpense(expense);
  const group = Math.min(expense.amount, expense.receipts);
  return { fund: 0, group, dropped: expense.amount - group };
}

export function ShareTable({ share, source }: { share: Share } & Pick<Request, 'source'>) {
  const rows = [
    ...(source === 'fund' ? [{ who: m.requests_share_fund(), cents: share.fund }] : []),
    { who: m.requests_share_group(), cents: share.group },
    ...(share.dropped > 0 ? [{ who: m.requests_share_dropped(), cents: share.dropped }] : []),
  ];
  return (
    <Table
      caption={m.requests_share()}
      captionHidden
      columns={[
        { key: 'who', label: m.requests_share() },
        { key: 'amount', label: m.requests_column_amount(), numeric: true },
      ]}
      rows={rows.map(({ who, cents }) => ({ who, amount: <Money cents={cents} /> }))}
    />
  );
}

interface Props extends StepFrame {
  expense: FundExpense;
  typed: TypedAmount;
}

/** Third step: how much, and out of whose money. What the fund does not pay is the group's own choice (R23). */
export function AmountPage({ expense, typed, ...frame }: Props) {
  const { request, problems } = frame;
  const isOfFund = request.source === 'fund';
  const money = {
    receipts: formatMoney(expense.receipts),
    balance: formatMoney(expense.balance),
    validated: formatMoney(expense.validated),
    left: formatMoney(expense.left),
  };
  return (
    <StepPage step="amount" {...frame}>
      <typed-part>
        <p class="visually-hidden" role="status" />
        <Form action={urls.requestAmount({ request: String(request.number) })}>
          <Hidden name="version" value={request.version} />
          <Field
            name="montant"
            label={m.requests_amount()}
            hint={m.requests_amount_hint({ receipts: money.receipts })}
            value={typed.amount}
            problems={problems}
            inputMode="decimal"
            width="short"
            suffix="€"
          />
          <Actions>
            <SubmitButton kind="secondary" name="geste" value="calculer">
              {m.requests_amount_compute()}
            </SubmitButton>
          </Actions>
          {isOfFund && <p>{m.requests_share_limits(money)}</p>}
          <div data-typed={expense.amount > 0 ? sayShare(request.source, expense) : ''}>
            {expense.amount > 0 && (
              <Section title={m.requests_share()}>
                <ShareTable share={shareOf(request, expense)} source={request.source} />
                {expense.amount > expense.receipts && (
                  <Notice tone="warning">{m.requests_share_unproven(money)}</Notice>
                )}
                {isOfFund ? (
                  <Rest expense={expense} typed={typed} problems={problems} />
                ) : (
                  <Envelope expense={expense} />
                )}
              </Section>
            )}
          </div>
          <SaveButtons />
        </Form>
      </typed-part>
    </StepPage>
  );
}

/** The share in one sentence. */
function sayShare(source: Request['source'], expense: FundExpense): string {
  const balance = formatMoney(expense.balance);
  if (source === 'group')
    return expense.amount > expense.balance
      ? m.requests_share_short({ balance })
      : m.requests_share_envelope({ balance });
  const excess = excessOf(expense);
  if (excess === 0) return m.requests_share_whole();
  const alone = shareFundExpense({ ...expense, excessToGroup: false });
  return m.requests_share_sentence({ fund: formatMoney(alone.fund), rest: formatMoney(excess) });
}

function Envelope({ expense }: { expense: FundExpense }) {
  const words = sayShare('group', expense);
  return expense.amount > expense.balance ? (
    <Notice tone="warning">{words}</Notice>
  ) : (
    <p>{words}</p>
  );
}

function Rest({ expense, typed, problems }: Pick<Props, 'expense' | 'typed' | 'problems'>) {
  const excess = excessOf(expense);
  const words = sayShare('fund', expense);
  if (excess === 0) return <p>{words}</p>;
  const rest = formatMoney(excess);
  const balance = formatMoney(expense.balance);
  return (
    <>
      <Radios
        name="reste"
        label={words}
        value={typed.rest}
        problems={problems}
        options={[
          {
            value: 'oui',
            label: m.requests_share_yes({ rest }),
            hint: m.requests_share_yes_hint({ balance }),
          },
          { value: 'non', label: m.requests_share_no(), hint: m.requests_share_no_hint({ rest }) },
        ]}
      />
      {typed.rest === 'oui' && excess > expense.balance && (
        <Notice tone="warning">{m.requests_share_short({ balance })}</Notice>
      )}
    </>
  );
}
