import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { LEVELS, type Level, type LevelCounts } from './mandate.ts';
import { isHeldNow } from './mandate-row.store.ts';

/** How many hold a verified mandate of now in a network, in all and by level. */
export async function countByLevel(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<LevelCounts> {
  const { rows } = await sql<{ level: Level | null; people: number }>`
    select m.level, count(distinct m.person_id)::int as people from mandate m
    where m.organisation_id = ${organisationId} and m.space_id = ${spaceId} and ${isHeldNow('m')}
    group by grouping sets ((m.level), ())`.execute(db);
  const of = (level: Level | null) => rows.find((row) => row.level === level)?.people ?? 0;
  const byLevel = Object.fromEntries(LEVELS.map((level) => [level, of(level)]));
  return { people: of(null), byLevel: byLevel as LevelCounts['byLevel'] };
}
