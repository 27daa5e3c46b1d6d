import * as m from '../../../paraglide/messages.js';
import type { Paper } from '../../../platform/pdf/paper.ts';
import { formatDate } from '../../../ui/format.ts';
import { findPhase } from '../../spaces/index.page.ts';
import type { Edition, Step } from '../../spaces/index.ts';

export interface SheetTerms {
  /** Folder of the installation. */
  root: string;
  organisation: { name: string; colour: string; contactEmail: string };
  edition: Edition;
  /** `https://host` of the site, printed for whoever goes on there. */
  origin: string;
}

/** "du lundi 1 juin au mardi 30 juin 2026"; '' where the calendar does not say. */
export function sayDates(edition: Edition, step: Step): string {
  const phase = findPhase(edition, step);
  if (!phase) return '';
  const from = formatDate(phase.startsAt);
  // an end is the first instant after: its day is the one before
  return phase.endsAt
    ? m.guides_sheet_dates({ from, to: formatDate(new Date(phase.endsAt.getTime() - 1)) })
    : m.guides_sheet_date_from({ from });
}

/** The address of the site as people type it. */
export const bareAddress = (origin: string): string => origin.replace(/^https?:\/\//, '');

/** Lines to write on, so many. */
export function writeLines(paper: Paper, count: number): void {
  for (let line = 0; line < count; line += 1) {
    paper.makeRoom(30);
    paper.rule(26);
  }
}

/** Boxes to tick, one under the other, each with its words. */
export function writeBoxes(
  paper: Paper,
  head: string,
  labels: readonly string[],
  columns = 1,
): void {
  const rows = Array.from({ length: Math.ceil(labels.length / columns) }, (_, row) =>
    labels.slice(row * columns, (row + 1) * columns),
  );
  paper.table({
    columns: Array.from({ length: columns }, (_, at) => ({
      width: at === columns - 1 ? ('rest' as const) : paper.inner / columns,
      head: at === 0 ? head : '',
    })),
    names: 0,
    rows: rows.map((labelsOfRow) =>
      Array.from({ length: columns }, (_, at) => {
        const label = labelsOfRow[at];
        return label === undefined
          ? []
          : [{ box: { width: 13, height: 13 }, says: m.guides_sheet_box({ label }), label }];
      }),
    ),
  });
}
