import { readDay, readTime, toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { Problems } from '../../../ui/form.tsx';
import {
  checkPoint,
  checkSlots,
  MOST_SLOTS,
  readPlace,
  type Span,
  type VotePoint,
  type WrittenPoint,
} from './point.ts';
import {
  pointProblems,
  slotProblems,
  type TypedPoint,
  type TypedSlot,
} from './point-form.page.tsx';

/** Empty lines after those that are filled in. */
const SPARE_SLOTS = 3;
const NO_SLOT: TypedSlot = { id: '', day: '', month: '', year: '', from: '', to: '' };

/** A point as its form proposes it; null: a new one. */
export function typePoint(point: VotePoint | null): TypedPoint {
  return withSpareSlots({
    name: point?.name ?? '',
    address: point?.address ?? '',
    access: point?.access ?? '',
    latitude: point?.place ? String(point.place.latitude).replace('.', ',') : '',
    longitude: point?.place ? String(point.place.longitude).replace('.', ',') : '',
    slots: (point?.slots ?? []).map((slot) => {
      const [from, to] = [toLocalTime(slot.opensAt), toLocalTime(slot.closesAt)];
      const [year = '', month = '', day = ''] = from.day.split('-');
      return { id: slot.id, day, month, year, from: from.time, to: to.time };
    }),
  });
}

export function readTypedPoint(form: Form): TypedPoint {
  const slots: TypedSlot[] = [];
  for (let number = 1; number <= MOST_SLOTS; number++) {
    const part = (name: string) => form.text(`slot-${number}${name}`);
    slots.push({
      id: part('-id'),
      day: part('-day'),
      month: part('-month'),
      year: part('-year'),
      from: part('-from'),
      to: part('-to'),
    });
  }
  const last = slots.findLastIndex((slot) => slot.id !== '' || !isEmpty(slot));
  return withSpareSlots({
    name: oneLine(form.text('name')),
    address: oneLine(form.text('address')),
    access: form.text('access'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    slots: slots.slice(0, last + 1),
  });
}

/** A point out of what was typed. `known`: the slots it has; an id of no slot of its own is a new one. */
export function readPoint(
  typed: TypedPoint,
  vote: Span | null,
  known: VotePoint['slots'],
): { ok: true; point: WrittenPoint } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const { name, address, access } = typed;
  for (const [field, refusal] of Object.entries(checkPoint({ name, address, access })))
    problems[field] = pointProblems[refusal]();
  const place = readPlace(typed);
  if (!place.ok) problems[place.field] = pointProblems[place.refusal]();

  const slots: WrittenPoint['slots'][number][] = [];
  const numbers: number[] = [];
  const taken = new Set<string>();
  for (const [index, one] of typed.slots.entries()) {
    if (isEmpty(one)) continue;
    const span = readSlot(one);
    if (!span.ok) {
      problems[`slot-${index + 1}${span.part}`] = slotProblems[span.refusal]();
      continue;
    }
    const own = known.some(({ id }) => id === one.id) && !taken.has(one.id);
    if (own) taken.add(one.id);
    slots.push({ id: own ? one.id : null, opensAt: span.opensAt, closesAt: span.closesAt });
    numbers.push(index + 1);
  }
  for (const [at, refusal] of checkSlots(slots, vote))
    problems[`slot-${numbers[at]}${refusal === 'ends-before-it-opens' ? '-to' : ''}`] =
      slotProblems[refusal]();
  return Object.keys(problems).length === 0 && place.ok
    ? { ok: true, point: { name, address, access, place: place.place, slots } }
    : { ok: false, problems };
}

type ReadSlot =
  | ({ ok: true } & Span)
  | { ok: false; part: '' | '-from' | '-to'; refusal: 'no-day' | 'no-time' };

function readSlot(typed: TypedSlot): ReadSlot {
  const day = readDay(typed);
  if (!day) return { ok: false, part: '', refusal: 'no-day' };
  const moment = (time: string | null) => (time === null ? null : toInstant({ day, time }));
  const opensAt = moment(readTime(typed.from));
  if (!opensAt) return { ok: false, part: '-from', refusal: 'no-time' };
  const closesAt = moment(readTime(typed.to));
  if (!closesAt) return { ok: false, part: '-to', refusal: 'no-time' };
  return { ok: true, opensAt, closesAt };
}

function isEmpty({ id: _, ...typed }: TypedSlot): boolean {
  return Object.values(typed).every((part) => part === '');
}

function withSpareSlots(typed: TypedPoint): TypedPoint {
  const spare = Math.max(0, Math.min(SPARE_SLOTS, MOST_SLOTS - typed.slots.length));
  return { ...typed, slots: [...typed.slots, ...Array<TypedSlot>(spare).fill(NO_SLOT)] };
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
