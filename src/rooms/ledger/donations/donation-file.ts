/** A file of donations: its columns, and what is wrong with its lines. It is imported whole, or not at all. */
import { foldWords } from '../../ideas/index.ts';
import type { Destination } from './destination.ts';
import type { DonationField, DonationRefusal, NewDonation } from './donation.ts';

const HEADINGS: Record<DonationField, readonly string[]> = {
  reference: ['reference', 'ref', 'identifiant', 'numero', 'id'],
  givenOn: ['date', 'jour', 'datedudon', 'day'],
  amount: ['montant', 'somme', 'amount', 'montanteneuros', 'montanteur'],
  destination: ['destination', 'groupe', 'beneficiaire', 'vers', 'group'],
};
const FIELDS = Object.keys(HEADINGS) as DonationField[];

export type Columns = Record<DonationField, number>;

/** Which column holds what, by its heading; `missing`: what no heading names. */
export function findColumns(
  headings: readonly string[],
): { ok: true; columns: Columns } | { ok: false; missing: DonationField[] } {
  const folded = headings.map(foldWords);
  const found = FIELDS.map(
    (field) => [field, folded.findIndex((words) => HEADINGS[field].includes(words))] as const,
  );
  const missing = found.filter(([, at]) => at === -1).map(([field]) => field);
  return missing.length > 0
    ? { ok: false, missing }
    : { ok: true, columns: Object.fromEntries(found) as Columns };
}

export interface LineFault {
  /** As a spreadsheet counts its lines. */
  row: number;
  field: DonationField;
  value: string;
  refusal: DonationRefusal;
}

/** A line that may be imported. */
export interface ReadLine extends NewDonation {
  row: number;
}

export interface DestinationTotal {
  destination: Destination;
  count: number;
  /** Cents. */
  amount: number;
}

/** What importing a file would do. */
export interface ExaminedFile {
  lines: readonly ReadLine[];
  faults: readonly LineFault[];
  /** Lines with a fault. */
  faulty: number;
  totals: readonly DestinationTotal[];
  /** Cents. */
  amount: number;
  /** When this very file was imported; null: never. */
  importedAt: Date | null;
}

export type ImportRefusal = 'already-imported' | 'has-faults' | 'no-line';

/** Why a file is not imported as things stand; null: it may be. */
export function refuseImport({ importedAt, faulty, lines }: ExaminedFile): ImportRefusal | null {
  if (importedAt) return 'already-imported';
  if (faulty > 0) return 'has-faults';
  return lines.length === 0 ? 'no-line' : null;
}

/** Why a job imported nothing of a file: `file-gone`, it waited for longer than files are kept. */
export type RunRefusal = ImportRefusal | 'reference-known' | 'file-gone';

/** An import that somebody asked for; a job carries it out, whole or not at all. */
export interface DonationRun {
  /** Of the file that was looked at. */
  id: string;
  fileName: string;
  lines: number;
  askedBy: string;
  askedAt: Date;
  endedAt: Date | null;
  /** Cents that it brought in; null: none, or not yet. */
  amount: number | null;
  refusal: RunRefusal | null;
}
