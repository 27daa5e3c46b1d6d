import * as m from '../../../paraglide/messages.js';
import { writeCsvLine } from '../../../platform/text/csv.ts';
import type { CellNote } from './programme.ts';
import { reasonWords } from './words.page.ts';

/** The report of an import as a file: one line for each cell that is told of. */
export const reportHeadings = (): string =>
  writeCsvLine([
    m.imports_row(),
    m.programme_report_column(),
    m.programme_report_value(),
    m.programme_report_before(),
    m.programme_report_why(),
    m.programme_report_done(),
  ]);

export const reportLine = ({ row, columnName, value, before, reason }: CellNote): string =>
  writeCsvLine([
    row,
    columnName,
    value,
    before ?? '',
    reasonWords[reason].why(),
    reasonWords[reason].done(),
  ]);
