/** A ballot (bulletin): what may be cast, and the one way in which it is written down. */
import { type BallotKind, carriesPoints } from '../../tally/index.ts';
import type { Option, Poll } from '../poll.ts';
import type { Envelope, GroupLimit } from '../settings.ts';
import { takesBlank } from './ballot-frame.ts';
import { type Entry, readEntry } from './entry.ts';

/**
 * Keys of options; with their points for the kinds that have some: points given, the grade (0 the
 * worst), or 1 for yes and 0 for no. In the voter's order for a ranking, sorted otherwise.
 */
export type Choices = readonly string[] | readonly (readonly [key: string, points: number])[];

export type BallotRefusal =
  | 'no-choice'
  | 'too-few-choices'
  | 'too-many-choices'
  | 'unknown-option'
  | 'duplicate-choice'
  | 'points-not-matching'
  | 'points-over-max'
  | 'points-sum-over-max'
  | 'points-sum-under-min'
  | 'over-envelope'
  | 'under-envelope-share'
  | 'two-envelopes-of-one-choice'
  | 'too-many-in-group'
  | 'too-few-in-group';

export interface RefusedBallot {
  ok: false;
  refusal: BallotRefusal;
  /** What it is about: an envelope, or a group and its limit; null: the whole ballot. */
  about: Envelope | GroupLimit | null;
}

export type CheckedBallot = { ok: true; choices: Choices } | RefusedBallot;

export type BallotTerms = Pick<
  Poll,
  'kind' | 'minimumChoices' | 'maximumChoices' | 'options' | 'settings'
>;

/**
 * Checks a ballot against its poll (R76 and its settings: how many, how much money, how many points,
 * per envelope and per group) and gives it in canonical form, so that equal ballots are written alike
 * (V3). Nothing is repaired; points of 0 where points are shared say nothing and are left out.
 */
export function checkBallot(poll: BallotTerms, written: readonly string[]): CheckedBallot {
  // A ballot far too long is not even looked through.
  if (written.length > poll.options.length) return refuse('too-many-choices');
  const read = written.map(readEntry);
  const byKey = new Map(poll.options.map((option) => [option.key, option]));
  if (read.some((entry) => !entry || !byKey.has(entry.key))) return refuse('unknown-option');
  const all = read as Entry[];
  if (new Set(all.map(({ key }) => key)).size < all.length) return refuse('duplicate-choice');
  const entries = sharesPoints(poll.kind) ? all.filter(({ points }) => points !== 0) : all;
  const refused =
    checkPoints(poll, entries) ??
    checkLength(poll, entries) ??
    checkEnvelopes(poll, entries, byKey) ??
    checkGroups(poll, entries, byKey);
  return refused ?? { ok: true, choices: writeChoices(poll.kind, entries) };
}

/** Points that say how much, not what: giving 0 is giving nothing. */
const sharesPoints = (kind: BallotKind) => kind === 'cumulative' || kind === 'scoring';

function checkPoints({ kind, settings }: BallotTerms, entries: readonly Entry[]) {
  const pointed = carriesPoints(kind);
  if (entries.some(({ points }) => (points !== null) !== pointed))
    return refuse('points-not-matching');
  const most =
    kind === 'yes-no' ? 1 : kind === 'judgment' ? settings.mentions.length - 1 : undefined;
  if (most !== undefined && entries.some(({ points }) => points! > most))
    return refuse('points-over-max');
  return null;
}

function checkLength(poll: BallotTerms, { length }: readonly Entry[]): RefusedBallot | null {
  const most = poll.kind === 'choose-one' ? 1 : poll.maximumChoices;
  if (length > most) return refuse('too-many-choices');
  if (length === 0) return takesBlank(poll) ? null : refuse('no-choice');
  return length < poll.minimumChoices ? refuse('too-few-choices') : null;
}

function checkEnvelopes(
  { settings }: BallotTerms,
  entries: readonly Entry[],
  byKey: ReadonlyMap<string, Option>,
): RefusedBallot | null {
  const within = (envelope: Envelope) =>
    entries.filter(({ key }) => byKey.get(key)!.envelope === envelope.key);
  const chosen = settings.envelopes.filter(
    (envelope) => envelope.oneOf && within(envelope).length > 0,
  );
  if (chosen.length > 1) return refuse('two-envelopes-of-one-choice', chosen[1]);
  for (const envelope of settings.envelopes) {
    const inside = within(envelope);
    const refusal = checkEnvelope(envelope, inside, (entry) => byKey.get(entry.key)!.cost);
    if (refusal) return refuse(refusal, envelope);
  }
  return null;
}

function checkEnvelope(
  { limits, minimumChoices, maximumChoices, oneOf }: Envelope,
  inside: readonly Entry[],
  costOf: (entry: Entry) => number,
): BallotRefusal | null {
  // what a voter leaves alone has no minimum
  if (inside.length === 0) return !oneOf && minimumChoices > 0 ? 'too-few-choices' : null;
  if (inside.length > maximumChoices) return 'too-many-choices';
  if (inside.length < minimumChoices) return 'too-few-choices';
  const cost = inside.reduce((sum, entry) => sum + costOf(entry), 0);
  if (limits.maxSumCost !== undefined && cost > limits.maxSumCost) return 'over-envelope';
  if (limits.minSumCost !== undefined && cost < limits.minSumCost) return 'under-envelope-share';
  const points = inside.map((entry) => entry.points ?? 0);
  const sum = points.reduce((total, given) => total + given, 0);
  if (limits.maxPoints !== undefined && points.some((given) => given > limits.maxPoints!))
    return 'points-over-max';
  if (limits.maxSumPoints !== undefined && sum > limits.maxSumPoints) return 'points-sum-over-max';
  if (limits.minSumPoints !== undefined && sum < limits.minSumPoints) return 'points-sum-under-min';
  return null;
}

function checkGroups(
  { settings }: BallotTerms,
  entries: readonly Entry[],
  byKey: ReadonlyMap<string, Option>,
): RefusedBallot | null {
  for (const group of settings.groups) {
    const inside = entries.filter(({ key }) => byKey.get(key)![group.by] === group.name).length;
    if (group.maximum !== null && inside > group.maximum) return refuse('too-many-in-group', group);
    if (group.minimum !== null && inside < group.minimum) return refuse('too-few-in-group', group);
  }
  return null;
}

function refuse(refusal: BallotRefusal, about: RefusedBallot['about'] = null): RefusedBallot {
  return { ok: false, refusal, about };
}

function writeChoices(kind: BallotKind, entries: readonly Entry[]): Choices {
  if (kind === 'ordinal') return entries.map(({ key }) => key);
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  return carriesPoints(kind)
    ? sorted.map(({ key, points }) => [key, points!] as const)
    : sorted.map(({ key }) => key);
}

/** By code unit: the same order on every machine. */
export function sortKeys(keys: readonly string[]): readonly string[] {
  return [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
