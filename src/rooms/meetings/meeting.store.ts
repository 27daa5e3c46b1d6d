import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { PAGE_SIZE } from './agenda.ts';
import type { Meeting, MeetingKind, MeetingTarget } from './meeting.ts';

const columns = [
  'id',
  'number',
  'component_id',
  'category_id',
  'host_person',
  'address',
  'video_link',
  'external_url',
  'lang',
  'edition_id',
  'kind',
  'title',
  'description',
  'starts_at',
  'ends_at',
  'place',
  'access',
  'latitude',
  'longitude',
  'target_kind',
  'target_id',
  'takes_registrations',
  'capacity',
  'version',
  'published_at',
  'cancelled_at',
  'cancel_message',
  'forgotten_at',
  'hidden_at',
  'held_at',
  'refused_at',
] as const;

/** What everybody may see: announced, not hidden, and in no space that is not everybody's. */
const EVERYBODYS = sql<boolean>`(published_at is not null and hidden_at is null
  and (component_id is null or is_public_component(organisation_id, component_id)))`;

export function meetings(db: Db, organisationId: string) {
  const count = (where: RawBuilder<unknown>) =>
    sql<number>`(select count(*)::int from meeting_registration r
      where r.organisation_id = meeting.organisation_id and r.meeting_id = meeting.id and ${where})`;
  return db
    .selectFrom('meeting')
    .select(columns)
    .select([
      count(sql`r.seated_at is not null`).as('seated'),
      count(sql`r.confirmed_at is not null and r.seated_at is null`).as('waiting'),
    ])
    .where('organisation_id', '=', organisationId);
}

/** Drafts included: whoever shows it looks at its state. */
export async function findMeeting(
  db: Db,
  organisationId: string,
  by: { number: number } | { id: string },
): Promise<Meeting | null> {
  if ('id' in by && !isUuid(by.id)) return null;
  const query = meetings(db, organisationId);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('number', '=', by.number)
  ).executeTakeFirst();
  return row ? asMeeting(row) : null;
}

interface Asked {
  /** `past`: the newest first; the others in order of time. */
  when: 'coming' | 'past';
  now: Date;
  editionId?: string | null;
  kind?: MeetingKind | null;
  /** Of these editions only, and of none without. */
  among?: readonly string[];
  /** The meeting after which the page begins. */
  after?: string | null;
  /** What is being prepared too: for the office. */
  drafts?: boolean;
  limit?: number;
}

/** A page of the agenda; `next`: the last one shown, where more follow. What is under way is to come. */
export async function listMeetings(
  db: Db,
  organisationId: string,
  { when, now, editionId, kind, among, after, drafts = false, limit = PAGE_SIZE }: Asked,
): Promise<{ meetings: Meeting[]; next: string | null }> {
  const order = when === 'past' ? 'desc' : 'asc';
  let query = meetings(db, organisationId)
    .where('ends_at', when === 'past' ? '<=' : '>', now)
    .orderBy('starts_at', order)
    .orderBy('id', order)
    .limit(limit + 1);
  // those of spaces are run by their hosts and teams, where they stand
  query = drafts ? query.where('component_id', 'is', null) : query.where(EVERYBODYS);
  if (editionId) query = query.where('edition_id', '=', editionId);
  if (kind) query = query.where('kind', '=', kind);
  if (among) query = query.where(sql<boolean>`edition_id = any(${[...among]}::uuid[])`);
  if (after) {
    const edge = sql`(select m.starts_at, m.id from meeting m
      where m.organisation_id = ${organisationId} and m.id = ${after}::uuid)`;
    query = query.where(
      when === 'past'
        ? sql<boolean>`(starts_at, id) < ${edge}`
        : sql<boolean>`(starts_at, id) > ${edge}`,
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit).map(asMeeting);
  return { meetings: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** What a calendar program is given: the last two months and all that is to come, cancelled ones too. */
export async function listFeed(
  db: Db,
  organisationId: string,
  { editionId, kind }: Pick<Asked, 'editionId' | 'kind'>,
): Promise<Meeting[]> {
  let query = meetings(db, organisationId)
    .where(EVERYBODYS)
    .where('ends_at', '>', sql<Date>`palabre_now() - interval '60 days'`)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500);
  if (editionId) query = query.where('edition_id', '=', editionId);
  if (kind) query = query.where('kind', '=', kind);
  return (await query.execute()).map(asMeeting);
}

/** Public meetings about things of other rooms, in order of time. */
export async function listMeetingsAbout(
  db: Db,
  organisationId: string,
  kind: MeetingTarget['kind'],
  ids: readonly string[],
): Promise<Meeting[]> {
  if (ids.length === 0) return [];
  const rows = await meetings(db, organisationId)
    .where(EVERYBODYS)
    .where('target_kind', '=', kind)
    .where(sql<boolean>`target_id = any(${[...ids]}::uuid[])`)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(asMeeting);
}

/** What somebody hosts, as everybody may see it, the newest first. */
export async function listHostedBy(
  db: Db,
  organisationId: string,
  personId: string,
  limit: number,
): Promise<Meeting[]> {
  const rows = await meetings(db, organisationId)
    .where(EVERYBODYS)
    .where('host_person', '=', personId)
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asMeeting);
}

/** Meetings by their ids, in order of time. */
export async function listMeetingsByIds(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Meeting[]> {
  if (ids.length === 0) return [];
  const rows = await meetings(db, organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(asMeeting);
}

/** Whether anything was ever announced: a town without a meeting shows no agenda. */
export async function hasMeetings(
  db: Db,
  organisationId: string,
  editionId: string | null = null,
): Promise<boolean> {
  let query = db
    .selectFrom('meeting')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(EVERYBODYS)
    .limit(1);
  if (editionId) query = query.where('edition_id', '=', editionId);
  return (await query.executeTakeFirst()) !== undefined;
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>;

export function asMeeting(row: MeetingRow): Meeting {
  const { latitude, longitude, target_kind: kind, target_id: id } = row;
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    editionId: row.edition_id,
    componentId: row.component_id,
    categoryId: row.category_id,
    hostId: row.host_person,
    address: row.address,
    videoLink: row.video_link,
    externalUrl: row.external_url,
    lang: row.lang,
    kind: row.kind as MeetingKind,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    access: row.access,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    target: kind === null || id === null ? null : { kind: kind as MeetingTarget['kind'], id },
    takesRegistrations: row.takes_registrations,
    capacity: row.capacity,
    publishedAt: row.published_at,
    cancelledAt: row.cancelled_at,
    cancelMessage: row.cancel_message,
    forgottenAt: row.forgotten_at,
    isHidden: row.hidden_at !== null,
    held: row.held_at && { isRefused: row.refused_at !== null },
    seated: row.seated,
    waiting: row.waiting,
  };
}
