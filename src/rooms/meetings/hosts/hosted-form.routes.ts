import type { Form } from '../../../platform/http/form.ts';
import type { Problems } from '../../../ui/form.tsx';
import { KINDS, LENGTHS, type Meeting, readPoint, type WrittenHosted } from '../meeting.ts';
import { readCapacity, readMoment, typeMoment } from '../office/meeting-form.routes.ts';
import type { TypedMoment } from '../when-fields.page.tsx';
import { checkHosted, REGISTRATIONS, registrationKindOf } from './hosted.ts';
import { hostedProblems, type TypedHosted } from './hosted-form.page.tsx';

const NO_MOMENT: TypedMoment = { day: '', month: '', year: '', time: '' };

export const emptyHosted = (lang: string): TypedHosted => ({
  title: '',
  kind: 'public-meeting',
  description: '',
  lang,
  category: '',
  starts: NO_MOMENT,
  ends: NO_MOMENT,
  place: '',
  address: '',
  videoLink: '',
  access: '',
  latitude: '',
  longitude: '',
  registration: 'none',
  externalUrl: '',
  capacity: '',
  message: '',
});

/** An event as its form proposes it. */
export function typeHosted(meeting: Meeting, lang: string): TypedHosted {
  const degrees = (value: number | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  return {
    title: meeting.title,
    kind: meeting.kind,
    description: meeting.description,
    lang: meeting.lang ?? lang,
    category: meeting.categoryId ?? '',
    starts: typeMoment(meeting.startsAt),
    ends: typeMoment(meeting.endsAt),
    place: meeting.place,
    address: meeting.address,
    videoLink: meeting.videoLink ?? '',
    access: meeting.access,
    latitude: degrees(meeting.point?.latitude),
    longitude: degrees(meeting.point?.longitude),
    registration: registrationKindOf(meeting),
    externalUrl: meeting.externalUrl ?? '',
    capacity: meeting.capacity === null ? '' : String(meeting.capacity),
    message: '',
  };
}

export function readTypedHosted(form: Form): TypedHosted {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  const moment = (name: string): TypedMoment => ({
    day: form.text(`${name}-day`),
    month: form.text(`${name}-month`),
    year: form.text(`${name}-year`),
    time: form.text(`${name}-time`),
  });
  return {
    title: oneLine('titre'),
    kind: form.text('genre'),
    description: form.text('description'),
    lang: form.text('langue'),
    category: form.text('categorie'),
    starts: moment('debut'),
    ends: moment('fin'),
    place: oneLine('lieu'),
    address: oneLine('adresse'),
    videoLink: form.text('visio'),
    access: form.text('acces'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    registration: form.text('inscription'),
    externalUrl: form.text('lien'),
    capacity: form.text('places'),
    message: form.text('message'),
  };
}

/** Name of the field of the form, where it is another than that of the event. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'titre',
  place: 'lieu',
  address: 'adresse',
  access: 'acces',
  videoLink: 'visio',
  externalUrl: 'lien',
  ends: 'fin',
  capacity: 'places',
  lang: 'langue',
};

/** `categories`: those that may be chosen; none: nothing is asked. */
export function readHosted(
  typed: TypedHosted,
  categories: readonly { id: string }[],
): { ok: true; written: WrittenHosted } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const say = (name: string, refusal: keyof typeof hostedProblems) => {
    problems[name] ??= hostedProblems[refusal]();
  };
  const kind = KINDS.find((one) => one === typed.kind);
  if (!kind) say('genre', 'kind-missing');
  const startsAt = readMoment(typed.starts);
  const endsAt = readMoment(typed.ends);
  if (typeof startsAt === 'string') say('debut', startsAt);
  if (typeof endsAt === 'string') say('fin', endsAt);
  const point = readPoint(typed);
  if (!point.ok) say(point.field, point.refusal);
  const category = categories.find(({ id }) => id === typed.category) ?? null;
  if (categories.length > 0 && !category) say('categorie', 'category-missing');
  const registration = REGISTRATIONS.find((one) => one === typed.registration);
  if (!registration) say('inscription', 'registration-missing');
  // what belongs to another choice is not kept
  const capacity = registration === 'platform' ? readCapacity(typed.capacity) : null;
  if (capacity === undefined) say('places', 'capacity-wrong');
  if ([...typed.message].length > LENGTHS.message) say('message', 'text-too-long');
  const written: WrittenHosted = {
    kind: kind ?? 'other',
    title: typed.title,
    description: typed.description,
    lang: typed.lang,
    categoryId: category?.id ?? null,
    // instants that are no problem of their own
    startsAt: typeof startsAt === 'string' ? new Date(0) : startsAt,
    endsAt: typeof endsAt === 'string' || typeof startsAt === 'string' ? new Date(1) : endsAt,
    place: typed.place,
    address: typed.address,
    videoLink: typed.videoLink || null,
    access: typed.access,
    point: point.ok ? point.point : null,
    takesRegistrations: registration === 'platform',
    externalUrl: registration === 'external' ? typed.externalUrl : null,
    capacity: capacity ?? null,
    editionId: null,
    target: null,
  };
  for (const [field, refusal] of Object.entries(checkHosted(written)))
    say(NAMES[field] ?? field, refusal);
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}
