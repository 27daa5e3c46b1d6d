/** The result: counted again from the ballots, by rules written anew, and laid beside what was published. */
import type { Pile } from './box.ts';
import { compare, type Difference } from './compare.ts';
import { describe } from './difference-words.ts';
import type { Manifest } from './manifest.ts';
import { findWrongPayment } from './payments.ts';
import { type Published, readHints } from './published.ts';
import { countEnvelopes, describeEnvelope, type EnvelopeCount } from './recount/envelopes.ts';
import type { Recounted } from './recount/rules.ts';
import { Findings, type Words } from './report.ts';
import type { PointTotals } from './totals.ts';

export interface CountCheck {
  /** false: this rule, or this tie-break, is not known here. */
  known: boolean;
  result: Findings;
  trace: Findings;
  notes: Words[];
}

export function checkCount(
  manifest: Manifest,
  published: Published,
  box: { piles: readonly Pile[]; count: number; root: string; manifestHash: string },
  how: {
    mostWork: number;
    /** Ballots that are in no box. */
    totals?: readonly PointTotals[];
    progress(share: number): void;
  },
): CountCheck {
  const check: CountCheck = {
    known: true,
    result: new Findings(),
    trace: new Findings(),
    notes: [],
  };
  const { totals = [] } = how;
  const counts = countEnvelopes(manifest, box.piles, box.root, {
    published: (key) => readHints(published, key),
    mostWork: how.mostWork,
    totals,
    progress: (envelope) => how.progress(envelope / manifest.envelopes.length),
  });
  if (!counts) return { ...check, known: false };
  const several = counts.length > 1;
  const tell = (differences: readonly Difference[], envelope: string | null) => {
    for (const difference of differences) {
      const { fr, en } = describe(difference, manifest.currency);
      const detail = envelope
        ? { fr: `enveloppe ${envelope}, ${fr}`, en: `envelope ${envelope}, ${en}` }
        : { fr, en };
      const isTrace = difference.path[0] === 'tally';
      (isTrace ? check.trace : check.result).add(
        isTrace ? 'wrong-trace' : 'wrong-result',
        difference.subject,
        detail,
      );
    }
  };
  const known = totals.reduce((sum, { valid }) => sum + valid, 0);
  const whole = describeWhole(manifest, counts, { ...box, count: box.count + known });
  tell(compare(whole, describePublished(published)), null);
  for (const count of counts) {
    const value = published.envelopes.find(({ key }) => key === count.key)?.value;
    const name = several ? count.key : null;
    noteLimits(check, count);
    if (count.impossible) {
      check.trace.add('wrong-trace', count.key, WRONG_STOP);
      continue;
    }
    if (manifest.rule.name.startsWith('mes-')) {
      const wrong = findWrongPayment(count.ruleContest, fieldOf(value, 'tally'));
      if (wrong) check.trace.add('wrong-trace', count.key, wrong);
    }
    const described = describeEnvelope(count);
    tell(compare(published.older ? describeOlder(described) : described, value), name);
  }
  return check;
}

const WRONG_STOP = {
  fr: 'la règle ne s’arrête pas au décompte publié',
  en: 'the rule does not stop at the published run',
};

function describeWhole(
  manifest: Manifest,
  counts: readonly EnvelopeCount[],
  box: { piles: readonly Pile[]; count: number; root: string; manifestHash: string },
): Recounted {
  const sum = (of: (count: EnvelopeCount) => bigint) =>
    counts.reduce((total, count) => total + of(count), 0n);
  const blank = box.piles
    .filter(({ choices }) => choices.length === 0)
    .reduce((total, { times }) => total + times, 0);
  return {
    poll: manifest.poll,
    root: box.root,
    ballots: box.count,
    blank,
    envelope: manifest.envelopes.reduce((total, { amount }) => total + amount, 0n),
    cost: sum(({ cost }) => cost),
    left: sum(({ leftTo, left }) => (leftTo === null ? left : 0n)),
    winners: counts.flatMap(({ winners }) => winners),
  };
}

function describePublished({ root }: Published): unknown {
  return Object.fromEntries(root.keys().map((key) => [key, root.get(key)]));
}

/** What the first format of a result says of its one envelope. */
function describeOlder(described: ReturnType<typeof describeEnvelope>): Recounted {
  const { ballots, blank, budget, winners, cost, left } = described;
  const { turns, ties, stoppedAt } = described.tally;
  const tally = { turns: turns!, ties: ties!, stoppedAt: stoppedAt! };
  return { ballots, blank, budget, winners, cost, left, tally };
}

function noteLimits({ notes }: CountCheck, { key, skipped, trusted }: EnvelopeCount): void {
  if (skipped)
    notes.push({
      words: `Enveloppe ${key} : les décomptes qui précèdent celui qui décide n’ont pas été refaits ; recommencez avec --full pour les refaire tous.`,
      words_en: `Envelope ${key}: runs before the deciding one were not recounted; run again with --full.`,
    });
  if (trusted)
    notes.push({
      words: `Enveloppe ${key} : les exclusions publiées ont été appliquées sans refaire les décomptes qui y mènent ; recommencez avec --full pour les refaire.`,
      words_en: `Envelope ${key}: the published exclusions were applied without recounting what led to them; run again with --full.`,
    });
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, field)?.value;
}
