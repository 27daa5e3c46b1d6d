import * as m from '../../paraglide/messages.js';
import { ChartTable, Stat, Stats } from '../../ui/charts.tsx';
import { Table } from '../../ui/table.tsx';
import { sayBriefly, sayCell } from './cell-words.page.ts';
import { barLength, drawnColumns, type Part } from './chapter.ts';

/** A part of the report: figures to read, bars with their table, or a table alone. */
export function PartFigure({ part }: { part: Part }) {
  if (part.look === 'facts')
    return (
      <>
        <Stats>
          {part.lines.map(({ label, cells }) => (
            <Stat key={label} value={cells.map(sayCell)} label={label} />
          ))}
        </Stats>
        <Note part={part} />
      </>
    );
  if (part.look === 'table')
    return (
      <>
        <Table
          caption={part.title}
          narrow={part.heads.length > 4 ? 'scroll' : 'stack'}
          {...tableOf(part)}
        />
        <Note part={part} />
      </>
    );
  return (
    <figure class="chart">
      <figcaption id={`${part.id}-titre`}>{part.title}</figcaption>
      {part.look === 'pairs' && (
        <ul class="chart-legend">
          {part.heads.slice(0, 2).map((head, at) => (
            <li key={head}>
              <svg class="legend-mark" aria-hidden="true">
                <rect class={LOOKS[at]} width="100%" height="100%" />
              </svg>
              {head}
            </li>
          ))}
        </ul>
      )}
      <div role="img" aria-labelledby={`${part.id}-titre ${part.id}-dit`}>
        <p class="visually-hidden" id={`${part.id}-dit`}>
          {part.description}
        </p>
        {part.lines.map((line) => (
          <div
            class={`chart-line chart-other${part.look === 'pairs' ? ' chart-pair' : ''}`}
            key={line.label}
          >
            <span class="chart-label">{line.label}</span>
            {line.cells.slice(0, drawnColumns(part)).map((cell, at) => (
              <Bar
                key={at}
                length={barLength(part, cell)}
                look={part.look === 'pairs' ? LOOKS[at] : 'chart-fill'}
                words={sayBriefly(cell)}
              />
            ))}
          </div>
        ))}
      </div>
      <Note part={part} />
      <ChartTable title={part.title} {...tableOf(part)} />
    </figure>
  );
}

/** Of the population, and of those who took part. */
const LOOKS = ['part part-soft', 'part part-firm'];

function Bar({ length, look, words }: { length: number; look: string | undefined; words: string }) {
  return (
    <>
      <svg class="chart-bar" aria-hidden="true">
        <rect width={`${Math.round(length * 1000) / 10}%`} height="100%" class={look} />
      </svg>
      <span class="chart-value">{words}</span>
    </>
  );
}

function Note({ part: { note, lines } }: { part: Part }) {
  const hidden = lines.some(({ cells }) => cells.some((cell) => cell.hidden));
  const words = [note, hidden && m.evaluation_hidden_note()].filter(Boolean).join(' ');
  return words === '' ? null : <p class="chart-note">{words}</p>;
}

const tableOf = ({ labelHead, heads, lines }: Part) => ({
  columns: [
    { key: 'label', label: labelHead },
    ...heads.map((label, at) => ({ key: `cell-${at}`, label, numeric: true })),
  ],
  rows: lines.map(({ label, cells, given }) => ({
    label: given ? <bdi>{label}</bdi> : label,
    ...Object.fromEntries(cells.map((cell, at) => [`cell-${at}`, sayCell(cell)])),
  })),
});
