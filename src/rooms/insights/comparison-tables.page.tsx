/** Who would win by each rule, and in which districts. */
import * as m from '../../paraglide/messages.js';
import { formatMoney, formatNumber, formatPercent } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { subjectWords } from '../polls/index.page.ts';
import { nameColumn } from './column-words.page.ts';
import { type Fate, outcomeOf } from './comparison.ts';
import {
  type ComparisonProps,
  captionOf,
  hasMoney,
  standingWords,
} from './comparison-words.page.ts';
import type { ServedPlace } from './outcome.ts';

export function FatesTable(props: ComparisonProps) {
  const { comparison, terms, currency } = props;
  const { columns, rows, never } = comparison;
  const words = subjectWords[terms.settings.subject];
  const money = hasMoney(terms);
  const fates = { won: words.won(), lost: words.lost(), currency };
  return (
    <>
      {rows.length > 0 ? (
        <Table
          caption={captionOf(m.insights_table_caption(), props)}
          narrow="stack"
          columns={[
            { key: 'option', label: words.one() },
            ...(money ? [{ key: 'cost', label: m.insights_head_cost_one(), numeric: true }] : []),
            ...columns.map((column) => ({ key: column.letter, label: nameColumn(column) })),
          ]}
          rows={rows.map(({ option, fates: own }) => ({
            option: option.label,
            cost: formatMoney(option.cost, currency),
            ...Object.fromEntries(
              own.map((fate, at) => [columns[at]!.letter, <FateWords fate={fate} {...fates} />]),
            ),
          }))}
        />
      ) : (
        comparison.waiting === 0 && <p>{m.insights_none_wins()}</p>
      )}
      {never.length > 0 && comparison.waiting === 0 && (
        <details class="long-list">
          <summary>
            {m.insights_never({ count: never.length })}
            <Icon name="chevron-down" class="turn" />
          </summary>
          <ul>
            {never.map(({ key, label }) => (
              <li key={key}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </>
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
          {m.insights_fate_gains({ won })}
        </StateBadge>
      ) : (
        <span class="fate">
          <Icon name="check" />
          {won}
        </span>
      );
    case 'lost':
      return fate.changed ? (
        <StateBadge tone="warning" icon="minus">
          {m.insights_fate_loses({ lost })}
        </StateBadge>
      ) : (
        <span class="fate fate-lost">
          <Icon name="minus" />
          {lost}
        </span>
      );
  }
}

/** Nothing where no project has a district. */
export function PlacesTable(props: ComparisonProps) {
  const { comparison, terms, currency } = props;
  const { columns } = comparison;
  const zones = columns.map(outcomeOf).find((outcome) => outcome !== null)?.places ?? [];
  if (zones.length === 0) return null;
  const say = ({ winners, cost, ballots, satisfied }: ServedPlace) => {
    const share = ballots === 0 ? '—' : formatPercent(satisfied / ballots);
    const said = { winners: formatNumber(winners), share };
    return hasMoney(terms)
      ? m.insights_place_cell({ ...said, cost: formatMoney(cost, currency) })
      : m.insights_place_cell_free(said);
  };
  return (
    <Table
      caption={captionOf(m.insights_places_caption(), props)}
      columns={[
        { key: 'place', label: m.insights_head_place() },
        ...columns.map((column) => ({ key: column.letter, label: nameColumn(column) })),
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
  );
}
