/**
 * What a poll sets besides its dates and the name of its rule: settings, no code. All of it is in the
 * manifest, and none of it changes once the poll is opened. Amounts in cents.
 */
import { type Admission, usualAdmission } from '../electorate/index.ts';
import type { BallotKind, HouseRules } from '../tally/index.ts';
import { noHouseRules } from '../tally/index.ts';
import type { Sealing } from './sealed/sealing.ts';

/** What is put to the vote: the frozen list, or people or questions written down at the opening. */
export type Subject = 'projects' | 'people' | 'questions';

/** Limits of what a ballot holds in one envelope; costs in cents, as in tally's `Limits`. */
export interface PollLimits {
  minPoints?: number;
  maxPoints?: number;
  minSumPoints?: number;
  maxSumPoints?: number;
  minSumCost?: number;
  maxSumCost?: number;
}

/** Money for some of the options, with its own limits on the ballot. */
export interface Envelope {
  /** 'A', 'B'…: short, in the manifest; options name it. */
  key: string;
  /** « Toute la ville », « Centre-bourg »; '' for the only one. */
  label: string;
  amount: number;
  /** A ballot uses one at most of the envelopes that say so (Paris: one district of one's choice). */
  oneOf: boolean;
  minimumChoices: number;
  maximumChoices: number;
  limits: PollLimits;
  /** Key of the envelope that receives what is left of this one; null: it stays. */
  leftTo: string | null;
}

/** How many choices a ballot makes among the options of one category or district (Angers: 2 of the theme). */
export interface GroupLimit {
  by: 'category' | 'zone';
  name: string;
  minimum: number | null;
  /** null: as many as the ballot allows. */
  maximum: number | null;
}

/**
 * Whether one may vote on paper too, and which vote stays where the same person voted both ways (R191):
 * `paper-wins`: the ballot cast online is withdrawn; `first-wins`: whoever voted is refused elsewhere;
 * `online-wins`: paper waits in a numbered outer envelope, which stays closed when its voter votes online.
 */
export type PaperRule = 'none' | 'paper-wins' | 'online-wins' | 'first-wins';
export const PAPER_RULES: readonly PaperRule[] = [
  'none',
  'paper-wins',
  'first-wins',
  'online-wins',
];

export interface PollSettings {
  subject: Subject;
  /** One at least, in the order of the ballot. */
  envelopes: readonly Envelope[];
  groups: readonly GroupLimit[];
  /** Words of the grades, the best first as on the ballot; for kind `judgment` only. */
  mentions: readonly string[];
  /** Grade of an option that a ballot does not judge; 0 is the worst. */
  defaultGrade: number;
  /** How many win at most; null: as many as the envelope pays for. */
  seats: number | null;
  houseRules: HouseRules;
  /** What the règlement does with what is left in the end. */
  leftover: 'returned' | 'next-edition';
  admission: Admission;
  paper: PaperRule;
  /** The key of a sealed poll (P2); absent from others. */
  sealing?: Sealing;
}

export const USUAL_MENTIONS: readonly string[] = [
  'Coup de cœur',
  'J’aime bien',
  'Pourquoi pas',
  'Je ne suis pas convaincu·e',
];

/** The settings of a poll that sets nothing: one envelope for all. */
export function usualSettings(one: {
  amount: number;
  minimumChoices: number;
  maximumChoices: number;
  limits?: PollLimits;
}): PollSettings {
  return {
    subject: 'projects',
    envelopes: [
      {
        key: 'A',
        label: '',
        amount: one.amount,
        oneOf: false,
        minimumChoices: one.minimumChoices,
        maximumChoices: one.maximumChoices,
        limits: one.limits ?? {},
        leftTo: null,
      },
    ],
    groups: [],
    mentions: [],
    defaultGrade: 0,
    seats: null,
    houseRules: noHouseRules,
    leftover: 'returned',
    admission: usualAdmission,
    paper: 'none',
  };
}

/**
 * The envelope that pays for what is done in a district and a category: that of the district's name, then that of
 * the category's, otherwise that of the whole town, which has the name of neither.
 */
export function chooseEnvelope(
  envelopes: readonly Envelope[],
  place: { zone: string | null; category: string | null },
  names: readonly string[],
): string {
  const named = (name: string | null) => envelopes.find(({ label }) => label === name);
  const town = envelopes.find(({ label, oneOf }) => !oneOf && !names.includes(label));
  const own = named(place.zone) ?? named(place.category);
  return (own ?? town ?? envelopes.find(({ oneOf }) => !oneOf) ?? envelopes[0])?.key ?? 'A';
}

/** The screens on which a ballot is filled in, each with its own gestures. */
export type BallotScreen = 'approval' | 'knapsack' | 'points' | 'ranking' | 'judgment' | 'yes-no';

/** A set that must fit in an amount is chosen with the envelope in sight. */
export function screenOf(
  kind: BallotKind,
  settings: Pick<PollSettings, 'envelopes'>,
): BallotScreen {
  switch (kind) {
    case 'approval':
    case 'choose-one':
      return settings.envelopes.some(({ limits }) => limits.maxSumCost !== undefined)
        ? 'knapsack'
        : 'approval';
    case 'cumulative':
    case 'scoring':
      return 'points';
    case 'ordinal':
      return 'ranking';
    case 'judgment':
      return 'judgment';
    case 'yes-no':
      return 'yes-no';
  }
}
