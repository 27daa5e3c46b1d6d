import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { isHeldNow } from '../mandate-row.store.ts';
import type { Network } from '../mandate-writing.store.ts';
import type { MemberBody, WrittenBody } from './member-body.ts';

const columns = sql`b.id, b.name, b.kind, b.code, b.population, b.budget,
  case when b.longitude is not null then json_build_object('longitude', b.longitude, 'latitude', b.latitude) end as place,
  to_char(b.joined_on, 'YYYY-MM-DD') as "joinedOn", to_char(b.left_on, 'YYYY-MM-DD') as "leftOn"`;

/** As many as a network of local authorities may have on one page, its map and its file: those of a country that belong. */
const MOST = 2000;

/** Every member of a network, those of the past too, by name: the page after a key, or all of them. */
export async function listBodies(
  db: Db,
  organisationId: string,
  spaceId: string,
  { after = null, limit = MOST }: { after?: string | null; limit?: number } = {},
): Promise<{ bodies: MemberBody[]; next: string | null }> {
  const { rows } = await sql<MemberBody>`select ${columns} from member_body b
    where b.organisation_id = ${organisationId} and b.space_id = ${spaceId}
      ${
        after
          ? sql`and (b.name_key, b.id) > (select a.name_key, a.id from member_body a
        where a.organisation_id = ${organisationId} and a.space_id = ${spaceId} and a.id = ${after}::uuid)`
          : sql``
      }
    order by b.name_key, b.id limit ${limit + 1}`.execute(db);
  const bodies = rows.slice(0, limit);
  return { bodies, next: rows.length > limit ? bodies.at(-1)!.id : null };
}

export async function findBody(
  db: Db,
  organisationId: string,
  spaceId: string,
  id: string,
): Promise<MemberBody | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<MemberBody>`select ${columns} from member_body b
    where b.organisation_id = ${organisationId} and b.space_id = ${spaceId} and b.id = ${id}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Who represents each of some members: holders of a verified mandate of its level and code in the same network, by id of it. */
export async function findRepresentatives(
  db: Db,
  organisationId: string,
  spaceId: string,
  bodyIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (bodyIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; people: string[] }>`
    select b.id, array_agg(distinct m.person_id) as people from member_body b
    join mandate m on m.organisation_id = b.organisation_id and m.space_id = b.space_id and m.code = b.code and b.code <> ''
      and ${isHeldNow('m')}
    where b.organisation_id = ${organisationId} and b.space_id = ${spaceId} and b.id = any(${[...bodyIds]}::uuid[])
      and m.level = case b.kind when 'commune' then 'municipal' when 'intercommunality' then 'intercommunal'
        when 'department' then 'departmental' else 'regional' end
    group by b.id`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Writes a member, a new one where `id` is null; the same is a member once at a time (`member_body_once`). */
export async function saveBody(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  network: Pick<Network, 'id' | 'slug' | 'title'>,
  id: string | null,
  { name, kind, code, population, budget, place, joinedOn, leftOn }: WrittenBody,
): Promise<{ ok: true } | { ok: false; refusal: 'member-already' }> {
  const values = {
    ...{ name, kind, code, population, budget },
    longitude: place?.longitude ?? null,
    latitude: place?.latitude ?? null,
    joined_on: joinedOn,
    left_on: leftOn,
  };
  try {
    return await inTransaction(db, async (tx) => {
      if (id === null)
        await tx
          .insertInto('member_body')
          .values({ organisation_id: organisationId, space_id: network.id, ...values })
          .execute();
      else
        await tx
          .updateTable('member_body')
          .set(values)
          .where('organisation_id', '=', organisationId)
          .where('space_id', '=', network.id)
          .where('id', '=', id)
          .execute();
      await recordFact(tx, {
        organisationId,
        kind: id === null ? 'member-body.added' : 'member-body.changed',
        actorId: by,
        subject: { kind: 'space', id: network.id },
        detail: { space: network.slug, title: network.title, name },
      });
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'member_body_once')
      return { ok: false, refusal: 'member-already' };
    throw error;
  }
}
