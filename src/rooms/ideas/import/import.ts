/** Ideas of a file: what its columns may hold, and how they are named (R38). */
import type { TextRefusal } from '../idea.ts';
import type { ReadCell } from './line.ts';

export const FIELDS = [
  'title',
  'body',
  'category',
  'name',
  'email',
  'place',
  'depositedOn',
  'sourceId',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that may hold the same words for every line. */
export const FIXABLE = ['name', 'place', 'depositedOn'] as const;
export type Fixable = (typeof FIXABLE)[number];
export const isFixable = (field: Field): field is Fixable =>
  (FIXABLE as readonly string[]).includes(field);

/** Ideas in one file. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 100;
/** Bytes of a file. */
export const LARGEST_TABLE = 20 * 1024 * 1024;
/** Characters of a cell that are kept: more is no idea, and is told so. */
export const LONGEST_CELL = 20_000;
/** Kinds of category that a page asks about. */
export const MOST_VALUES = 60;

export const LONGEST = { name: 120, place: 200, sourceId: 100 } as const;

/** Where each field of an idea comes from. Columns are counted from 0. */
export interface Mapping {
  columns: Partial<Record<Field, number>>;
  fixed: Partial<Record<Fixable, string>>;
  /** One category for all; null: by its column. */
  categoryId: string | null;
  /** By folded value of the column; absent: not said, so odd. */
  categories: Record<string, string>;
  /** What readers see in place of a name, and the language of the texts. */
  signature: string;
  lang: string;
}

export type MappingRefusal = 'field-missing' | 'column-twice' | 'fixed-missing' | 'date-unreadable';

/** By field; empty: the mapping holds. */
export function checkMapping(
  mapping: Mapping,
  readDay: (typed: string) => ReadCell<string>,
): Partial<Record<Field, MappingRefusal>> {
  const refusals: Partial<Record<Field, MappingRefusal>> = {};
  const { columns, fixed } = mapping;
  for (const field of ['title', 'body'] as const)
    if (columns[field] === undefined) refusals[field] = 'field-missing';
  if (columns.category === undefined && mapping.categoryId === null)
    refusals.category = 'field-missing';
  const seen = new Set<number>();
  for (const field of FIELDS) {
    const column = columns[field];
    if (column === undefined) continue;
    if (seen.has(column)) refusals[field] = 'column-twice';
    seen.add(column);
  }
  for (const field of FIXABLE) if (fixed[field] === '') refusals[field] = 'fixed-missing';
  if (fixed.depositedOn && !readDay(fixed.depositedOn).ok) refusals.depositedOn = 'date-unreadable';
  return refusals;
}

/** Why a cell is odd: a line with one is not imported, and the office is told of each. */
export type CellOddity =
  | TextRefusal
  | 'category-unknown'
  | 'cell-too-long'
  | 'mis-encoded'
  | 'formula-error'
  | 'mixed-alphabets'
  | 'email-unreadable'
  | 'date-unreadable'
  | 'date-to-come'
  | 'name-too-long'
  | 'place-too-long'
  | 'source-too-long'
  | 'source-twice'
  | 'too-many-ideas';

export interface Oddity {
  /** Of the file, as a spreadsheet counts its lines. */
  row: number;
  field: Field;
  columnName: string;
  value: string;
  reason: CellOddity;
}

export type FileRefusal =
  | 'file-missing'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  | 'file-old'
  | 'file-ods'
  | 'file-damaged'
  | 'file-too-complex'
  | 'no-line'
  | 'one-column'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'quote-never-closed';

export type ImportStage = 'uploaded' | 'waiting' | 'importing' | 'done' | 'stopped';

export interface IdeaImport {
  organisationId: string;
  editionId: string;
  id: string;
  fileName: string;
  kind: 'csv' | 'xlsx';
  encoding: string;
  separator: string;
  sheet: string;
  columns: readonly string[];
  rows: number;
  mapping: Mapping | null;
  stage: ImportStage;
  lastRow: number;
  added: number;
  odd: number;
  known: number;
  uploadedBy: string | null;
  uploadedAt: Date;
  endedAt: Date | null;
  undoneAt: Date | null;
}

export type UndoRefusal =
  | 'not-ended'
  | 'already-undone'
  | 'nothing-to-undo'
  | 'ideas-supported'
  | 'ideas-in-use';

/** Case, accents, spaces and signs left out: what people take for the same word. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
