/** The words for every reason why a gesture is refused, on the page and in its script. */
import type { BallotFrame } from './ballot-frame.ts';
import type { BasketRefusal, RefusedGesture } from './basket.ts';
import { type BallotWords, sayRefused } from './counted-words.ts';

export function sayRefusedGesture(
  words: BallotWords,
  frame: BallotFrame,
  /** Of the option. */
  key: string,
  { refusal, about, gap }: RefusedGesture,
): string {
  const envelope = frame.options.find((option) => option.key === key)?.envelope ?? '';
  const said: Record<BasketRefusal, () => string | undefined> = {
    'unknown-option': () => words.unknownOption,
    'unknown-answer': () => words.unknownAnswer,
    'over-limit': () => sayRefused(words, about ?? '', gap),
    'other-district': () => words.otherDistrict[about ?? ''],
    'points-at-most': () => words.pointsAtMost[envelope],
    'not-a-number': () => words.notANumber[envelope],
  };
  return said[refusal]() ?? words.unknownOption;
}
