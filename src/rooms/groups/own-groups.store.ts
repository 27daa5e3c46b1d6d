import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Group, GroupKind } from './group.ts';
import type { GroupRole, Membership } from './membership.ts';

/** A group that somebody is in, and as what. */
export type OwnGroup = Pick<
  Group,
  'id' | 'slug' | 'name' | 'kind' | 'certifiedAt' | 'requestedAt' | 'warnedAt' | 'losesAt'
> &
  Pick<Membership, 'role' | 'isTreasurer' | 'joinedAt'> & {
    /** People who ask to be let in, where they may answer; the first asked at `askedSince`. */
    requests: number;
    askedSince: Date | null;
  };

/** Groups that somebody is in, by name. */
export async function listGroupsOf(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OwnGroup[]> {
  const rows = await db
    .selectFrom('group_member as m')
    .innerJoin('action_group as g', (join) =>
      join.onRef('g.organisation_id', '=', 'm.organisation_id').onRef('g.id', '=', 'm.group_id'),
    )
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('group_join_request as r')
          .select([
            sql<number>`count(*)::int`.as('requests'),
            sql<Date | null>`min(r.asked_at)`.as('since'),
          ])
          .whereRef('r.organisation_id', '=', 'm.organisation_id')
          .whereRef('r.group_id', '=', 'm.group_id')
          // only those who may answer know who knocks
          .where('m.role', '<>', 'member')
          .as('asked'),
      (join) => join.onTrue(),
    )
    .select(['g.id', 'g.slug', 'g.name', 'g.kind'])
    .select(['g.certified_at', 'g.requested_at', 'g.warned_at', 'g.loses_at'])
    .select(['m.role', 'm.treasurer_at', 'm.joined_at', 'asked.requests', 'asked.since'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.person_id', '=', personId)
    .orderBy('g.name_key')
    .orderBy('g.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind as GroupKind,
    certifiedAt: row.certified_at,
    requestedAt: row.requested_at,
    warnedAt: row.warned_at,
    losesAt: row.loses_at,
    role: row.role as GroupRole,
    isTreasurer: row.treasurer_at !== null,
    joinedAt: row.joined_at,
    requests: row.requests,
    askedSince: row.since,
  }));
}
