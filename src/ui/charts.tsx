/** Charts made of lines of text and plain rectangles, each with its figures as a table. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { formatNumber } from './format.ts';
import { Hatch } from './hatch.tsx';
import { Icon } from './icon.tsx';
import { LongList } from './long-list.tsx';
import { Table, type TableProps } from './table.tsx';

/** `won` bars are full, `lost` ones hatched, others plain; a word always says it too. */
export type Outcome = { kind: 'won' | 'lost' | 'other'; words: string };

type Bar = {
  label: string;
  /** Length of the bar, zero or more. */
  value: number;
  /** How the value is written at the end of the bar; the number unless said. */
  valueWords?: string;
  outcome?: Outcome;
  /** Where the table's line leads. */
  href?: string;
};

export type BarChartProps = {
  /** "Votes par projet". */
  title: string;
  /** Where a heading just above says the same: for those who do not see the chart only. */
  titleHidden?: boolean;
  /** What the chart says, in one sentence, for those who do not see it. */
  description: string;
  bars: Bar[];
  /** Heads of the table's columns. */
  labelHead: string;
  valueHead: string;
  /** Unique in the page. */
  id: string;
  /** More columns for the table: head → cell of each bar, in order. */
  extra?: { head: string; cells: ComponentChildren[]; numeric?: boolean }[];
};

export function BarChart(props: BarChartProps) {
  const { title, description, bars, id } = props;
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  const hasOutcomes = bars.some((bar) => bar.outcome);
  return (
    <figure class="chart">
      <figcaption id={`${id}-title`} class={props.titleHidden ? 'visually-hidden' : undefined}>
        {title}
      </figcaption>
      <svg class="pattern-store" aria-hidden="true">
        <Hatch id={`${id}-hatch`} every={9} stripe={3} />
      </svg>
      <LongList
        items={bars}
        wrap={(shown, rest) => (
          <div role="img" aria-labelledby={rest ? `${id}-title` : `${id}-title ${id}-description`}>
            {!rest && (
              <p class="visually-hidden" id={`${id}-description`}>
                {description}
              </p>
            )}
            {shown.map((bar, index) => (
              <ChartLine key={index} bar={bar} share={bar.value / longest} id={id} />
            ))}
          </div>
        )}
      />
      <ChartTable
        title={title}
        columns={[
          { key: 'label', label: props.labelHead },
          { key: 'value', label: props.valueHead, numeric: true },
          ...(props.extra ?? []).map(({ head, numeric }, index) => ({
            key: `extra-${index}`,
            label: head,
            numeric: numeric ?? false,
          })),
          ...(hasOutcomes ? [{ key: 'outcome', label: m.ui_chart_outcome() }] : []),
        ]}
        rows={bars.map((bar, row) => ({
          label: bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label,
          value: formatNumber(bar.value),
          outcome: bar.outcome?.words,
          ...Object.fromEntries(
            (props.extra ?? []).map(({ cells }, index) => [`extra-${index}`, cells[row]]),
          ),
        }))}
      />
    </figure>
  );
}

/** The figures of a chart, folded under it. */
export function ChartTable(props: { title: string } & Pick<TableProps, 'columns' | 'rows'>) {
  return (
    <details class="chart-table">
      <summary>
        {m.ui_chart_table()}
        <Icon name="chevron-down" class="turn" />
      </summary>
      <Table
        caption={props.title}
        captionHidden
        columns={props.columns}
        rows={props.rows}
        narrow={props.columns.length > 7 ? 'scroll' : 'stack'}
      />
    </details>
  );
}

function ChartLine({ bar, share, id }: { bar: Bar; share: number; id: string }) {
  const kind = bar.outcome?.kind ?? 'other';
  return (
    <div class={`chart-line chart-${kind}`}>
      <span class="chart-label">{bar.label}</span>
      <svg class="chart-bar" aria-hidden="true">
        <rect
          width={`${Math.max(0.5, Math.round(share * 1000) / 10)}%`}
          height="100%"
          class="chart-fill"
          fill={kind === 'lost' ? `url(#${id}-hatch)` : undefined}
        />
      </svg>
      <span class="chart-value">{bar.valueWords ?? formatNumber(bar.value)}</span>
      {bar.outcome && <OutcomeWords outcome={bar.outcome} />}
    </div>
  );
}

const outcomeIcons = { won: 'check', lost: 'minus', other: 'info' } as const;

export function OutcomeWords({ outcome: { kind, words } }: { outcome: Outcome }) {
  return (
    <span class="chart-outcome">
      <Icon name={outcomeIcons[kind]} />
      {words}
    </span>
  );
}

export type StatProps = {
  /** The figure, already written ("32"). */
  value: ComponentChildren;
  /** What it counts, so that figure and words read as one sentence: "projets retenus". */
  label: ComponentChildren;
  /** What gives it its meaning: "sur 93 idées étudiées". */
  explanation?: ComponentChildren;
};

/** A number that is explained. */
export function Stat({ value, label, explanation }: StatProps) {
  return (
    <p class="stat">
      <strong class="stat-value">{value}</strong> <span class="stat-label">{label}</span>
      {explanation && <span class="stat-more"> {explanation}</span>}
    </p>
  );
}

/** Several explained numbers side by side. */
export function Stats({ children }: { children: ComponentChildren }) {
  return <div class="stats">{children}</div>;
}
