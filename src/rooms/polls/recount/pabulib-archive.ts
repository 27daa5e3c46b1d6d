/** A Pabulib election as an archived edition of ours: titles, dates, limits, ballots. */
import type { Election, ReadPabulib } from '../../tally/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import { sortKeys } from '../ballot/ballot.ts';
import type { PollLimits } from '../settings.ts';

/** « Toulouse 2022 · 1 - Capitole », from what the file says of its place and time. */
export function titleArchive(meta: ReadonlyMap<string, string>, fallback: string): string {
  const place = [meta.get('unit'), meta.get('instance')].filter(Boolean).join(' ');
  const part = meta.get('subunit') ?? meta.get('district');
  return [place || fallback, part].filter(Boolean).join(' · ');
}

/** When people voted: whole days, UTC; a year alone is the whole of it; null when the file does not say. */
export function readVotingDays(
  meta: ReadonlyMap<string, string>,
): { opensAt: Date; closesAt: Date } | null {
  const first = readDay(meta.get('date_begin'), 'first');
  const last = readDay(meta.get('date_end') ?? meta.get('date_begin'), 'last');
  return first && last && first < last ? { opensAt: first, closesAt: last } : null;
}

/** `11.09.2019` or `2020`: the beginning of the day, or the end of the last one. */
function readDay(written: string | undefined, edge: 'first' | 'last'): Date | null {
  const match = /^(?:(\d{1,2})\.(\d{1,2})\.)?(\d{4})$/.exec(written?.trim() ?? '');
  if (!match) return null;
  const [, day, month, year] = match;
  const whole = day === undefined;
  const at = new Date(
    Date.UTC(Number(year), whole ? 0 : Number(month) - 1, whole ? 1 : Number(day)),
  );
  if (!whole && at.getUTCDate() !== Number(day)) return null;
  if (edge === 'last') {
    if (whole) at.setUTCFullYear(at.getUTCFullYear() + 1);
    else at.setUTCDate(at.getUTCDate() + 1);
  }
  return at;
}

/** What the file allows on a ballot; amounts in cents. */
export function readLimits({ limits }: Election): PollLimits {
  const cents = (amount: bigint | null) => (amount === null ? null : Number(amount));
  const all = {
    minPoints: limits.minPoints,
    maxPoints: limits.maxPoints,
    minSumPoints: limits.minSumPoints,
    maxSumPoints: limits.maxSumPoints,
    minSumCost: cents(limits.minSumCost),
    maxSumCost: cents(limits.maxSumCost),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, limit]) => limit !== null),
  ) as PollLimits;
}

/** Equal ballots together, each in canonical form: sorted, except where the order is the voter's. */
export function listArchivedBallots({
  election,
}: Pick<ReadPabulib, 'election'>): { choices: Choices; times: number }[] {
  const { kind, projects, ballots } = election;
  const { starts, choices, points, times } = ballots;
  return Array.from(times, (number, group) => {
    const keys: string[] = [];
    const given = new Map<string, number>();
    for (let at = starts[group]!; at < starts[group + 1]!; at += 1) {
      const key = projects[choices[at]!]!.id;
      keys.push(key);
      if (points) given.set(key, points[at]!);
    }
    const ordered = kind === 'ordinal' ? keys : sortKeys(keys);
    return {
      choices: points ? ordered.map((key) => [key, given.get(key)!] as const) : ordered,
      times: number,
    };
  });
}
