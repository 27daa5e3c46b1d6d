/** A report as plain words and figures: what the page draws, the PDF prints and the files hold (R88). */

export type Unit = 'number' | 'percent' | 'money' | 'days';

export interface Cell {
  /** Money in cents, percent as a ratio of 0 to 1, days as they are. */
  value: number | null;
  unit: Unit;
  /** Known, and not told: too few people, or told by what is. */
  hidden?: boolean;
}

export interface Line {
  /** Stable whatever the reader's language, unique in its part: `18-25`, `laureats`, or the name that the town gave. */
  key: string;
  label: string;
  cells: readonly Cell[];
  /** Language of the label where it is not the page's: the title of an edition. */
  given?: boolean;
}

export interface Part {
  /** Unique in the report. */
  id: string;
  title: string;
  /**
   * facts: each line a figure that is read alone; bars: the first column drawn; pairs: the first two columns, one
   * under the other; table: nothing is drawn.
   */
  look: 'facts' | 'bars' | 'pairs' | 'table';
  /** What a drawing says, for those who do not see it. */
  description: string;
  labelHead: string;
  heads: readonly string[];
  /** Stable names of the columns, for programs: as many as heads. */
  measures: readonly string[];
  lines: readonly Line[];
  note?: string;
}

export interface Chapter {
  id: string;
  title: string;
  sentences: readonly string[];
  parts: readonly Part[];
}

export const number = (value: number | null): Cell => ({ value, unit: 'number' });
export const percent = (value: number | null): Cell => ({ value, unit: 'percent' });
export const money = (value: number | null): Cell => ({ value, unit: 'money' });
export const days = (value: number | null): Cell => ({ value, unit: 'days' });
/** A count of people that may be too small to be told. */
export const told = (count: number | null): Cell => ({
  value: count,
  unit: 'number',
  ...(count === null && { hidden: true }),
});
/** The same of a share. */
export const toldShare = (share: number | null): Cell => ({
  value: share,
  unit: 'percent',
  ...(share === null && { hidden: true }),
});

/** Columns of a part that are drawn. */
export const drawnColumns = ({ look }: Part): number =>
  look === 'bars' ? 1 : look === 'pairs' ? 2 : 0;

/** Length of a bar, as a share of the longest of its part: 0 to 1. */
export function barLength(part: Part, cell: Cell): number {
  const drawn = drawnColumns(part);
  const longest = Math.max(
    ...part.lines.flatMap(({ cells }) => cells.slice(0, drawn).map(({ value }) => value ?? 0)),
  );
  return longest > 0 ? (cell.value ?? 0) / longest : 0;
}
