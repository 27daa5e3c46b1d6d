/** A ballot (bulletin): what may be cast, and the one way in which it is written down. */
import type { BallotKind } from '../tally/index.ts';
import type { Poll } from './poll.ts';

/** Keys of options; with their points for the kinds that have some (imported polls only). */
export type Choices = readonly string[] | readonly (readonly [key: string, points: number])[];

export type BallotRefusal =
  | 'kind-not-cast-here'
  | 'no-choice'
  | 'too-few-choices'
  | 'too-many-choices'
  | 'unknown-option'
  | 'duplicate-choice';

/** The kinds that a voter can cast here; the others only come in with an archived poll. */
function isCastHere(kind: BallotKind): kind is 'approval' | 'choose-one' {
  return kind === 'approval' || kind === 'choose-one';
}

export type CheckedBallot =
  | { ok: true; choices: readonly string[] }
  | { ok: false; refusal: BallotRefusal };

/**
 * Checks a ballot against its poll (R76: one to three projects, each once, all of the list) and gives
 * it in canonical form: keys sorted, so that equal ballots are written alike (V3).
 */
export function checkBallot(
  poll: Pick<Poll, 'kind' | 'minimumChoices' | 'maximumChoices' | 'options'>,
  choices: readonly string[],
): CheckedBallot {
  if (!isCastHere(poll.kind)) return { ok: false, refusal: 'kind-not-cast-here' };
  const most = poll.kind === 'choose-one' ? 1 : poll.maximumChoices;
  // A ballot far too long is not even looked through.
  if (choices.length > poll.options.length) return { ok: false, refusal: 'too-many-choices' };
  const known = new Set(poll.options.map((option) => option.key));
  if (choices.some((key) => !known.has(key))) return { ok: false, refusal: 'unknown-option' };
  if (new Set(choices).size < choices.length) return { ok: false, refusal: 'duplicate-choice' };
  if (choices.length > most) return { ok: false, refusal: 'too-many-choices' };
  if (choices.length === 0) return { ok: false, refusal: 'no-choice' };
  if (choices.length < poll.minimumChoices) return { ok: false, refusal: 'too-few-choices' };
  return { ok: true, choices: sortKeys(choices) };
}

/** By code unit: the same order on every machine. */
export function sortKeys(keys: readonly string[]): readonly string[] {
  return [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
