import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { VisuallyHidden } from '../../../ui/layout.tsx';
import { Table } from '../../../ui/table.tsx';
import type { TallyBy } from './result.ts';
import type { Reading } from './result-reading.page.ts';

/** More would not be read, and would weigh with the square of their number. */
const MOST_ROWS = 15;

/** How many ballots put each row before each column, the best first. */
export function ResultDuels({ tally, reading }: { tally: TallyBy<'schulze'>; reading: Reading }) {
  const { candidates, preferences } = tally;
  const shown = tally.ranks
    .flat()
    .slice(0, MOST_ROWS)
    .map((candidate, at) => ({ candidate, at, position: candidates.indexOf(candidate) }));
  if (shown.length < 2) return null;
  return (
    <div class="stack">
      <div class="prose">
        <h3>{m.results_duels()}</h3>
        <p>{m.results_duels_words()}</p>
        {candidates.length > MOST_ROWS && (
          <p>{m.results_duels_first({ number: formatNumber(MOST_ROWS) })}</p>
        )}
      </div>
      <Table
        caption={m.results_duels_caption()}
        narrow="scroll"
        columns={[
          { key: 'label', label: reading.subject.one() },
          ...shown.map(({ at }) => ({ key: `over-${at}`, label: `${at + 1}`, numeric: true })),
        ]}
        rows={shown.map((row) => ({
          label: `${row.at + 1}. ${reading.label(row.candidate)}`,
          ...Object.fromEntries(
            shown.map((column) => [
              `over-${column.at}`,
              row === column ? (
                '–'
              ) : (
                <Duel
                  key={column.at}
                  above={preferences[row.position]![column.position]!}
                  below={preferences[column.position]![row.position]!}
                />
              ),
            ]),
          ),
        }))}
      />
    </div>
  );
}

function Duel({ above, below }: { above: number; below: number }) {
  if (above <= below) return <>{formatNumber(above)}</>;
  return (
    <strong class="duel-won">
      <Icon name="check" />
      {formatNumber(above)}
      <VisuallyHidden> {m.results_duel_won()}</VisuallyHidden>
    </strong>
  );
}
