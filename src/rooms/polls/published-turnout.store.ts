import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { suppressSmallCells } from './recount/small-cells.ts';

/** What a published poll amounted to, as everybody may know it. Amounts in cents. */
export interface PublishedTurnout {
  /** Projects, people, questions: only projects are funnelled and carried out. */
  subject: string;
  /** Put to the vote. */
  options: number;
  winners: number;
  voters: number;
  /** By channel, as the bundle tells it: both null where one is too small, or where the roll is elsewhere. */
  online: number | null;
  paper: number | null;
  envelope: number;
  cost: number;
}

/**
 * Of many editions in two queries; those whose result is not published are absent, whoever asks (V15). The ballots
 * are never read: only how many people signed the roll by which channel.
 */
export async function findPublishedTurnouts(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, PublishedTurnout>> {
  const { rows } = await sql<Row>`
    select p.id, p.edition_id as "editionId", p.imported_sha256 is not null as imported,
      coalesce(p.settings ->> 'subject', 'projects') as subject,
      (select count(*)::int from poll_option o where o.organisation_id = p.organisation_id and o.poll_id = p.id) as options,
      jsonb_array_length(r.body -> 'winners') as winners, (r.body -> 'voters')::int as voters,
      (r.body -> 'envelope')::bigint as envelope, (r.body -> 'cost')::bigint as cost
    from poll p
    join poll_act a on a.organisation_id = p.organisation_id and a.poll_id = p.id and a.kind = 'published'
    cross join lateral (select k.body::jsonb as body from poll_result k
      where k.organisation_id = p.organisation_id and k.poll_id = p.id) r
    where p.organisation_id = ${organisationId} and p.edition_id = any(${[...editionIds]}::uuid[])`.execute(
    db,
  );
  const channels = await countByChannel(
    db,
    rows.filter(({ imported }) => !imported).map(({ id }) => id),
  );
  return new Map(
    rows.map(({ id, editionId, imported: _, ...figures }) => {
      const { online = 0, paper = 0 } = channels.get(id) ?? {};
      const known = channels.has(id) ? suppressSmallCells([online, paper]) : [null, null];
      return [editionId, { ...figures, online: known[0] ?? null, paper: known[1] ?? null }];
    }),
  );
}

type Row = Omit<PublishedTurnout, 'online' | 'paper'> & {
  id: string;
  editionId: string;
  imported: boolean;
};

async function countByChannel(db: Db, pollIds: readonly string[]) {
  const { rows } = await sql<{ id: string; online: number; paper: number }>`
    select poll_id as id, count(*) filter (where channel_state = 'online')::int as online,
      count(*) filter (where channel_state = 'paper')::int as paper
    from elector where poll_id = any(${[...pollIds]}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
