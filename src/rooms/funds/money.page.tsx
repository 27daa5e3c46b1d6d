import * as m from '../../paraglide/messages.js';
import { formatMoney, formatPercent } from '../../ui/format.ts';
import { type PartLook, StackChart } from '../../ui/stack-chart.tsx';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';

/** Where the money of a fund is, as the ledger tells: cents. */
export interface ShownMoney {
  endowed: number;
  remaining: number;
  reserved: number;
  payable: number;
  paid: number;
}

type Part = Exclude<keyof ShownMoney, 'endowed'>;

const PARTS: readonly { part: Part; look: PartLook; name(): string; hint(): string }[] = [
  { part: 'paid', look: 'full', name: m.funds_paid, hint: m.funds_paid_hint },
  { part: 'payable', look: 'medium', name: m.funds_payable, hint: m.funds_payable_hint },
  { part: 'reserved', look: 'striped', name: m.funds_reserved, hint: m.funds_reserved_hint },
  { part: 'remaining', look: 'faint', name: m.funds_remaining, hint: m.funds_remaining_hint },
];

interface ShownChart {
  money: ShownMoney;
  id: string;
  /** Where the fund is not what the page is about: the table waits behind the words that open it. */
  brief?: boolean;
}

/** The money as a bar, and the same figures as a table that everybody sees (R1). */
export function FundMoneyChart({ money, id, brief }: ShownChart) {
  const { endowed, remaining } = money;
  const both = { endowed: formatMoney(endowed), remaining: formatMoney(remaining) };
  return (
    <>
      {endowed > 0 && (
        <StackChart
          id={id}
          title={m.funds_money_chart()}
          titleHidden
          description={m.funds_money_description(both)}
          parts={PARTS.map(({ name, look }) => ({ name: name(), look }))}
          lines={[
            {
              label: m.funds_endowed(),
              values: PARTS.map(({ part }) => money[part]),
              words: both.endowed,
            },
          ]}
          labelHead={m.funds_money_where()}
          wordsHead={m.funds_money_words()}
          tableBeside={!brief}
        />
      )}
      {!brief && <FundMoneyTable money={money} />}
    </>
  );
}

/** The same without the bar, for a narrow place. */
export function FundMoneyTable({ money }: { money: ShownMoney }) {
  const { endowed } = money;
  return (
    <Table
      caption={m.funds_money_chart()}
      captionHidden
      columns={[
        { key: 'where', label: m.funds_money_where() },
        { key: 'amount', label: m.funds_money_amount(), numeric: true },
        { key: 'share', label: m.funds_money_share(), numeric: true },
      ]}
      rows={PARTS.map(({ part, name, hint }) => ({
        where: (
          <>
            {name()}
            <br />
            <span class="hint">{hint()}</span>
          </>
        ),
        amount: <Money cents={money[part]} />,
        share: endowed > 0 ? formatPercent(money[part] / endowed) : '–',
      }))}
      total={{
        where: m.funds_endowed(),
        amount: <Money cents={endowed} />,
        share: endowed > 0 ? formatPercent(1) : '–',
      }}
    />
  );
}
