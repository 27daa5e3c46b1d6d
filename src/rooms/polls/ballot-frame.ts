/**
 * What filling in a ballot needs of its poll: plain data, so that the server and the page's script reckon
 * alike. Amounts in cents.
 */
import type { Option, Poll } from './poll.ts';
import { type BallotScreen, type Envelope, type GroupLimit, screenOf } from './settings.ts';

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

export type FramedPoll = Pick<
  Poll,
  'kind' | 'minimumChoices' | 'maximumChoices' | 'options' | 'settings'
>;

export function frameOf(poll: FramedPoll): BallotFrame {
  const { kind, settings, options } = poll;
  const screen = screenOf(kind, settings);
  // the only envelope limits the whole ballot
  const [only, ...others] = settings.envelopes;
  const own = others.length === 0 ? only : undefined;
  const most = kind === 'choose-one' ? 1 : poll.maximumChoices;
  return {
    screen,
    single: kind === 'choose-one',
    // a ballot without any choice is none
    minimumChoices: Math.max(1, poll.minimumChoices, own?.minimumChoices ?? 0),
    maximumChoices: Math.min(most, options.length, own?.maximumChoices ?? Infinity),
    envelopes: settings.envelopes.map(({ key, oneOf, minimumChoices, maximumChoices, limits }) => ({
      key,
      oneOf,
      minimumChoices,
      maximumChoices,
      limits,
    })),
    groups: settings.groups,
    topGrade: screen === 'judgment' ? settings.mentions.length - 1 : screen === 'yes-no' ? 1 : null,
    options: options.map(({ key, envelope, cost, category, zone }) => ({
      key,
      envelope,
      cost,
      category,
      zone,
    })),
  };
}

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
