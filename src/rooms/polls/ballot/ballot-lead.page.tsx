/** What one is asked to do on a ballot, and how it will count: one sentence each. */
import * as m from '../../../paraglide/messages.js';
import { formatList } from '../../../ui/format.ts';
import { Panel } from '../../../ui/layout.tsx';
import type { Poll } from '../poll.ts';
import type { BallotFrame } from './ballot-frame.ts';
import { defaultMention, rankWords } from './ballot-words.page.ts';

export function leadWords(poll: Poll, frame: BallotFrame): string {
  const { subject, envelopes } = poll.settings;
  const total = frame.options.length;
  const count = frame.maximumChoices;
  const limits = envelopes.length === 1 ? envelopes[0]!.limits : {};
  switch (frame.screen) {
    case 'approval':
      return count < total
        ? m.ballot_lead_choose({ count, total, subject })
        : m.ballot_lead_choose_any({ total, subject });
    case 'knapsack':
      return m.ballot_lead_knapsack({ total });
    case 'points':
      if (limits.maxSumPoints !== undefined)
        return m.ballot_lead_points({ count: limits.maxSumPoints, total, subject });
      return limits.maxPoints === undefined
        ? m.ballot_lead_points_any({ subject })
        : m.ballot_lead_points_each({ count: limits.maxPoints, subject });
    case 'ranking':
      return m.ballot_lead_rank({ count, total, subject });
    case 'judgment':
      return m.ballot_lead_judge({ count: total, subject });
    case 'yes-no':
      return m.ballot_lead_answer({ count: total, subject });
  }
}

/** How the rule reads this ballot, where that is not plain. */
export function HowItCounts({ poll, frame }: { poll: Poll; frame: BallotFrame }) {
  const sentences = countingWords(poll, frame);
  if (sentences.length === 0) return null;
  return (
    <Panel tone="quiet" title={m.ballot_counts_title()}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Panel>
  );
}

function countingWords(poll: Poll, { screen, maximumChoices }: BallotFrame): string[] {
  const { subject } = poll.settings;
  if (screen === 'judgment')
    return [
      m.ballot_counts_judgment({ subject }),
      m.ballot_counts_unjudged({ mention: defaultMention(poll.settings), subject }),
    ];
  if (screen === 'yes-no') return [m.ballot_counts_all_yes(), m.ballot_counts_abstain()];
  if (screen !== 'ranking') return [];
  if (poll.rule === 'schulze') return [m.ballot_counts_schulze({ subject })];
  if (poll.rule === 'stv') return [m.ballot_counts_stv({ subject })];
  // rank r of K is worth K − r + 1, in each envelope for itself
  const lengths = new Set(poll.settings.envelopes.map((one) => one.maximumChoices));
  const byPoints = poll.rule.startsWith('greedy') || poll.rule === 'borda';
  if (!byPoints || lengths.size > 1) return [m.ballot_counts_rank_other({ subject })];
  return [bordaWords(Math.min(maximumChoices, ...lengths))];
}

function bordaWords(most: number): string {
  if (most > 5) return m.ballot_counts_borda_many({ most, next: most - 1 });
  const ranks = Array.from({ length: most }, (_, at) =>
    m.ballot_counts_borda_one({ rank: rankWords(at + 1), count: most - at }),
  );
  return m.ballot_counts_borda_few({ points: formatList(ranks) });
}
