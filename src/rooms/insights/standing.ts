/** What a ballot says of each project that it names, whatever its kind. */
import type { Choices, CountedTerms } from '../polls/index.ts';

interface Saying {
  key: string;
  /** The higher the better: a grade, points, a rank counted from the last; 1 where all are alike. */
  grade: number;
  /** Whether it names the project at all: a no, and 0 of shared points, name nothing. */
  names: boolean;
  /** Whether it wants it: a grade of the upper half of the mentions, a yes, any points, any rank. */
  stands: boolean;
}

export function listPairs(
  { kind, settings }: Pick<CountedTerms, 'kind' | 'settings'>,
  choices: Choices,
): Saying[] {
  const upperHalf = Math.ceil(settings.mentions.length / 2);
  return choices.map((choice, at) => {
    if (typeof choice === 'string') {
      const grade = kind === 'ordinal' ? choices.length - at : 1;
      return { key: choice, grade, names: true, stands: true };
    }
    const [key, grade] = choice;
    if (kind === 'judgment') return { key, grade, names: true, stands: grade >= upperHalf };
    const counts = grade > 0;
    return { key, grade, names: counts || kind === 'scoring', stands: counts };
  });
}
