import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Scope } from '../case.store.ts';
import { type HeldBatch, type HeldText, SAMPLES } from './held.ts';

export const HELD_PAGE = 20;
/** Waves on one page: more at once there never were. */
const MOST_WAVES = 50;

const columns = sql`w.id, w.target_kind as "targetKind", w.target_id as "targetId", w.space_id as "spaceId",
  w.person_id as "personId", w.title, w.words, w.written_at as "writtenAt", w.held_why as why`;

/** That this moderator may decide upon: of their spaces, and never what they wrote themselves. */
const waitingFor = (
  organisationId: string,
  scope: Scope,
  moderatorId: string,
): RawBuilder<unknown> => sql`w.organisation_id = ${organisationId} and w.held_why is not null and w.outcome is null
  and w.person_id <> ${moderatorId}
  ${scope === null ? sql`` : sql`and w.space_id = any(${[...scope]}::uuid[])`}`;

export interface Asker {
  scope: Scope;
  moderatorId: string;
}

/** How many acts wait: a wave is one, however many texts it has. */
export async function countHeld(
  db: Db,
  organisationId: string,
  { scope, moderatorId }: Asker,
): Promise<number> {
  const mine = waitingFor(organisationId, scope, moderatorId);
  const { rows } = await sql<{ acts: number }>`select
      (select count(*) from watched_text w where ${mine} and w.wave_id is null)::int
      + (select count(distinct w.wave_id) from watched_text w where ${mine} and w.wave_id is not null)::int as acts`.execute(
    db,
  );
  return rows[0]!.acts;
}

/** Those that wait together, the eldest first. */
export async function listHeldWaves(
  db: Db,
  organisationId: string,
  { scope, moderatorId }: Asker,
): Promise<HeldBatch[]> {
  const { rows } = await sql<HeldBatch>`
    select 'wave' as kind, w.wave_id as id, min(w.held_why) as why, count(*)::int as texts,
      count(distinct w.person_id)::int as people, min(w.written_at) as since
    from watched_text w where ${waitingFor(organisationId, scope, moderatorId)} and w.wave_id is not null
    group by w.wave_id order by since, w.wave_id limit ${MOST_WAVES}`.execute(db);
  return rows;
}

/** Those that wait alone, the eldest first, one more than fits. `after`: the id of the last one shown. */
export async function listHeldAlone(
  db: Db,
  organisationId: string,
  { scope, moderatorId }: Asker,
  after: string | null,
): Promise<HeldText[]> {
  const { rows } = await selectHeldAlone(organisationId, { scope, moderatorId }, after).execute(db);
  return rows;
}

/** The statement of `listHeldAlone`, so that its plan can be looked at. */
export const selectHeldAlone = (
  organisationId: string,
  { scope, moderatorId }: Asker,
  after: string | null,
) => sql<HeldText>`select ${columns} from watched_text w
    where ${waitingFor(organisationId, scope, moderatorId)} and w.wave_id is null
      ${
        after && isUuid(after)
          ? sql`and (w.written_at, w.id) > (select l.written_at, l.id from watched_text l
              where l.organisation_id = ${organisationId} and l.id = ${after})`
          : sql``
      }
    order by w.written_at, w.id limit ${HELD_PAGE + 1}`;

const ofBatch = (kind: HeldBatch['kind'], id: string) =>
  kind === 'text' ? sql`w.id = ${id} and w.wave_id is null` : sql`w.wave_id = ${id}`;

/** What one act would decide upon, with some of its texts; null: nothing that this moderator may. */
export async function findHeldBatch(
  db: Db,
  organisationId: string,
  { kind, id }: Pick<HeldBatch, 'kind' | 'id'>,
  { scope, moderatorId }: Asker,
): Promise<{ batch: HeldBatch; samples: HeldText[] } | null> {
  if (!isUuid(id)) return null;
  const mine = sql`${waitingFor(organisationId, scope, moderatorId)} and ${ofBatch(kind, id)}`;
  const { rows } = await sql<Omit<HeldBatch, 'kind' | 'id'>>`
    select min(w.held_why) as why, count(*)::int as texts, count(distinct w.person_id)::int as people,
      min(w.written_at) as since
    from watched_text w where ${mine}`.execute(db);
  const batch = rows[0]!;
  if (batch.texts === 0) return null;
  const { rows: samples } = await sql<HeldText>`select ${columns} from watched_text w where ${mine}
    order by w.written_at, w.id limit ${SAMPLES}`.execute(db);
  return { batch: { kind, id, ...batch }, samples };
}

/** Held until the transaction ends: of two moderators at once, one decides and the other finds nothing left. */
export async function takeHeld(
  db: Db,
  organisationId: string,
  { kind, id }: Pick<HeldBatch, 'kind' | 'id'>,
  { scope, moderatorId }: Asker,
  most: number,
): Promise<HeldText[]> {
  const { rows } = await sql<HeldText>`select ${columns} from watched_text w
    where ${waitingFor(organisationId, scope, moderatorId)} and ${ofBatch(kind, id)}
    order by w.written_at, w.id limit ${most} for update`.execute(db);
  return rows;
}
