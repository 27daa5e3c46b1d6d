/**
 * A point of vote: where one votes in person, and when (R53). Hours are instants; the slots of a point
 * never overlap, and stand within the dates of the vote where these are known.
 */

/** From `opensAt`, until before `closesAt`. */
export interface Span {
  opensAt: Date;
  closesAt: Date;
}

export interface Slot extends Span {
  id: string;
}

/** Decimal degrees, WGS 84. */
export interface Place {
  latitude: number;
  longitude: number;
}

export interface VotePoint {
  id: string;
  editionId: string;
  name: string;
  address: string;
  /** Step-free access, parking, languages; '' when nothing is said. */
  access: string;
  place: Place | null;
  /** In order of time. */
  slots: readonly Slot[];
}

/** A point as it is written; a slot without id is new, one that is left out goes with its shifts. */
export type WrittenPoint = Omit<VotePoint, 'id' | 'editionId' | 'slots'> & {
  slots: readonly (Span & { id: string | null })[];
};

/** Characters. */
export const LENGTHS = { name: 120, address: 200, access: 400 } as const;
/** Slots of a point: two a day for a month. */
export const MOST_SLOTS = 60;

export type PointField = keyof typeof LENGTHS;
export type PointRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'address-missing'
  | 'address-too-long'
  | 'access-too-long';

export function checkPoint(
  point: Pick<VotePoint, PointField>,
): Partial<Record<PointField, PointRefusal>> {
  const isLong = (field: PointField) => [...point[field]].length > LENGTHS[field];
  return {
    ...(point.name === '' && { name: 'name-missing' as const }),
    ...(isLong('name') && { name: 'name-too-long' as const }),
    ...(point.address === '' && { address: 'address-missing' as const }),
    ...(isLong('address') && { address: 'address-too-long' as const }),
    ...(isLong('access') && { access: 'access-too-long' as const }),
  };
}

export type PlaceRefusal = 'latitude-wrong' | 'longitude-wrong' | 'degree-missing';
export type ReadPlace =
  | { ok: true; place: Place | null }
  | { ok: false; field: keyof Place; refusal: PlaceRefusal };

/** Decimal degrees as people type them, with a comma or a point; both or none. */
export function readPlace(typed: { latitude: string; longitude: string }): ReadPlace {
  if (typed.latitude === '' && typed.longitude === '') return { ok: true, place: null };
  if (typed.latitude === '') return { ok: false, field: 'latitude', refusal: 'degree-missing' };
  if (typed.longitude === '') return { ok: false, field: 'longitude', refusal: 'degree-missing' };
  const latitude = readDegrees(typed.latitude, 90);
  if (latitude === null) return { ok: false, field: 'latitude', refusal: 'latitude-wrong' };
  const longitude = readDegrees(typed.longitude, 180);
  if (longitude === null) return { ok: false, field: 'longitude', refusal: 'longitude-wrong' };
  return { ok: true, place: { latitude, longitude } };
}

function readDegrees(typed: string, most: number): number | null {
  if (!/^[-+−]?\d{1,3}(?:[.,]\d{1,10})?$/.test(typed)) return null;
  const degrees = Number(typed.replace('−', '-').replace(',', '.'));
  return Math.abs(degrees) <= most ? degrees : null;
}

/** RFC 5870: the maps of the reader's own device open it, and nobody else is asked. */
export function geoAddress({ latitude, longitude }: Place): string {
  return `geo:${latitude},${longitude}`;
}

export type SlotRefusal = 'ends-before-it-opens' | 'overlaps' | 'outside-the-vote';

/** What is wrong with slots, by their place in the list. `vote`: its dates, null while they are not known. */
export function checkSlots(slots: readonly Span[], vote: Span | null): Map<number, SlotRefusal> {
  const refusals = new Map<number, SlotRefusal>();
  for (const [at, slot] of slots.entries()) {
    if (slot.opensAt >= slot.closesAt) refusals.set(at, 'ends-before-it-opens');
    else if (vote && !isWithin(slot, vote)) refusals.set(at, 'outside-the-vote');
    else if (slots.slice(0, at).some((other) => overlap(slot, other))) refusals.set(at, 'overlaps');
  }
  return refusals;
}

export function isWithin(slot: Span, vote: Span): boolean {
  return slot.opensAt >= vote.opensAt && slot.closesAt <= vote.closesAt;
}

/** One that opens as the other closes does not overlap it. */
function overlap(one: Span, other: Span): boolean {
  return one.opensAt < other.closesAt && other.opensAt < one.closesAt;
}

export type Standing =
  | { kind: 'open'; until: Date }
  | { kind: 'later'; from: Date }
  | { kind: 'over' }
  | { kind: 'unknown' };

/** Whether a point is open at an instant, and until when: slots that follow each other are one opening. */
export function standingAt(slots: readonly Span[], now: Date): Standing {
  if (slots.length === 0) return { kind: 'unknown' };
  const open = slots.find((slot) => slot.opensAt <= now && now < slot.closesAt);
  if (!open) {
    const next = slots.find((slot) => slot.opensAt > now);
    return next ? { kind: 'later', from: next.opensAt } : { kind: 'over' };
  }
  let until = open.closesAt;
  for (const slot of slots) if (slot.opensAt.getTime() === until.getTime()) until = slot.closesAt;
  return { kind: 'open', until };
}

/** Somebody at a point for a slot (R55). */
export interface Shift {
  slotId: string;
  personId: string;
}

/** The same, with where and when, for whoever holds it. */
export interface OwnShift extends Span {
  point: Pick<VotePoint, 'id' | 'name' | 'address'>;
}
