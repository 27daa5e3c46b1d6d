import * as m from '../../paraglide/messages.js';
import { formatMoney, formatNumber, formatPercent } from '../../ui/format.ts';
import type { Cell, Unit } from './chapter.ts';

/** A figure as it is read, on the page and on paper. */
export function sayCell({ value, unit, hidden }: Cell): string {
  if (hidden) return m.evaluation_hidden();
  if (value === null) return m.evaluation_unknown();
  switch (unit) {
    case 'number':
      return formatNumber(value);
    case 'percent':
      return formatPercent(value);
    case 'money':
      return formatMoney(value);
    case 'days':
      return m.evaluation_days({ days: formatNumber(Math.round(value * 10) / 10) });
  }
}

/** The same at the end of a bar, where all are as wide; a note and the table say it whole. */
export const sayBriefly = (cell: Cell): string =>
  cell.hidden ? m.evaluation_hidden_brief() : cell.value === null ? '–' : sayCell(cell);

/** In the files, where a figure stands bare. */
export const unitWords: Record<Unit, () => string> = {
  number: m.evaluation_unit_number,
  percent: m.evaluation_unit_percent,
  money: m.evaluation_unit_money,
  days: m.evaluation_unit_days,
};
