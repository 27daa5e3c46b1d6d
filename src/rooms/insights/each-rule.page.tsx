import * as m from '../../paraglide/messages.js';
import { formatList } from '../../ui/format.ts';
import { Grid, Section } from '../../ui/layout.tsx';
import { ruleWords } from '../polls/index.page.ts';
import type { Option } from '../polls/index.ts';
import { droppedWords, listAdditions, titleColumn, viewWords } from './column-words.page.ts';
import { type Comparison, outcomeOf } from './comparison.ts';
import { COUNT_SECONDS, type ComparisonProps, hasMoney } from './comparison-words.page.ts';

/** Each rule by itself: what it does, what it changes, and what it could not do. */
export function EachRule({ comparison, terms }: ComparisonProps) {
  const money = hasMoney(terms);
  const [first] = comparison.columns;
  return (
    <Section title={m.insights_each_title()} id="regle-par-regle">
      <Grid min="large">
        {comparison.columns.map((column) => {
          const { rule, view, house } = column.column;
          const additions = listAdditions(column.terms);
          return (
            <div key={column.letter}>
              <Section title={titleColumn(column)} level={3}>
                <Changes column={column} first={first!} />
                <p>{ruleWords[rule].method({ kind: column.terms.kind, money })}</p>
                {viewWords[view] && <p>{viewWords[view]()}</p>}
                {additions.length > 0 && <p>{m.insights_with({ names: formatList(additions) })}</p>}
                {house === 'none' && <p>{m.insights_without()}</p>}
                {column.dropped.length > 0 && (
                  <p>
                    {m.insights_dropped({
                      names: formatList(column.dropped.map((one) => droppedWords[one]())),
                    })}
                  </p>
                )}
              </Section>
            </div>
          );
        })}
      </Grid>
    </Section>
  );
}

type CountedColumn = Comparison['columns'][number];

/** Against the first column, in words. */
function Changes({ column, first }: { column: CountedColumn; first: CountedColumn }) {
  const { standing, difference } = column;
  if (standing.state === 'too-long')
    return <p>{m.insights_too_long({ seconds: COUNT_SECONDS })}</p>;
  if (standing.state === 'failed') return <p>{m.insights_failed()}</p>;
  const outcome = outcomeOf(column);
  if (!outcome) return null;
  if (outcome.quorumMissed) return <p>{m.insights_quorum_missed()}</p>;
  if (column === first) return <p>{m.insights_reference()}</p>;
  if (!difference) return null;
  const { gains, losses } = difference;
  if (gains.length === 0 && losses.length === 0)
    return <p>{m.insights_no_change({ letter: first.letter })}</p>;
  return (
    <>
      {gains.length > 0 && (
        <p>
          <strong>{m.insights_gains({ names: sayNames(gains) })}</strong>
        </p>
      )}
      {losses.length > 0 && (
        <p>
          <strong>{m.insights_losses({ names: sayNames(losses) })}</strong>
        </p>
      )}
    </>
  );
}

const sayNames = (options: readonly Option[]) =>
  formatList(options.map(({ label }) => m.insights_quoted({ label })));
