/** All envelopes of a ballot, each counted for itself, those that leave something to another before it. */
import type { Pile } from '../box.ts';
import type { Envelope, Manifest } from '../manifest.ts';
import type { PointTotals } from '../totals.ts';
import { type Contest, countBallots, openContest } from './contest.ts';
import { countWithHouseRules, type HouseCount, type HouseTerms } from './house-rules.ts';

export interface EnvelopeCount extends HouseCount {
  key: string;
  contest: Contest;
  /** With what other envelopes left to it, in cents. */
  budget: bigint;
  carriedIn: bigint;
  leftTo: string | null;
}

/** In the order of the manifest. null: the rule, its tie-break or its ballots are not known here. */
export function countEnvelopes(
  manifest: Manifest,
  box: readonly Pile[],
  root: string,
  how: {
    published(envelope: string): HouseTerms['published'];
    mostWork: number;
    totals?: readonly PointTotals[];
    progress?: (envelope: number) => void;
  },
): EnvelopeCount[] | null {
  const received = new Map<string, bigint>();
  const counts = new Map<string, EnvelopeCount>();
  for (const envelope of listGivingFirst(manifest.envelopes)) {
    const { key, leftTo } = envelope;
    const carriedIn = received.get(key) ?? 0n;
    const budget = envelope.amount + carriedIn;
    const contest = { ...openContest(manifest, envelope, box, root, how.totals), budget };
    const count = countWithHouseRules(contest, {
      rule: manifest.rule,
      houseRules: manifest.houseRules,
      published: how.published(key),
      mostWork: how.mostWork,
      progress: () => how.progress?.(counts.size),
    });
    if (!count) return null;
    counts.set(key, { ...count, key, contest, budget, carriedIn, leftTo });
    if (leftTo !== null) received.set(leftTo, (received.get(leftTo) ?? 0n) + count.left);
  }
  return manifest.envelopes.map(({ key }) => counts.get(key)!);
}

/** What a published envelope must say. */
export function describeEnvelope(count: EnvelopeCount) {
  const { key, contest, budget, carriedIn, leftTo, winners, part, cost, left, trace } = count;
  const about = { key, budget, carriedIn, leftTo, ...countBallots(contest) };
  return { ...about, ...trace, winners, part: part && { ...part }, cost, left };
}

function listGivingFirst(envelopes: readonly Envelope[]): Envelope[] {
  const ordered: Envelope[] = [];
  const place = (envelope: Envelope) => {
    if (ordered.includes(envelope)) return;
    for (const giver of envelopes) if (giver.leftTo === envelope.key) place(giver);
    ordered.push(envelope);
  };
  for (const envelope of envelopes) place(envelope);
  return ordered;
}
