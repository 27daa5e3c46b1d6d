/** A ballot read back from the sealed box: what it says of which option. */
import type { Choices } from '../ballot/ballot.ts';
import type { Option, Poll } from '../poll.ts';

export interface Reading {
  option: Option;
  /** In the list that was voted on, from 1. */
  number: number;
  /** Rank from 1 for a ranking; points, grade (0 the worst) or 1 for yes and 0 for no; null: chosen. */
  value: number | null;
}

/** In the voter's order for a ranking, the most points first where points were given, else as listed. */
export function readBallot(
  poll: Pick<Poll, 'kind' | 'options'>,
  choices: Choices,
): readonly Reading[] {
  const numbered = new Map(
    poll.options.map((option, at) => [option.key, { option, number: at + 1 }]),
  );
  const read = choices.flatMap((choice, at): Reading[] => {
    const [key, points] = typeof choice === 'string' ? [choice, null] : choice;
    const named = numbered.get(key);
    if (!named) return [];
    return [{ ...named, value: poll.kind === 'ordinal' ? at + 1 : points }];
  });
  if (poll.kind === 'ordinal') return read;
  return read.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.number - b.number);
}
