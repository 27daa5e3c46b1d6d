/** What the verifier says: each check with its verdict, each fault by its name, in French and in English. */
import { type Detail, FAULT_NAMES, type FaultName, fault } from './fault-words.ts';

export interface Words {
  words: string;
  words_en: string;
}

export interface Fault extends Words {
  id: FaultName;
  /** What it is about: a file, an option's key, a commitment, a line, a time; null: the whole. */
  about: string | null;
}

export interface Check extends Words {
  id: CheckName;
  /** null: it could not be made, and the words say why. */
  ok: boolean | null;
  /** The faults that it found; at most `MOST_ENTRIES` of one kind. */
  entries: Fault[];
}

/** In the order of the report: what would be the gravest first. */
export type CheckName =
  | 'manifest'
  | 'labels'
  | 'ballots'
  | 'opening'
  | 'validity'
  | 'box'
  | 'heads'
  | 'turnout'
  | 'receipts'
  | 'result'
  | 'trace'
  | 'signatures'
  | 'files';

export interface Report {
  format: 'pb-report-v1';
  /** `incomplete`: nothing wrong was found, but something could not be checked. */
  verdict: 'sound' | 'faults' | 'incomplete';
  poll: string | null;
  title: string | null;
  /** M: SHA-256 of manifest.json as it is in the bundle. */
  manifest: string | null;
  ballots: number | null;
  checks: Check[];
  /** All of them, the most telling first. */
  faults: Fault[];
  /** What the reader should know besides. */
  notes: Words[];
}

/** A broken box of 100 000 ballots is told by a few of them and their number. */
const MOST_ENTRIES = 25;

/** Gathers the faults of one check; beyond the most, only their number is kept. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly #counts = new Map<FaultName, number>();

  add(id: FaultName, about: string | null, detail?: Detail): void {
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count <= MOST_ENTRIES) this.faults.push(fault(id, about, detail));
  }

  count(id: FaultName): number {
    return this.#counts.get(id) ?? 0;
  }

  /** Faults of one kind that tell nothing once a more general one is known. */
  drop(id: FaultName): void {
    this.#counts.delete(id);
    const kept = this.faults.filter((fault) => fault.id !== id);
    this.faults.splice(0, this.faults.length, ...kept);
  }

  /** With a last line for each kind of which there were more. */
  list(): Fault[] {
    const more = [...this.#counts].flatMap(([id, count]): Fault[] =>
      count > MOST_ENTRIES
        ? [
            {
              id,
              about: null,
              words: `… et ${count - MOST_ENTRIES} autres de même sorte (${count} en tout).`,
              words_en: `… and ${count - MOST_ENTRIES} more of the same kind (${count} in all).`,
            },
          ]
        : [],
    );
    return [...this.faults, ...more];
  }
}

/** The most telling first: what was done to a ballot before what only says that something changed. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const rank = (fault: Fault) => FAULT_NAMES.indexOf(fault.id);
  return faults
    .map((fault, at) => ({ fault, at }))
    .sort((a, b) => rank(a.fault) - rank(b.fault) || a.at - b.at)
    .map(({ fault }) => fault);
}
