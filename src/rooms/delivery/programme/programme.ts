/** A file of realisations on its way in: its run, and what is told of its cells (issue 6). */
import type { ProgrammeMapping } from './mapping.ts';

/** Why a cell is told of. What was done with it follows from the reason, and has its words on the page. */
const CELL_REASONS = [
  // the line is left out
  'source-missing',
  'source-twice',
  'edition-missing',
  'edition-held-here',
  // the line is taken, the cell otherwise than it stands
  'title-missing',
  'title-cut',
  'place-cut',
  'cost-missing',
  'cost-unreadable',
  'amount-unreadable',
  'stage-unknown',
  'department-missing',
  'department-cut',
  'theme-missing',
  'theme-cut',
  'place-missing',
  'district-unknown',
  'districts-too-many',
  'themes-too-many',
  'date-unreadable',
  'date-to-come',
  'date-missing',
  'date-planned-past',
  'date-out-of-order',
  'date-before-edition',
  'link-unreadable',
  'halt-without-reason',
  // of a line that came before
  'changed',
] as const;
export type CellReason = (typeof CELL_REASONS)[number];

const LEFT_OUT: readonly CellReason[] = [
  'source-missing',
  'source-twice',
  'edition-missing',
  'edition-held-here',
];
/** Whether a line with such a cell is not imported. */
export const leavesOut = (reason: CellReason): boolean => LEFT_OUT.includes(reason);

/** What is told of one cell. */
export interface CellNote {
  /** Of the file, as a spreadsheet counts its lines. */
  row: number;
  columnName: string;
  value: string;
  /** Of a cell that changed: what it said before. */
  before: string | null;
  reason: CellReason;
}

export type RunStage = 'uploaded' | 'waiting' | 'importing' | 'done' | 'stopped';

export interface ProgrammeRun {
  organisationId: string;
  id: string;
  fileName: string;
  sha256: string;
  columns: readonly string[];
  rows: number;
  mapping: ProgrammeMapping | null;
  stage: RunStage;
  lastRow: number;
  added: number;
  changed: number;
  same: number;
  refused: number;
  /** Cells. */
  odd: number;
  uploadedBy: string | null;
  uploadedAt: Date;
  endedAt: Date | null;
}
