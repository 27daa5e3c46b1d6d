import * as m from '../../../paraglide/messages.js';
import { ChartTable } from '../../../ui/charts.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { listMoments } from './phragmen-figures.ts';
import type { EnvelopeResult, TallyBy } from './result.ts';
import { ResultDuels } from './result-duels.page.tsx';
import { ResultPurchases } from './result-purchases.page.tsx';
import type { Reading } from './result-reading.page.ts';
import { ResultRounds } from './result-rounds.page.tsx';

interface Props {
  envelope: EnvelopeResult;
  reading: Reading;
}

/** The steps of a count that has some of its own, as tables. */
export function ResultTrace({ envelope, reading }: Props) {
  const { tally } = envelope;
  switch (tally.method) {
    case 'shares':
      return <ResultPurchases tally={tally} id={envelope.key} reading={reading} />;
    case 'phragmen':
      return <Moments tally={tally} reading={reading} />;
    case 'stv':
      return <ResultRounds tally={tally} reading={reading} />;
    case 'schulze':
      return <ResultDuels tally={tally} reading={reading} />;
    default:
      return null;
  }
}

function Moments({ tally, reading }: { tally: TallyBy<'phragmen'>; reading: Reading }) {
  const { say } = reading;
  const bought = listMoments(tally).filter(({ outcome }) => outcome === 'bought');
  if (bought.length === 0) return null;
  return (
    <div class="stack">
      <div class="prose">
        <h3>{m.results_moments()}</h3>
        <p>{m.results_moments_lead()}</p>
      </div>
      <ChartTable
        title={m.results_moments()}
        columns={[
          { key: 'label', label: reading.subject.one() },
          { key: 'votes', label: m.results_votes_head(), numeric: true },
          { key: 'time', label: m.results_moment_head(), numeric: true },
          { key: 'left', label: m.results_left_head(), numeric: true },
          { key: 'cost', label: m.results_cost_head(), numeric: true },
        ]}
        rows={bought.map(({ project, namings, time, left, cost }) => ({
          label: reading.label(project),
          votes: formatNumber(namings),
          time: say(time),
          left: say(left),
          cost: say(cost),
        }))}
      />
    </div>
  );
}
