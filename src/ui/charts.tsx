/** Charts made of lines of text and plain rectangles, each with its figures as a table. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { formatNumber } from './format.ts';
import { Hatch } from './hatch.tsx';
import { Icon } from './icon.tsx';
import { Table } from './table.tsx';

type Bar = {
  label: string;
  /** Length of the bar, zero or more. */
  value: number;
  /** How the value is written at the end of the bar; the number unless said. */
  valueWords?: string;
  /** `won` bars are full, `lost` ones hatched, others plain; a word always says it too. */
  outcome?: { kind: 'won' | 'lost' | 'other'; words: string };
  /** Where the table's line leads. */
  href?: string;
};

export type BarChartProps = {
  /** "Votes par projet". */
  title: string;
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
      <figcaption id={`${id}-title`}>{title}</figcaption>
      <div role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <p class="visually-hidden" id={`${id}-description`}>
          {description}
        </p>
        {bars.map((bar, index) => (
          <ChartLine key={index} bar={bar} share={bar.value / longest} id={`${id}-${index}`} />
        ))}
      </div>
      <details class="chart-table">
        <summary>
          {m.ui_chart_table()}
          <Icon name="chevron-down" class="turn" />
        </summary>
        <Table
          caption={title}
          captionHidden
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
      </details>
    </figure>
  );
}

function ChartLine({ bar, share, id }: { bar: Bar; share: number; id: string }) {
  const kind = bar.outcome?.kind ?? 'other';
  return (
    <div class={`chart-line chart-${kind}`}>
      <span class="chart-label">{bar.label}</span>
      <svg class="chart-bar" aria-hidden="true">
        {kind === 'lost' && <Hatch id={`${id}-hatch`} every={9} stripe={3} />}
        <rect
          width={`${Math.max(0.5, Math.round(share * 1000) / 10)}%`}
          height="100%"
          class="chart-fill"
          fill={kind === 'lost' ? `url(#${id}-hatch)` : undefined}
        />
      </svg>
      <span class="chart-value">{bar.valueWords ?? formatNumber(bar.value)}</span>
      {bar.outcome && (
        <span class="chart-outcome">
          <Icon name={kind === 'won' ? 'check' : kind === 'lost' ? 'minus' : 'info'} />
          {bar.outcome.words}
        </span>
      )}
    </div>
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
