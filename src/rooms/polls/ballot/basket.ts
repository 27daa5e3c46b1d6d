/**
 * The basket of a voter: what they have chosen and not cast yet. It lives in their browser only (a
 * cookie); nothing here is ever stored by us.
 */

import { type BallotFrame, givesPoints, mostPoints } from './ballot-frame.ts';
import { type Measure, measureBallot } from './ballot-progress.ts';
import { type Entry, readEntry, writeEntry } from './entry.ts';

/** In the voter's order, which matters for a ranking only. */
export type Basket = readonly Entry[];

type Known = Pick<BallotFrame, 'screen' | 'topGrade' | 'options'>;

/** Entries as the cookie holds them: `3.17.22`, `3:1.17:4`. Whatever else it holds is dropped. */
export function readBasket(cookie: string | undefined, frame: Known): Entry[] {
  return keepFitting((cookie ?? '').split('.'), frame);
}

/** Of the choices as a form writes them, those that this ballot can hold, each once. */
export function keepFitting(written: readonly string[], frame: Known): Entry[] {
  const known = new Set(frame.options.map(({ key }) => key));
  const kept = new Map<string, Entry>();
  for (const text of written.slice(0, known.size)) {
    const entry = readEntry(text);
    if (entry && known.has(entry.key) && !kept.has(entry.key) && isFitting(frame, entry))
      kept.set(entry.key, entry);
  }
  return [...kept.values()];
}

function isFitting({ screen, topGrade }: Known, { points }: Entry): boolean {
  if (!givesPoints(screen)) return points === null;
  if (points === null) return false;
  return topGrade === null ? points > 0 : points <= topGrade;
}

export function writeBasket(basket: Basket): string {
  return basket.map(writeEntry).join('.');
}

/** One thing that a voter does to their ballot; `set` writes points, a grade or an answer, null takes it back. */
export type Gesture =
  | { act: 'add' | 'remove' | 'up' | 'down' | 'more' | 'less'; key: string }
  | { act: 'set'; key: string; points: number | null }
  | { act: 'leave'; envelope: string };

export type BasketRefusal =
  | 'unknown-option'
  | 'unknown-answer'
  | 'over-limit'
  | 'other-district'
  | 'points-at-most'
  | 'not-a-number';

export interface RefusedGesture {
  ok: false;
  refusal: BasketRefusal;
  /** The measure or the envelope that it is about; null: the option alone. */
  about: string | null;
  /** By how much it would be too much: choices, points, or cents. */
  gap: number;
}

export type BasketChange = { ok: true; basket: Entry[] } | RefusedGesture;

/** What the basket becomes; a fourth choice is refused where three are allowed (R76). */
export function changeBasket(frame: BallotFrame, basket: Basket, gesture: Gesture): BasketChange {
  if (gesture.act === 'leave') {
    const inside = new Set(
      frame.options.filter((one) => one.envelope === gesture.envelope).map(({ key }) => key),
    );
    return accept(basket.filter(({ key }) => !inside.has(key)));
  }
  const option = frame.options.find(({ key }) => key === gesture.key);
  if (!option) return refuse('unknown-option');
  const { key, envelope } = option;
  const most = mostPoints(frame, envelope);
  const given = basket.find((entry) => entry.key === key)?.points ?? 0;
  switch (gesture.act) {
    case 'add':
      return checkMore(frame, basket, addTo(frame, basket, key), envelope);
    case 'more':
      if (most !== null && given >= most) return refuse('points-at-most', envelope, 1);
      return checkMore(frame, basket, setPoints(basket, key, given + 1), envelope);
    case 'less':
      return accept(setPoints(basket, key, given > 1 ? given - 1 : null));
    case 'set':
      // too many points are written down all the same, and said: what was typed is not lost
      if (frame.topGrade !== null && (gesture.points ?? 0) > frame.topGrade)
        return refuse('unknown-answer');
      return accept(setPoints(basket, key, shareOf(frame, gesture.points)));
    case 'remove':
      return accept(basket.filter((entry) => entry.key !== key));
    case 'up':
      return accept(move(frame, basket, key, -1));
    case 'down':
      return accept(move(frame, basket, key, 1));
  }
}

/** Giving no point is giving nothing; the worst grade is a grade. */
const shareOf = ({ topGrade }: BallotFrame, points: number | null) =>
  topGrade === null && points === 0 ? null : points;

function addTo(frame: BallotFrame, basket: Basket, key: string): Entry[] {
  if (basket.some((entry) => entry.key === key)) return [...basket];
  return [...(frame.single ? [] : basket), { key, points: null }];
}

function setPoints(basket: Basket, key: string, points: number | null): Entry[] {
  if (points === null) return basket.filter((entry) => entry.key !== key);
  if (!basket.some((entry) => entry.key === key)) return [...basket, { key, points }];
  return basket.map((entry) => (entry.key === key ? { key, points } : entry));
}

/** One place up or down among the choices of the same envelope, each of which is ranked for itself. */
function move(frame: BallotFrame, basket: Basket, key: string, by: -1 | 1): Entry[] {
  const envelopes = new Map(frame.options.map((option) => [option.key, option.envelope]));
  const places = basket.flatMap((entry, place) =>
    envelopes.get(entry.key) === envelopes.get(key) ? [place] : [],
  );
  const at = places.findIndex((place) => basket[place]!.key === key);
  const [from, to] = [places[at], places[at + by]];
  const moved = [...basket];
  if (from === undefined || to === undefined) return moved;
  [moved[from], moved[to]] = [moved[to]!, moved[from]!];
  return moved;
}

/** Refused when it goes over a limit that it did not go over before. */
function checkMore(
  frame: BallotFrame,
  before: Basket,
  after: Entry[],
  envelope: string,
): BasketChange {
  const other = otherDistrict(frame, before, envelope);
  if (other !== null) return refuse('other-district', other);
  const was = new Map(measureBallot(frame, before).map((one) => [one.id, excess(one)]));
  const worse = measureBallot(frame, after).find((one) => excess(one) > (was.get(one.id) ?? 0));
  return worse ? refuse('over-limit', worse.id, worse.gap) : accept(after);
}

const excess = ({ state, gap }: Measure) => (state === 'over' ? gap : 0);

/** The district in which this basket chose, when it is another one than this; a ballot has one at most. */
function otherDistrict(frame: BallotFrame, basket: Basket, envelope: string): string | null {
  const districts = frame.envelopes.filter(({ oneOf }) => oneOf).map(({ key }) => key);
  if (!districts.includes(envelope)) return null;
  const chosen = districtOf(frame, basket);
  return chosen === envelope ? null : chosen;
}

/** The district of what is chosen; null when nothing is, or nothing that belongs to one. */
export function districtOf(frame: BallotFrame, basket: Basket): string | null {
  const districts = new Set(frame.envelopes.filter(({ oneOf }) => oneOf).map(({ key }) => key));
  const keys = new Set(basket.map(({ key }) => key));
  const option = frame.options.find((one) => keys.has(one.key) && districts.has(one.envelope));
  return option?.envelope ?? null;
}

function accept(basket: Entry[]): BasketChange {
  return { ok: true, basket };
}

function refuse(refusal: BasketRefusal, about: string | null = null, gap = 0): RefusedGesture {
  return { ok: false, refusal, about, gap };
}
