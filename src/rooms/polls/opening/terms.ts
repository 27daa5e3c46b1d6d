/** What an officer asks for when opening a poll, and whether it holds (R52). Amounts in cents, times UTC. */
import { type AdmissionRefusal, checkAdmission } from '../../electorate/index.ts';
import {
  type BallotKind,
  canCount,
  findUnfitHouseRule,
  type RuleName,
  type TieBreaker,
  takesSeats,
} from '../../tally/index.ts';
import type { Option, Poll } from '../poll.ts';
import { type AskedSealing, isSealing } from '../sealed/sealing.ts';
import type { PollSettings } from '../settings.ts';

export interface PollTerms {
  title: string;
  minimumChoices: number;
  maximumChoices: number;
  rule: RuleName;
  tieBreak: readonly TieBreaker[];
  opensAt: Date;
  closesAt: Date;
  /** `approval` unless told. */
  kind?: BallotKind;
  /** P1 unless told. */
  profile?: Poll['profile'];
  /** What differs from `usualSettings`. */
  settings?: Partial<PollSettings>;
  /** Which people or questions are put to the vote, where the subject is not the frozen list. */
  labels?: readonly string[];
  /** What the key ceremony brought, for a sealed poll (P2). */
  sealing?: AskedSealing;
}

/** Terms with every setting in its place, over the options that they put to the vote. */
export interface CompleteTerms
  extends Required<
    Pick<PollTerms, 'kind' | 'profile' | 'title' | 'rule' | 'opensAt' | 'closesAt'>
  > {
  minimumChoices: number;
  maximumChoices: number;
  tieBreak: readonly TieBreaker[];
  settings: PollSettings;
  options: readonly Option[];
  /** Of the edition: its envelopes never add up to more. */
  envelope: number;
}

export type OpeningRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'choices-out-of-range'
  | 'rule-unknown'
  | 'rule-not-for-ballot'
  | 'tie-break-missing'
  | 'closes-before-opening'
  | 'closes-in-the-past'
  | 'list-not-frozen'
  | 'poll-already-opened'
  | 'sealing-missing'
  | 'sealed-without-paper'
  | 'labels-missing'
  | 'labels-too-long'
  | 'mentions-out-of-range'
  | 'points-out-of-range'
  | 'share-out-of-range'
  | 'seats-out-of-range'
  | 'envelope-without-project'
  | 'envelopes-over-edition'
  | 'left-in-a-circle'
  | 'group-impossible'
  | 'incompatible-unknown'
  | 'house-rule-out-of-range'
  | 'house-rule-not-for-rule'
  | AdmissionRefusal
  | 'public-needs-account'
  | 'paper-in-public-vote';

export const TITLE_LENGTH = 200;
/** Words of a mention, of a person or of a question. */
export const LABEL_LENGTH = 200;
export const MOST_MENTIONS = 10;
const MOST_POINTS = 10_000;

/** Whether a poll can be opened on these terms; every refusal, so that each field can say its own. */
export function checkTerms(terms: CompleteTerms, now: Date): OpeningRefusal[] {
  const refusals: OpeningRefusal[] = [];
  if (terms.title.trim() === '') refusals.push('title-missing');
  if ([...terms.title].length > TITLE_LENGTH) refusals.push('title-too-long');
  if (terms.tieBreak.length === 0) refusals.push('tie-break-missing');
  if (terms.closesAt <= terms.opensAt) refusals.push('closes-before-opening');
  else if (terms.closesAt <= now) refusals.push('closes-in-the-past');
  refusals.push(...checkAdmission(terms.settings.admission));
  // a name stands beside each public vote, and only an account has one
  if (terms.profile === 'P0' && terms.settings.admission.withoutAccount)
    refusals.push('public-needs-account');
  const { sealing } = terms.settings;
  if (terms.profile === 'P2' && !(sealing && isSealing(sealing))) refusals.push('sealing-missing');
  // what is written on paper is keyed in clear, and cannot be checked with the ciphertexts yet
  if (terms.profile === 'P2' && terms.settings.paper !== 'none')
    refusals.push('sealed-without-paper');
  refusals.push(...checkOptions(terms));
  if (refusals.includes('labels-missing')) return refusals;
  // nobody's name stands on a paper: a public vote has none (R54)
  if (terms.profile === 'P0' && terms.settings.paper !== 'none')
    refusals.push('paper-in-public-vote');
  refusals.push(...checkBallotTerms(terms), ...checkEnvelopes(terms), ...checkHouseRules(terms));
  return refusals;
}

function checkOptions({ options, settings }: CompleteTerms): OpeningRefusal[] {
  if (settings.subject === 'projects') return options.length === 0 ? ['list-not-frozen'] : [];
  const labels = options.map(({ label }) => label);
  const fewest = settings.subject === 'people' ? 2 : 1;
  if (labels.length < fewest || new Set(labels).size < labels.length) return ['labels-missing'];
  return labels.some((label) => [...label].length > LABEL_LENGTH) ? ['labels-too-long'] : [];
}

function checkBallotTerms(terms: CompleteTerms): OpeningRefusal[] {
  const { minimumChoices: least, maximumChoices: most, kind, rule, settings, options } = terms;
  const refusals: OpeningRefusal[] = [];
  // to a question one may also answer nothing, and be counted: a blank vote
  const fewest = kind === 'yes-no' && settings.subject === 'questions' ? 0 : 1;
  if (!isCount(least, fewest) || !isCount(most, least) || most > options.length)
    refusals.push('choices-out-of-range');
  // how many win is checked by itself, below
  if (!canCount(rule, { kind, ...(rule === 'stv' && { seats: 1 }) }))
    refusals.push('rule-not-for-ballot');
  const { mentions, seats, defaultGrade } = settings;
  if (
    kind === 'judgment' &&
    (mentions.length < 2 ||
      mentions.length > MOST_MENTIONS ||
      new Set(mentions).size < mentions.length ||
      mentions.some((mention) => mention === '' || [...mention].length > LABEL_LENGTH) ||
      !isCount(defaultGrade, 0) ||
      defaultGrade >= mentions.length)
  )
    refusals.push('mentions-out-of-range');
  if (kind === 'cumulative' && !settings.envelopes.every(({ limits }) => sharesPoints(limits)))
    refusals.push('points-out-of-range');
  if (seats !== null && (!isCount(seats, 1) || seats > options.length))
    refusals.push('seats-out-of-range');
  if (rule === 'stv' && seats === null) refusals.push('seats-out-of-range');
  for (const group of settings.groups) {
    const size = options.filter((option) => option[group.by] === group.name).length;
    const from = group.minimum ?? 0;
    const to = group.maximum ?? most;
    if (size === 0 || from > to || from > size || from > most) refusals.push('group-impossible');
  }
  return refusals;
}

const sharesPoints = ({ maxSumPoints, maxPoints }: { maxSumPoints?: number; maxPoints?: number }) =>
  isCount(maxSumPoints ?? Number.NaN, 1) &&
  maxSumPoints! <= MOST_POINTS &&
  (maxPoints === undefined || isCount(maxPoints, 1));

function checkEnvelopes({ settings, options, envelope }: CompleteTerms): OpeningRefusal[] {
  const { envelopes } = settings;
  const refusals: OpeningRefusal[] = [];
  for (const { key, amount, limits } of envelopes) {
    if (!options.some((option) => option.envelope === key))
      refusals.push('envelope-without-project');
    const { minSumCost = 0, maxSumCost = amount } = limits;
    if (!isCount(minSumCost, 0) || minSumCost > maxSumCost) refusals.push('share-out-of-range');
  }
  const total = envelopes.reduce((sum, { amount }) => sum + amount, 0);
  const whole = envelopes.every(({ amount }) => isCount(amount, 0));
  if (!whole || (settings.subject === 'projects' && total > envelope))
    refusals.push('envelopes-over-edition');
  if (givesInACircle(envelopes)) refusals.push('left-in-a-circle');
  return refusals;
}

/** Money that comes back to where it was left would never be counted. */
function givesInACircle(envelopes: PollSettings['envelopes']): boolean {
  const leftTo = new Map(envelopes.map(({ key, leftTo }) => [key, leftTo]));
  return envelopes.some(({ key }) => {
    const seen = new Set([key]);
    for (let at = leftTo.get(key) ?? null; at !== null; at = leftTo.get(at) ?? null) {
      if (seen.has(at) || !leftTo.has(at)) return true;
      seen.add(at);
    }
    return false;
  });
}

function checkHouseRules({ settings, options, rule }: CompleteTerms): OpeningRefusal[] {
  const { quorum, minimumNamings, incompatible, mostPerHolder, winnersPerZone, partFunding } =
    settings.houseRules;
  const refusals: OpeningRefusal[] = [];
  const counts = [quorum, minimumNamings, mostPerHolder, winnersPerZone, partFunding];
  if (counts.some((count) => count !== null && !isCount(count, 1)) || (partFunding ?? 1) > 99)
    refusals.push('house-rule-out-of-range');
  const known = new Set(options.map(({ key }) => key));
  if (incompatible.some((set) => set.length < 2 || set.some((key) => !known.has(key))))
    refusals.push('incompatible-unknown');
  // guaranteed winners come first and count among those who may win
  const zones = new Set(options.flatMap(({ zone }) => zone ?? []));
  if (settings.seats !== null && (winnersPerZone ?? 0) * zones.size > settings.seats)
    refusals.push('seats-out-of-range');
  const unfit = findUnfitHouseRule(rule, settings.houseRules) !== null;
  if (unfit || (settings.seats !== null && takesSeats(rule) === 'never'))
    refusals.push('house-rule-not-for-rule');
  return refusals;
}

const isCount = (number: number, least: number) => Number.isSafeInteger(number) && number >= least;
