/** Who would win by each rule, and in which districts. */
import * as m from '../../paraglide/messages.js';
import { OutcomeWords } from '../../ui/charts.tsx';
import { formatMoney, formatNumber, formatPercent } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { subjectWords } from '../polls/index.page.ts';
import type { CountedTerms, Option } from '../polls/index.ts';
import { headColumn } from './column-words.page.ts';
import { type Fate, outcomeOf } from './comparison.ts';
import {
  type ComparisonProps,
  captionOf,
  hasMoney,
  standingWords,
} from './comparison-words.page.ts';
import { Folded } from './folded.page.tsx';
import type { ServedPlace } from './outcome.ts';

/** Those on whom the rules disagree; the others folded, since they say nothing of the rules. */
export function Fates(props: ComparisonProps) {
  const { comparison, terms } = props;
  const { columns, rows, always, never, waiting } = comparison;
  return (
    <Section title={m.insights_fates_title()} id="qui-serait-retenu">
      {rows.length > 0 && columns.length > 1 && (
        <p>{m.insights_fates_words({ letter: columns[0]!.letter })}</p>
      )}
      {rows.length > 0 && <FatesTable {...props} />}
      {waiting === 0 && rows.length === 0 && (
        <p>{always.length > 0 ? m.insights_all_agree() : m.insights_none_wins()}</p>
      )}
      <FoldedOptions
        title={m.insights_always({ count: always.length })}
        options={always}
        terms={terms}
        currency={props.currency}
      />
      {waiting === 0 && (
        <FoldedOptions
          title={m.insights_never({ count: never.length })}
          options={never}
          terms={terms}
          currency={props.currency}
        />
      )}
    </Section>
  );
}

function FoldedOptions(props: {
  title: string;
  options: readonly Option[];
  terms: CountedTerms;
  currency: string;
}) {
  const { title, options, terms, currency } = props;
  if (options.length === 0) return null;
  return (
    <Folded title={title}>
      <ul>
        {options.map(({ key, label, cost }) => (
          <li key={key}>
            {label}
            {hasMoney(terms) && ` (${formatMoney(cost, currency)})`}
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function FatesTable(props: ComparisonProps) {
  const { comparison, terms, currency } = props;
  const { columns, rows } = comparison;
  const words = subjectWords[terms.settings.subject];
  const fates = { won: words.won(), lost: words.lost(), currency };
  return (
    <Table
      caption={captionOf(m.insights_table_caption(), props)}
      columns={[
        { key: 'option', label: words.one() },
        ...(hasMoney(terms)
          ? [{ key: 'cost', label: m.insights_head_cost_one(), numeric: true }]
          : []),
        ...columns.map((column) => ({ key: column.letter, label: headColumn(column) })),
      ]}
      rows={rows.map(({ option, fates: own }) => ({
        option: option.label,
        cost: formatMoney(option.cost, currency),
        ...Object.fromEntries(
          own.map((fate, at) => [columns[at]!.letter, <FateWords fate={fate} {...fates} />]),
        ),
      }))}
    />
  );
}

/** A tick or a dash and its word; what differs from the first column says so. */
function FateWords(props: { fate: Fate; won: string; lost: string; currency: string }) {
  const { fate, won, lost, currency } = props;
  switch (fate.fate) {
    case 'unknown':
      return <>{m.insights_fate_unknown()}</>;
    case 'part':
      return (
        <StateBadge tone="info">
          {m.insights_fate_part({ amount: formatMoney(fate.amount, currency) })}
        </StateBadge>
      );
    case 'won':
      return fate.changed ? (
        <StateBadge tone="success" icon="check">
          {m.insights_fate_gains()}
        </StateBadge>
      ) : (
        <OutcomeWords outcome={{ kind: 'won', words: won }} />
      );
    case 'lost':
      return fate.changed ? (
        <StateBadge tone="warning" icon="minus">
          {m.insights_fate_loses()}
        </StateBadge>
      ) : (
        <OutcomeWords outcome={{ kind: 'lost', words: lost }} />
      );
  }
}

/** Nothing where no project has a district. */
export function Places(props: ComparisonProps) {
  const { comparison, terms, currency } = props;
  const { columns } = comparison;
  const zones = columns.map(outcomeOf).find((outcome) => outcome !== null)?.places ?? [];
  if (zones.length === 0) return null;
  const say = ({ winners, cost, ballots, satisfied }: ServedPlace) => {
    if (winners === 0) return m.insights_place_none();
    const share = ballots === 0 ? '—' : formatPercent(satisfied / ballots);
    const said = { count: winners, number: formatNumber(winners), share };
    return hasMoney(terms)
      ? m.insights_place_cell({ ...said, cost: formatMoney(cost, currency) })
      : m.insights_place_cell_free(said);
  };
  return (
    <Section title={m.insights_places_title()} id="par-quartier">
      <Table
        caption={captionOf(m.insights_places_caption(), props)}
        columns={[
          { key: 'place', label: m.insights_head_place() },
          ...columns.map((column) => ({ key: column.letter, label: headColumn(column) })),
        ]}
        rows={zones.map(({ zone }, row) => ({
          place: zone ?? m.insights_place_town(),
          ...Object.fromEntries(
            columns.map(({ letter, standing }) => [
              letter,
              standing.state === 'counted'
                ? say(standing.outcome.places[row]!)
                : standingWords[standing.state](),
            ]),
          ),
        }))}
      />
    </Section>
  );
}
