import * as m from '../../../paraglide/messages.js';
import { ChartTable } from '../../../ui/charts.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { StackChart } from '../../../ui/stack-chart.tsx';
import { goesByPoints } from '../rule-words.page.ts';
import { roundTo } from './fractions.ts';
import type { TallyBy } from './result.ts';
import type { Reading } from './result-reading.page.ts';
import { describeEndowment, listPurchases, type PurchaseFigures } from './shares-figures.ts';
import { sayEffective } from './shares-words.page.ts';

interface Props {
  tally: TallyBy<'shares'>;
  /** Of the envelope, to tell charts apart. */
  id: string;
  reading: Reading;
}

/** Equal Shares: what each voter held, what was bought at which price, and who had spent all. */
export function ResultPurchases({ tally, id, reading }: Props) {
  const purchases = listPurchases(tally);
  if (tally.runs === 0) return null;
  return (
    <div class="stack">
      <div class="prose">
        <h3>{m.results_purchases()}</h3>
        <p>{sayEndowment(tally, reading)}</p>
      </div>
      {purchases.length > 0 && <Purchases purchases={purchases} tally={tally} reading={reading} />}
      <Payers purchases={purchases} id={id} reading={reading} />
    </div>
  );
}

/** One unit of currency: by how much shares are raised at a time. */
const UNIT = 100;

const stopWords: Record<TallyBy<'shares'>['stop'], ((said: { unit: string }) => string) | null> = {
  'first-run': null,
  overspend: m.results_stop_overspend,
  exhaustive: m.results_stop_exhaustive,
  'all-funded': m.results_stop_all,
};

function sayEndowment(tally: TallyBy<'shares'>, { say }: Reading): string {
  const { first, last, raised } = describeEndowment(tally);
  const unit = say(UNIT);
  const words =
    raised === 0
      ? m.results_endowment_same({ first: say(first) })
      : m.results_endowment_raised({ unit, first: say(first), last: say(last) });
  return [words, stopWords[tally.stop]?.({ unit })].filter(Boolean).join(' ');
}

function Purchases({
  purchases,
  tally: { kind, rule },
  reading,
}: {
  purchases: readonly PurchaseFigures[];
  tally: TallyBy<'shares'>;
  reading: Reading;
}) {
  const points = goesByPoints(kind);
  const weighed = rule.startsWith('mes-cost');
  return (
    <ChartTable
      title={m.results_purchases_caption()}
      columns={[
        { key: 'label', label: reading.subject.one() },
        { key: 'cost', label: m.results_cost_head(), numeric: true },
        {
          key: 'price',
          label: points ? m.results_price_point_head() : m.results_price_head(),
          numeric: true,
        },
        { key: 'payers', label: m.results_full_head(), numeric: true },
        { key: 'exhausted', label: m.results_less_head(), numeric: true },
        ...(weighed
          ? [
              {
                key: 'effective',
                label: points ? m.results_effective_points_head() : m.results_effective_head(),
                numeric: true,
              },
            ]
          : []),
      ]}
      rows={purchases.map((purchase) => ({
        label: `${purchase.round}. ${reading.label(purchase.project)}`,
        cost: reading.say(purchase.cost),
        price: reading.say(purchase.price),
        payers: formatNumber(purchase.payers),
        exhausted: formatNumber(purchase.exhausted),
        effective: sayEffective(purchase),
      }))}
    />
  );
}

/** Who paid what, where not everyone could pay the full price. */
function Payers({
  purchases,
  id,
  reading,
}: {
  purchases: readonly PurchaseFigures[];
  id: string;
  reading: Reading;
}) {
  const drawn = purchases.flatMap(({ project, price, cost, parts, exhausted }) => {
    if (!parts || exhausted === 0) return [];
    const full = roundTo(parts.inFull);
    const href = reading.href(project);
    return [
      {
        label: reading.label(project),
        values: [full, cost - full],
        words: m.results_payers_line({ price: reading.say(price) }),
        ...(href && { href }),
      },
    ];
  });
  if (drawn.length === 0) return null;
  return (
    <StackChart
      id={`payeurs-${id}`}
      title={m.results_payers()}
      description={m.results_payers_description()}
      parts={[
        { name: m.results_payers_full(), look: 'firm' },
        { name: m.results_payers_less(), look: 'soft' },
      ]}
      labelHead={reading.subject.one()}
      wordsHead={m.results_price_head()}
      formatValue={reading.say}
      lines={drawn}
    />
  );
}
