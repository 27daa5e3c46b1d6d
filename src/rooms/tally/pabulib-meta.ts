import { readCents, readWhole } from './amounts.ts';
import type { BallotKind, Limits } from './election.ts';
import { mostPoints } from './gather.ts';
import { Malformed, orRefuse } from './pabulib-fault.ts';
import type { Section } from './pabulib-sections.ts';

export interface Meta {
  /** Every key of META as it is written, in the order of the file. */
  readonly entries: ReadonlyMap<string, string>;
  readonly kind: BallotKind;
  readonly budget: bigint;
  readonly limits: Limits;
  readonly projectCount: Counted;
  readonly voteCount: Counted;
}

/** A number of rows that META announces, and the line that says so. */
export interface Counted {
  readonly announced: number;
  readonly line: number;
}

const kinds = new Map<string, BallotKind>([
  ['approval', 'approval'],
  ['choose-1', 'choose-one'],
  ['ordinal', 'ordinal'],
  ['cumulative', 'cumulative'],
  ['scoring', 'scoring'],
]);

/** Keys that the count depends on: said twice, they contradict themselves. */
const decisiveKeys = /^(budget|vote_type|num_|min_|max_)/;

export function readMeta(section: Section): Meta {
  const entries = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, cells } of section.rows) {
    const key = cells[0]!.trim();
    // An unquoted semicolon in a comment is kept; in a number it is refused below.
    const value = cells
      .slice(1)
      .join(';')
      .replace(/;*\s*$/, '')
      .trim();
    const before = entries.get(key);
    if (before !== undefined && decisiveKeys.test(key))
      throw new Malformed(line, 'duplicate-meta-key', { where: key });
    entries.set(key, before === undefined ? value : `${before}\n${value}`);
    lines.set(key, line);
  }

  function demand(key: string): { value: string; line: number } {
    const value = entries.get(key);
    if (!value)
      throw new Malformed(lines.get(key) ?? section.line, 'missing-meta-key', { where: key });
    return { value, line: lines.get(key)! };
  }
  function count(key: string): Counted {
    const { value, line } = demand(key);
    return { announced: orRefuse(readWhole(value), line, key, value), line };
  }
  function whole(key: string): number | null {
    const value = entries.get(key);
    return value ? orRefuse(readWhole(value), lines.get(key)!, key, value) : null;
  }
  function cents(key: string): bigint | null {
    const value = entries.get(key);
    return value ? orRefuse(readCents(value), lines.get(key)!, key, value) : null;
  }

  const maxLength = whole('max_length');
  // In a ranking it is also what the first rank is worth.
  if (maxLength !== null && maxLength > mostPoints)
    throw new Malformed(lines.get('max_length')!, 'number-too-large', {
      where: 'max_length',
      found: `${maxLength}`,
    });
  const voteType = demand('vote_type');
  const kind = kinds.get(voteType.value.toLowerCase());
  if (!kind)
    throw new Malformed(voteType.line, 'unknown-vote-type', {
      found: voteType.value,
      expected: [...kinds.keys()].join(', '),
    });
  const budget = demand('budget');
  return {
    entries,
    kind,
    budget: orRefuse(readCents(budget.value), budget.line, 'budget', budget.value),
    limits: {
      minLength: whole('min_length'),
      maxLength,
      minPoints: whole('min_points'),
      maxPoints: whole('max_points'),
      minSumPoints: whole('min_sum_points'),
      maxSumPoints: whole('max_sum_points'),
      minSumCost: cents('min_sum_cost'),
      maxSumCost: cents('max_sum_cost'),
    },
    projectCount: count('num_projects'),
    voteCount: count('num_votes'),
  };
}
