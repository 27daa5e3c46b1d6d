import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { WrittenMark } from '../../electorate/index.ts';
import type { Elector } from './elector.store.ts';

/** The lines of many people at once, by the mark that each is looked for with. */
export async function findElectorsByMark(
  db: Db,
  pollId: string,
  marks: readonly WrittenMark[],
): Promise<Map<string, Elector>> {
  if (marks.length === 0) return new Map();
  const { rows } = await sql<Elector & { mark: string }>`
    select m.mark, e.id, e.channel_state as channel, e.point_id as "pointId",
      e.envelope_number as "envelopeNumber"
    from elector_mark m join elector e on e.poll_id = m.poll_id and e.id = m.elector_id
    where m.poll_id = ${pollId} and m.mark = any(${marks.map(({ mark }) => mark)})`.execute(db);
  return new Map(rows.map(({ mark, ...elector }) => [mark, elector]));
}

/** Émargements of one point so far. */
export async function countAtPoint(
  db: Db,
  pollId: string,
  pointId: string,
): Promise<{ paper: number; kiosk: number }> {
  const { rows } = await sql<{ paper: number; kiosk: number }>`
    select count(*) filter (where channel_state = 'paper') as paper,
      count(*) filter (where channel_state = 'online') as kiosk
    from elector where poll_id = ${pollId} and point_id = ${pointId}`.execute(db);
  return rows[0]!;
}
