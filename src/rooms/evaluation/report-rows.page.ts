import * as m from '../../paraglide/messages.js';
import type { Cell as FileCell } from '../../platform/text/xlsx.ts';
import { unitWords } from './cell-words.page.ts';
import type { Cell, Chapter } from './chapter.ts';

/** Columns of the files, each with what it holds (R192). */
const COLUMNS = [
  [m.evaluation_column_chapter, m.evaluation_meaning_chapter],
  [m.evaluation_column_part, m.evaluation_meaning_part],
  [m.evaluation_column_line, m.evaluation_meaning_line],
  [m.evaluation_column_measure, m.evaluation_meaning_measure],
  [m.evaluation_column_value, m.evaluation_meaning_value],
  [m.evaluation_column_unit, m.evaluation_meaning_unit],
  [m.evaluation_column_state, m.evaluation_meaning_state],
] as const;

/** Heads, then one line for each figure of the report: the very ones that the page shows. */
export function writeReportRows(chapters: readonly Chapter[]): FileCell[][] {
  return [
    COLUMNS.map(([name]) => name()),
    ...chapters.flatMap((chapter) =>
      chapter.parts.flatMap((part) =>
        part.lines.flatMap(({ label, cells }) =>
          cells.map((cell, at) => [
            chapter.title,
            part.title,
            label,
            part.heads[at] ?? '',
            bare(cell),
            unitWords[cell.unit](),
            cell.hidden
              ? m.evaluation_state_hidden()
              : cell.value === null
                ? m.evaluation_state_unknown()
                : m.evaluation_state_told(),
          ]),
        ),
      ),
    ),
  ];
}

export const writeDictionary = (): string[][] => [
  [m.evaluation_column(), m.evaluation_meaning()],
  ...COLUMNS.map(([name, meaning]) => [name(), meaning()]),
];

/** Euros, percents and days as a spreadsheet counts them; nothing where nothing is told. */
export function bare({ value, unit }: Cell): number | '' {
  if (value === null) return '';
  const scale = unit === 'money' ? 0.01 : unit === 'percent' ? 100 : 1;
  return Math.round(value * scale * 100) / 100;
}
