/**
 * A meeting: a public event of the town (R55, R56, R84). Instants are UTC, shown in the time of Paris; dates decide
 * whether it is to come or over.
 */

export const KINDS = [
  'public-meeting',
  'workshop',
  'booth',
  'office-hours',
  'festival',
  'visit',
  'inauguration',
  'other',
] as const;
export type MeetingKind = (typeof KINDS)[number];

/** As addresses say them: `/agenda?genre=atelier`. */
export const KIND_SEGMENTS: Record<MeetingKind, string> = {
  'public-meeting': 'reunion-publique',
  workshop: 'atelier',
  booth: 'stand',
  'office-hours': 'permanence',
  festival: 'festival',
  visit: 'visite',
  inauguration: 'inauguration',
  other: 'autre',
};

/** null: no kind is called so. */
export function readKind(segment: string): MeetingKind | null {
  return KINDS.find((kind) => KIND_SEGMENTS[kind] === segment) ?? null;
}

/** A thing of a higher room that a meeting is about. */
export interface MeetingTarget {
  kind: 'vote-point' | 'project' | 'realisation';
  id: string;
}

/** `project:UUID`, as a form sends it; null: nothing of the sort. */
export function readTarget(typed: string): MeetingTarget | null {
  const match = /^(vote-point|project|realisation):([0-9a-f-]{36})$/.exec(typed);
  return match ? { kind: match[1] as MeetingTarget['kind'], id: match[2]! } : null;
}

export const writeTarget = ({ kind, id }: MeetingTarget): string => `${kind}:${id}`;

/** Decimal degrees, WGS 84. */
interface Point {
  latitude: number;
  longitude: number;
}

/** A meeting as it is written. */
export interface WrittenMeeting {
  editionId: string | null;
  kind: MeetingKind;
  title: string;
  description: string;
  startsAt: Date;
  /** Not part of it any more. */
  endsAt: Date;
  /** In words: the hall, its address. */
  place: string;
  /** Step-free access, hearing loop, parking; '' when nothing is said. */
  access: string;
  point: Point | null;
  target: MeetingTarget | null;
  takesRegistrations: boolean;
  /** Seats; null: as many as come. */
  capacity: number | null;
}

/** An event of a space as its host writes it (R121, R122). */
export interface WrittenHosted extends WrittenMeeting {
  /** Of its theme; null: of the whole space. */
  categoryId: string | null;
  /** Street, number, town; `place` is the room. '' where it is online only, or says both in `place`. */
  address: string;
  /** `https://…`, where one follows it from afar; null: there is nothing of the kind. */
  videoLink: string | null;
  /** `https://…`, where one registers elsewhere; null: here, or nowhere. */
  externalUrl: string | null;
  /** Of its words, as a BCP 47 tag; null: the language of the organisation. */
  lang: string | null;
}

export interface Meeting extends WrittenHosted {
  id: string;
  /** The component of a space that it stands in; null: the office's own. */
  componentId: string | null;
  /** Who proposed it in a space, and runs it; null: the office. */
  hostId: string | null;
  /** In its organisation: what its address begins with. */
  number: number;
  version: number;
  /** null: being prepared. */
  publishedAt: Date | null;
  cancelledAt: Date | null;
  /** What residents are told; '' unless cancelled. */
  cancelMessage: string;
  /** Its registrations were deleted, as promised. */
  forgottenAt: Date | null;
  /** Out of sight: its page says why, and nothing of what it says. */
  isHidden: boolean;
  /** It waits until a moderator has read it, or was refused then: out of sight but for its host (decision 082). */
  held: { isRefused: boolean } | null;
  /** People who hold a seat, and who wait for one. */
  seated: number;
  waiting: number;
}

/** Characters. */
export const LENGTHS = {
  title: 120,
  description: 4000,
  place: 200,
  access: 400,
  message: 1000,
  name: 80,
  words: 6000,
} as const;
export const MOST_SEATS = 100_000;
/** A festival may last; what is longer is a mistake in a date. */
const LONGEST_DAYS = 31;
const DAY = 86_400_000;

export type MeetingField = 'title' | 'description' | 'place' | 'access' | 'ends' | 'capacity';
export type MeetingRefusal =
  | 'title-missing'
  | 'text-too-long'
  | 'place-missing'
  | 'ends-before-it-begins'
  | 'lasts-too-long'
  | 'capacity-without-registration';

/** What is wrong with a meeting, by its field. */
export function checkMeeting(
  meeting: WrittenMeeting,
): Partial<Record<MeetingField, MeetingRefusal>> {
  const refusals: Partial<Record<MeetingField, MeetingRefusal>> = {};
  for (const field of ['title', 'description', 'place', 'access'] as const)
    if ([...meeting[field]].length > LENGTHS[field]) refusals[field] = 'text-too-long';
  if (meeting.title === '') refusals.title = 'title-missing';
  if (meeting.place === '') refusals.place = 'place-missing';
  const length = meeting.endsAt.getTime() - meeting.startsAt.getTime();
  if (length <= 0) refusals.ends = 'ends-before-it-begins';
  else if (length > LONGEST_DAYS * DAY) refusals.ends = 'lasts-too-long';
  if (meeting.capacity !== null && !meeting.takesRegistrations)
    refusals.capacity = 'capacity-without-registration';
  return refusals;
}

export type ReadPoint =
  | { ok: true; point: Point | null }
  | { ok: false; field: keyof Point; refusal: 'degrees-wrong' | 'degree-missing' };

/** Decimal degrees as people type them, with a comma or a point; both or none. */
export function readPoint(typed: { latitude: string; longitude: string }): ReadPoint {
  if (typed.latitude === '' && typed.longitude === '') return { ok: true, point: null };
  const point = { latitude: 0, longitude: 0 };
  for (const [field, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    if (typed[field] === '') return { ok: false, field, refusal: 'degree-missing' };
    const degrees = /^[-+−]?\d{1,3}(?:[.,]\d{1,18})?$/.test(typed[field])
      ? Number(typed[field].replace('−', '-').replace(',', '.'))
      : Number.NaN;
    if (!(Math.abs(degrees) <= most)) return { ok: false, field, refusal: 'degrees-wrong' };
    point[field] = degrees;
  }
  return { ok: true, point };
}

export type MeetingState = 'draft' | 'cancelled' | 'coming' | 'now' | 'over';

export function stateOf(
  meeting: Pick<Meeting, 'publishedAt' | 'cancelledAt' | 'startsAt' | 'endsAt'>,
  now: Date,
): MeetingState {
  if (meeting.publishedAt === null) return 'draft';
  if (meeting.cancelledAt !== null) return 'cancelled';
  if (meeting.endsAt <= now) return 'over';
  return meeting.startsAt <= now ? 'now' : 'coming';
}

/** Events as texts of their hosts, published when they were announced; the office's own are nobody's. */
export const announced = (meetings: readonly Meeting[]) =>
  meetings.flatMap(({ id, hostId, publishedAt }) =>
    hostId !== null && publishedAt !== null ? [{ id, authorId: hostId, publishedAt }] : [],
  );

/** Whether what people said there may be deposited as ideas: of a space, once it has begun. */
export function yieldsIdeas(meeting: Meeting, now: Date): boolean {
  const state = stateOf(meeting, now);
  return meeting.componentId !== null && (state === 'now' || state === 'over');
}

/** Whether somebody runs an event that they proposed (R120, R124); its space's team may too, which is asked elsewhere. */
export const hostsMeeting = (
  visitor: { id: string } | null,
  { hostId }: Pick<Meeting, 'hostId'>,
): boolean => visitor !== null && visitor.id === hostId;

/** Whether what registrants were told is no longer true: they are told anew (R84). */
export function isMoved(before: WrittenHosted, after: WrittenHosted): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.place !== after.place ||
    before.address !== after.address ||
    before.videoLink !== after.videoLink
  );
}
