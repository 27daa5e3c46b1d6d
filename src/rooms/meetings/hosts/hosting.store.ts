import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Db,
  readNow,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  findComponentById,
  findSpaceById,
  lockComponent,
  stateOf,
} from '../../consultations/index.ts';
import { isSuspended } from '../../moderation/index.ts';
import { PAGE_SIZE } from '../agenda.ts';
import { asMeeting, findMeeting, meetings } from '../meeting.store.ts';
import type { Meeting, WrittenHosted } from '../meeting.ts';
import { type AdmitMeeting, asRow, lockMeetings } from '../meeting-writing.store.ts';
import { announce } from './held.store.ts';

type HostRefusal = 'not-open' | 'suspended' | 'not-found' | 'too-many-texts';
export type Proposed = { ok: true; meeting: Meeting } | { ok: false; refusal: HostRefusal };

interface Host {
  organisationId: string;
  /** Whose event it is. */
  by: string;
  /** Of the team of its space: it announces events where participants do not, and before the space opens. */
  isTeam?: boolean;
}

/**
 * Announces an event in a component of kind events (R120); the caller has checked its words. `madeFrom` names its form:
 * sent twice, it makes one. `admit` is left out where nobody needs to be read first.
 */
export async function proposeMeeting(
  db: Db,
  host: Host,
  componentId: string,
  written: WrittenHosted,
  madeFrom: string,
  admit: AdmitMeeting = async () => 'published',
): Promise<Proposed> {
  const { organisationId, by } = host;
  try {
    return await inTransaction(db, async (tx): Promise<Proposed> => {
      const refusal = await refuseHost(tx, host, componentId);
      if (refusal) return { ok: false, refusal };
      const id = randomUUID();
      const { title, description: text } = written;
      const state = await admit(tx, { id, title, text });
      if (state === 'too-many-texts') return { ok: false, refusal: state };
      const isHeld = state === 'held';
      await lockMeetings(tx, organisationId);
      await tx
        .insertInto('meeting')
        .values({
          organisation_id: organisationId,
          id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from meeting where organisation_id = ${organisationId})`,
          created_by: by,
          published_by: isHeld ? null : by,
          published_at: isHeld ? null : sql<Date>`palabre_now()`,
          hidden_at: isHeld ? sql<Date>`palabre_now()` : null,
          held_at: isHeld ? sql<Date>`palabre_now()` : null,
          component_id: componentId,
          host_person: by,
          made_from: madeFrom,
          ...asRow(written),
        })
        .execute();
      if (!isHeld) await announce(tx, organisationId, id);
      return { ok: true, meeting: (await findMeeting(tx, organisationId, { id }))! };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'meeting_made_once') throw error;
    const row = await meetings(db, organisationId)
      .where(sql<boolean>`made_from::text = ${madeFrom}`)
      .where('host_person', '=', by)
      .executeTakeFirst();
    if (!row) throw error;
    return { ok: true, meeting: asMeeting(row) };
  }
}

/** Held as it is until the event is there: whoever closes the component or its space waits. */
async function refuseHost(
  tx: Tx,
  { organisationId, by, isTeam = false }: Host,
  componentId: string,
): Promise<HostRefusal | null> {
  await lockComponent(tx, organisationId, componentId);
  const component = await findComponentById(tx, organisationId, componentId);
  const space = component && (await findSpaceById(tx, organisationId, component.spaceId));
  if (!space || component?.kind !== 'events') return 'not-found';
  const state = stateOf(component, space, await readNow(tx));
  if (isTeam ? space.closedAt !== null : state !== 'open' || !component.settings.openToProposals)
    return 'not-open';
  return (await isSuspended(tx, organisationId, by)) ? 'suspended' : null;
}

export interface AskedEvents {
  componentIds: readonly string[];
  when: 'coming' | 'past';
  now: Date;
  /** null: of every category. */
  categoryId?: string | null;
  /** The event after which the page begins. */
  after?: string | null;
  limit?: number;
}

/** Which announced events of some components are asked for: those that are over, or the others. */
export const askedEvents = ({ componentIds, when, now, categoryId = null }: AskedEvents) =>
  sql<boolean>`(component_id = any(${[...componentIds]}::uuid[]) and published_at is not null and hidden_at is null
    and ${when === 'past' ? sql`ends_at <= ${now}` : sql`ends_at > ${now}`}
    and (${categoryId}::uuid is null or category_id = ${categoryId}))`;

/** A page of the events of some components; `next`: the last one shown, where more follow. */
export async function listMeetingsOf(
  db: Db,
  organisationId: string,
  asked: AskedEvents,
): Promise<{ meetings: Meeting[]; next: string | null }> {
  const { when, after, limit = PAGE_SIZE } = asked;
  if (asked.componentIds.length === 0) return { meetings: [], next: null };
  const order = when === 'past' ? 'desc' : 'asc';
  let query = meetings(db, organisationId)
    .where(askedEvents(asked))
    .orderBy('starts_at', order)
    .orderBy('id', order)
    .limit(limit + 1);
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

/** What a calendar program is given of some components: the last two months and all that is to come, cancelled ones too. */
export async function listFeedOf(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<Meeting[]> {
  const rows = await meetings(db, organisationId)
    .where(sql<boolean>`component_id = any(${[...componentIds]}::uuid[])`)
    .where('published_at', 'is not', null)
    .where('hidden_at', 'is', null)
    .where('ends_at', '>', sql<Date>`palabre_now() - interval '60 days'`)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(asMeeting);
}

/** How many events stand in each of some components, by id. */
export async function countEvents(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; events: number }>`
    select component_id as id, count(*)::int as events from meeting
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[])
      and published_at is not null and hidden_at is null
    group by component_id`.execute(db);
  return new Map(rows.map(({ id, events }) => [id, events]));
}
