/**
 * What filling in a ballot needs of its poll: plain data, so that the server and the page's script reckon
 * alike. Amounts in cents.
 */
import type { BallotKind } from '../../tally/index.ts';
import type { Option } from '../poll.ts';
import type { BallotScreen, Envelope, GroupLimit } from '../settings.ts';

export interface BallotFrame {
  screen: BallotScreen;
  /** A choice takes the place of the one before. */
  single: boolean;
  /** Of the whole ballot. */
  minimumChoices: number;
  maximumChoices: number;
  envelopes: readonly Omit<Envelope, 'label' | 'amount' | 'leftTo'>[];
  groups: readonly GroupLimit[];
  /** The best grade of a judgment, 1 for yes; null where points are given, or none at all. */
  topGrade: number | null;
  options: readonly FrameOption[];
}

export type FrameOption = Pick<Option, 'key' | 'envelope' | 'cost' | 'category' | 'zone'>;

/** Whether answering nothing is a vote of its own: to questions, where none of them has to be answered (R104). */
export const takesBlank = ({
  kind,
  minimumChoices,
  settings,
}: {
  kind: BallotKind;
  minimumChoices: number;
  settings: { envelopes: readonly Pick<Envelope, 'minimumChoices' | 'limits'>[] };
}): boolean =>
  kind === 'yes-no' &&
  minimumChoices === 0 &&
  settings.envelopes.every(
    ({ minimumChoices: least, limits: { minSumCost = 0, minSumPoints = 0 } }) =>
      least === 0 && minSumCost === 0 && minSumPoints === 0,
  );

/** Screens on which a choice comes with a figure: points, a grade, yes or no. */
export function givesPoints(screen: BallotScreen): boolean {
  return screen === 'points' || screen === 'judgment' || screen === 'yes-no';
}

/** The most that one option of an envelope can be given; null: no limit but the sum. */
export function mostPoints(frame: BallotFrame, envelope: string): number | null {
  if (frame.topGrade !== null) return frame.topGrade;
  const limits = frame.envelopes.find(({ key }) => key === envelope)?.limits;
  return limits?.maxPoints ?? limits?.maxSumPoints ?? null;
}
