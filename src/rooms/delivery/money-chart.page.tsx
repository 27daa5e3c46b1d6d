import * as m from '../../paraglide/messages.js';
import { BarChart } from '../../ui/charts.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import type { Realisation } from './realisation.ts';

/** What was voted, what is committed and what is spent, side by side; what is not known is not drawn. */
export function MoneyChart({ realisation }: { realisation: Realisation }) {
  const { votedCost, committedCost, spentCost } = realisation;
  const lines = [
    { label: m.delivery_money_voted(), cents: votedCost },
    { label: m.delivery_money_committed(), cents: committedCost },
    { label: m.delivery_money_spent(), cents: spentCost },
  ];
  const known = lines.flatMap(({ label, cents }) => (cents === null ? [] : [{ label, cents }]));
  const unknown = lines.filter(({ cents }) => cents === null);
  const over = (committedCost ?? 0) - votedCost;
  return (
    <Section title={m.delivery_money()} id="argent">
      <BarChart
        id="montants"
        title={m.delivery_money_title()}
        description={known
          .map(({ label, cents }) =>
            m.delivery_money_line({ what: label, amount: formatMoney(cents) }),
          )
          .join(', ')}
        labelHead={m.delivery_money_what()}
        valueHead={m.delivery_money_amount()}
        bars={known.map(({ label, cents }) => ({
          label,
          value: cents / 100,
          valueWords: formatMoney(cents),
        }))}
      />
      {unknown.length > 0 && (
        <p class="hint">
          {m.delivery_money_unknown({
            what: unknown.map(({ label }) => label.toLocaleLowerCase()).join(', '),
          })}
        </p>
      )}
      {over > 0 && <p>{m.delivery_money_over({ amount: formatMoney(over) })}</p>}
    </Section>
  );
}
