import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { matchPublished } from './comparison.ts';

export type MatchKind = ReturnType<typeof matchPublished>;

const matchWords = {
  identical: { tone: 'success', words: m.insights_identical },
  'same-winners': { tone: 'info', words: m.insights_same_winners },
  different: { tone: 'danger', words: m.insights_different },
} as const satisfies Record<MatchKind, unknown>;

/** The dry run beside what was published (R199). */
export function Match({ match, hash }: { match: MatchKind; hash: string | null }) {
  const { tone, words } = matchWords[match];
  return (
    <Notice tone={tone}>
      <p>{words()}</p>
      {match === 'identical' && hash && (
        <p>
          {m.insights_identical_hash()} <code class="machine-words">{hash}</code>
        </p>
      )}
    </Notice>
  );
}

/** `totals`: ballots of the poll that are known by totals only. */
export function TotalsNote({ totals }: { totals: number }) {
  if (totals === 0) return null;
  return (
    <Notice>
      <p>{m.insights_totals({ number: formatNumber(totals) })}</p>
    </Notice>
  );
}
