import * as m from '../../../paraglide/messages.js';
import { readDay, readTime, toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { Problems } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import {
  checkMeeting,
  KINDS,
  LENGTHS,
  type Meeting,
  type MeetingTarget,
  MOST_SEATS,
  readPoint,
  readTarget,
  type WrittenMeeting,
  writeTarget,
} from '../meeting.ts';
import { kindWords } from '../meeting-words.page.ts';
import type { TypedMoment } from '../when-fields.page.tsx';
import type { TypedMeeting } from './meeting-form.page.tsx';
import { meetingProblems } from './meeting-problems.page.ts';

/** An edition with what a meeting in it can be about. */
export interface Choices {
  editions: readonly { id: string; title: string }[];
  targets: readonly (MeetingTarget & {
    editionId: string;
    label: string;
    point: WrittenMeeting['point'];
  })[];
  /** Whether it may stand in no edition. */
  everywhere: boolean;
}

const NO_MOMENT: TypedMoment = { day: '', month: '', year: '', time: '' };

export const EMPTY: TypedMeeting = {
  kind: '',
  title: '',
  description: '',
  starts: NO_MOMENT,
  ends: NO_MOMENT,
  place: '',
  access: '',
  latitude: '',
  longitude: '',
  edition: '',
  target: '',
  registration: '',
  capacity: '',
  message: '',
};

/** A meeting as its form proposes it. */
export function typeMeeting(meeting: Meeting): TypedMeeting {
  const degrees = (value: number | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  return {
    kind: meeting.kind,
    title: meeting.title,
    description: meeting.description,
    starts: typeMoment(meeting.startsAt),
    ends: typeMoment(meeting.endsAt),
    place: meeting.place,
    access: meeting.access,
    latitude: degrees(meeting.point?.latitude),
    longitude: degrees(meeting.point?.longitude),
    edition: meeting.editionId ?? '',
    target: meeting.target ? writeTarget(meeting.target) : '',
    registration: meeting.takesRegistrations ? 'oui' : '',
    capacity: meeting.capacity === null ? '' : String(meeting.capacity),
    message: '',
  };
}

export function typeMoment(at: Date): TypedMoment {
  const { day: date, time } = toLocalTime(at);
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year, time };
}

export function readTyped(form: Form): TypedMeeting {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  const moment = (name: string): TypedMoment => ({
    day: form.text(`${name}-day`),
    month: form.text(`${name}-month`),
    year: form.text(`${name}-year`),
    time: form.text(`${name}-time`),
  });
  return {
    kind: form.text('genre'),
    title: oneLine('titre'),
    description: form.text('description'),
    starts: moment('debut'),
    ends: moment('fin'),
    place: oneLine('lieu'),
    access: form.text('acces'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    edition: form.text('edition'),
    target: form.text('sujet'),
    registration: form.text('inscription') === 'oui' ? 'oui' : '',
    capacity: form.text('places'),
    message: form.text('message'),
  };
}

/** Name of the field of the form, where it is another than that of the meeting. */
const NAMES = { title: 'titre', place: 'lieu', access: 'acces', ends: 'fin', capacity: 'places' };

export function readMeeting(
  typed: TypedMeeting,
  choices: Choices,
  /** What it is about now: it may have left the lists. */
  kept: Pick<Meeting, 'editionId' | 'target'> | null = null,
): { ok: true; written: WrittenMeeting } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const say = (name: string, refusal: keyof typeof meetingProblems) => {
    problems[name] ??= meetingProblems[refusal]();
  };
  const kind = KINDS.find((one) => one === typed.kind);
  if (!kind) say('genre', 'kind-missing');
  const startsAt = readMoment(typed.starts);
  const endsAt = readMoment(typed.ends);
  if (typeof startsAt === 'string') say('debut', startsAt);
  if (typeof endsAt === 'string') say('fin', endsAt);
  const point = readPoint(typed);
  if (!point.ok) say(point.field, point.refusal);
  const capacity = readCapacity(typed.capacity);
  if (capacity === undefined) say('places', 'capacity-wrong');
  const about = readAbout(typed, choices, kept);
  if ('refusal' in about) say(about.field, about.refusal);
  if ([...typed.message].length > LENGTHS.message) say('message', 'text-too-long');

  const written: WrittenMeeting = {
    kind: kind ?? 'other',
    title: typed.title,
    description: typed.description,
    place: typed.place,
    access: typed.access,
    // instants that are no problem of their own
    startsAt: typeof startsAt === 'string' ? new Date(0) : startsAt,
    endsAt: typeof endsAt === 'string' || typeof startsAt === 'string' ? new Date(1) : endsAt,
    point: (point.ok && point.point) || findTargetPoint(typed, choices),
    takesRegistrations: typed.registration === 'oui',
    capacity: capacity ?? null,
    ...('refusal' in about ? { editionId: null, target: null } : about),
  };
  for (const [field, refusal] of Object.entries(checkMeeting(written)))
    say(NAMES[field as keyof typeof NAMES] ?? field, refusal);
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}

export function readMoment(typed: TypedMoment): Date | 'no-day' | 'no-time' {
  const day = readDay(typed);
  if (!day) return 'no-day';
  const time = readTime(typed.time);
  return (time && toInstant({ day, time })) || 'no-time';
}

/** Where what it is about lies: on the map, a meeting stands there unless its own place is typed (R56). */
const findTargetPoint = ({ target }: TypedMeeting, { targets }: Choices): WrittenMeeting['point'] =>
  targets.find((one) => writeTarget(one) === target)?.point ?? null;

/** undefined: it is no number of seats. */
export function readCapacity(typed: string): number | null | undefined {
  if (typed === '') return null;
  const seats = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  return seats >= 1 && seats <= MOST_SEATS ? seats : undefined;
}

type About =
  | Pick<WrittenMeeting, 'editionId' | 'target'>
  | {
      field: string;
      refusal:
        | 'edition-missing'
        | 'edition-unknown'
        | 'target-unknown'
        | 'target-of-another-edition';
    };

/** What it is about stands in one edition, which need not be chosen besides. */
function readAbout(
  typed: TypedMeeting,
  choices: Choices,
  kept: Pick<Meeting, 'editionId' | 'target'> | null,
): About {
  const edition = typed.edition === '' ? null : typed.edition;
  const isKnown = edition === kept?.editionId || choices.editions.some(({ id }) => id === edition);
  if (edition !== null && !isKnown) return { field: 'edition', refusal: 'edition-unknown' };
  if (typed.target === '')
    return edition === null && !choices.everywhere
      ? { field: 'edition', refusal: 'edition-missing' }
      : { editionId: edition, target: null };
  const target = readTarget(typed.target);
  const isKept = kept?.target && typed.target === writeTarget(kept.target);
  const choice = choices.targets.find(
    ({ kind, id }) => target && kind === target.kind && id === target.id,
  );
  const of = choice?.editionId ?? (isKept ? kept.editionId : null);
  if (!target || of === null) return { field: 'sujet', refusal: 'target-unknown' };
  if (edition !== null && edition !== of)
    return { field: 'sujet', refusal: 'target-of-another-edition' };
  return { editionId: of, target };
}

/** What somebody else saved while the form was open, beside each field that differs (409). */
export function conflictWords(typed: TypedMeeting, saved: Meeting, choices: Choices): Problems {
  const now = typeMeeting(saved);
  const problems: Problems = {};
  const say = (name: string, differs: boolean, value: string) => {
    if (differs)
      problems[name] = value
        ? m.meetings_conflict_saved({ saved: value })
        : m.meetings_conflict_empty();
  };
  say('titre', typed.title !== now.title, now.title);
  say('genre', typed.kind !== now.kind, kindWords[saved.kind]());
  say('description', typed.description !== now.description, now.description);
  say('debut', differ(typed.starts, now.starts), formatDateTime(saved.startsAt));
  say('fin', differ(typed.ends, now.ends), formatDateTime(saved.endsAt));
  say('lieu', typed.place !== now.place, now.place);
  say('acces', typed.access !== now.access, now.access);
  say('latitude', typed.latitude !== now.latitude, now.latitude);
  say('longitude', typed.longitude !== now.longitude, now.longitude);
  const edition = choices.editions.find(({ id }) => id === saved.editionId)?.title ?? '';
  say('edition', typed.edition !== now.edition, edition);
  const target = choices.targets.find((one) => writeTarget(one) === now.target)?.label ?? '';
  say('sujet', typed.target !== now.target, target);
  const registered = saved.takesRegistrations ? m.meetings_yes() : m.meetings_no();
  say('inscription', typed.registration !== now.registration, registered);
  say('places', typed.capacity !== now.capacity, now.capacity);
  // both wrote the same: nothing to choose
  return Object.keys(problems).length > 0 ? problems : { form: m.meetings_conflict_same() };
}

const differ = (one: TypedMoment, other: TypedMoment): boolean =>
  readMoment(one).valueOf() !== readMoment(other).valueOf();
