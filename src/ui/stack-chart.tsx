/** Bars divided into parts: merit profiles, answers for and against, who paid what. Each with its figures as a table. */
import * as m from '../paraglide/messages.js';
import { ChartTable, type Outcome, OutcomeWords } from './charts.tsx';
import { formatNumber, formatPercent } from './format.ts';
import { Hatch } from './hatch.tsx';
import { LongList } from './long-list.tsx';

/** From the fullest to the emptiest; the last two are striped, so that the end of a scale needs no colour. */
const looks = ['full', 'firm', 'medium', 'soft', 'faint', 'striped', 'crossed'] as const;
export type PartLook = (typeof looks)[number];

type StackLine = {
  label: string;
  /** One for each part, zero or more: shares of their sum are drawn. */
  values: number[];
  /** What the line amounts to, at its end: "J’aime bien". */
  words: string;
  outcome?: Outcome;
  href?: string;
};

export type StackChartProps = {
  /** Unique in the page. */
  id: string;
  title: string;
  /** Where a heading just above says the same: for those who do not see the chart only. */
  titleHidden?: boolean;
  /** What the chart says, in one sentence, for those who do not see it. */
  description: string;
  /** From left to right. */
  parts: { name: string; look: PartLook }[];
  lines: StackLine[];
  /** Draws a line across the middle of every bar; what it means. */
  middle?: string;
  /** Heads of the table's first and last columns. */
  labelHead: string;
  wordsHead: string;
  /** How a value is written in the table; the number unless said. */
  formatValue?: (value: number) => string;
  /** True where a table of the same figures stands beside it already. */
  tableBeside?: boolean;
};

/** Looks for a scale of so many grades, the best first. */
export function listGradeLooks(grades: number): PartLook[] {
  const few: Record<number, number[]> = {
    2: [0, 5],
    3: [0, 2, 5],
    4: [0, 2, 4, 5],
    5: [0, 1, 3, 4, 5],
  };
  const last = looks.length - (grades < looks.length ? 2 : 1);
  return Array.from(
    { length: grades },
    (_, at) => looks[few[grades]?.[at] ?? Math.round((at * last) / Math.max(1, grades - 1))]!,
  );
}

export function StackChart(props: StackChartProps) {
  const { id, title, parts, lines, middle, formatValue = formatNumber } = props;
  return (
    <figure class="chart">
      <figcaption id={`${id}-title`} class={props.titleHidden ? 'visually-hidden' : undefined}>
        {title}
      </figcaption>
      <svg class="pattern-store" aria-hidden="true">
        <Hatch id={`${id}-striped`} every={9} stripe={2} />
        <Hatch id={`${id}-crossed`} every={6} stripe={3} />
      </svg>
      <ul class="chart-legend">
        {parts.map(({ name, look }) => (
          <li key={name}>
            <svg class="legend-mark" aria-hidden="true">
              <Part id={id} look={look} from={0} share={1} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <LongList
        items={lines}
        wrap={(shown, rest) => (
          <div role="img" aria-labelledby={rest ? `${id}-title` : `${id}-title ${id}-description`}>
            {!rest && (
              <p class="visually-hidden" id={`${id}-description`}>
                {props.description}
              </p>
            )}
            {shown.map((line, index) => (
              <Line key={index} line={line} id={id} parts={parts} middle={middle !== undefined} />
            ))}
          </div>
        )}
      />
      {middle && <p class="chart-note">{middle}</p>}
      {!props.tableBeside && (
        <ChartTable
          title={title}
          columns={[
            { key: 'label', label: props.labelHead },
            ...parts.map(({ name }, at) => ({ key: `part-${at}`, label: name, numeric: true })),
            { key: 'words', label: props.wordsHead },
            ...(lines.some(({ outcome }) => outcome)
              ? [{ key: 'outcome', label: m.ui_chart_outcome() }]
              : []),
          ]}
          rows={lines.map(({ label, href, values, words, outcome }) => ({
            label: href ? <a href={href}>{label}</a> : label,
            ...Object.fromEntries(values.map((value, at) => [`part-${at}`, formatValue(value)])),
            words,
            outcome: outcome?.words,
          }))}
        />
      )}
    </figure>
  );
}

/** Shares of the bar under which a label would not stand in its part: on a wide screen, and on a phone. */
const NARROWEST_LABEL = 0.09;
const NARROWEST_ON_PHONE = 0.15;

function Line(props: {
  line: StackLine;
  id: string;
  parts: StackChartProps['parts'];
  middle: boolean;
}) {
  const { line, id, parts } = props;
  const total = Math.max(
    1,
    line.values.reduce((sum, value) => sum + value, 0),
  );
  let from = 0;
  const drawn = parts.flatMap(({ look }, at) => {
    const share = line.values[at]! / total;
    const part = { look, from, share };
    from += share;
    return share > 0 ? [part] : [];
  });
  return (
    <div class={`chart-line chart-stack chart-${line.outcome?.kind ?? 'other'}`}>
      <span class="chart-label">{line.label}</span>
      <svg class="chart-bar" aria-hidden="true">
        {drawn.map((part) => (
          <Part key={part.look} id={id} {...part} />
        ))}
        {drawn
          .map((part) => ({ ...part, label: placeLabel(part, props.middle) }))
          .filter(({ label }) => label.room >= NARROWEST_LABEL)
          .map(({ look, share, label }) => (
            <text
              key={look}
              class={`part-words part-words-${look}${label.room < NARROWEST_ON_PHONE ? ' part-words-wide' : ''}`}
              x={percent(label.at)}
              y="50%"
              dy="0.36em"
            >
              {formatPercent(Math.round(share * 100) / 100)}
            </text>
          ))}
        {props.middle &&
          ['chart-middle-halo', 'chart-middle'].map((look) => (
            <line key={look} class={look} x1="50%" x2="50%" y1="-14%" y2="114%" />
          ))}
      </svg>
      <span class="chart-words">{line.words}</span>
      {line.outcome && <OutcomeWords outcome={line.outcome} />}
    </div>
  );
}

/** In the middle of its part, or of the larger piece of it where the line in the middle cuts it. */
function placeLabel({ from, share }: { from: number; share: number }, middle: boolean) {
  const to = from + share;
  const [begin, end] =
    !middle || from >= 0.5 || to <= 0.5
      ? [from, to]
      : 0.5 - from >= to - 0.5
        ? [from, 0.5]
        : [0.5, to];
  return { at: (begin + end) / 2, room: end - begin };
}

function Part(props: { id: string; look: PartLook; from: number; share: number }) {
  const { look } = props;
  const striped = look === 'striped' || look === 'crossed';
  return (
    <rect
      class={`part part-${look}`}
      x={percent(props.from)}
      width={percent(props.share)}
      height="100%"
      fill={striped ? `url(#${props.id}-${look})` : undefined}
    />
  );
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
