import type { Election } from './election.ts';
import { rankByJudgment } from './judgment-count.ts';
import { type Candidate, rankProjects } from './ranking.ts';
import type { TallyOptions } from './result.ts';
import { sumSupport } from './support.ts';
import { completeTieBreak } from './tie-break.ts';
import { isAccepted, rankByAnswers } from './yes-no.ts';

/**
 * Projects that have support, the best first, as house rules look at them whatever the rule: by majority
 * judgment, by the ranking of yes and no without the rejected, or else by score. Those equally good stand
 * together, in the order of the tie-break. Schulze and the transferable vote know no such order.
 */
export function rankByMerit(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'defaultGrade'>,
): readonly (readonly Candidate[])[] {
  return rank(election, options).filter((level) => level.length > 0);
}

function rank(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'defaultGrade'>,
): readonly (readonly Candidate[])[] {
  switch (election.kind) {
    case 'judgment':
      return rankByJudgment(election, options).map((level) =>
        level
          .filter(({ namings }) => namings > 0)
          .map(({ position, majorityGrade }) => ({ position, score: majorityGrade })),
      );
    case 'yes-no':
      return rankByAnswers(election, options).map((level) =>
        level.filter(isAccepted).map(({ position, yes, no }) => ({ position, score: yes - no })),
      );
    default: {
      const { scores } = sumSupport(election);
      const tieBreak = completeTieBreak(options.tieBreak);
      return rankProjects(election, scores, tieBreak, 'score').map((level) =>
        level.filter(({ score }) => score > 0),
      );
    }
  }
}
