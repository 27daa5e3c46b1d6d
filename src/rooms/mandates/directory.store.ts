import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type DirectoryFilter,
  LEVELS,
  type Level,
  type LevelCounts,
  splitWords,
} from './mandate.ts';
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

/** Somebody as the directory of a network shows them, by their first mandate in order of territory. */
export interface ListedMember {
  mandateId: string;
  personId: string;
}

const A_PAGE = 30;

/**
 * Members who hold a verified mandate that is asked for, each once, in order of its territory: a page after a key, and the key of
 * the next. Where several of theirs are asked for, the first one is where they stand.
 */
export async function listDirectory(
  db: Db,
  organisationId: string,
  spaceId: string,
  { level, words, after }: DirectoryFilter,
  limit = A_PAGE,
): Promise<{ members: ListedMember[]; next: string | null }> {
  const asked = (m: string) => {
    const of = (column: string) => sql.ref(`${m}.${column}`);
    return sql.join(
      [
        sql`${of('organisation_id')} = ${organisationId} and ${of('space_id')} = ${spaceId}`,
        isHeldNow(m),
        ...(level ? [sql`${of('level')} = ${level}`] : []),
        ...(words === ''
          ? []
          : [sql`${of('words')} @@ (select words_query(${splitWords(words)}::text[]))`]),
      ],
      sql` and `,
    );
  };
  const { rows } = await sql<ListedMember>`
    select m.id as "mandateId", m.person_id as "personId" from mandate m
    where ${asked('m')}
      and not exists (select from mandate o where ${asked('o')} and o.person_id = m.person_id
        and (o.territory_key, o.id) < (m.territory_key, m.id))
      ${
        after
          ? sql`and (m.territory_key, m.id) > (select a.territory_key, a.id from mandate a
        where a.organisation_id = ${organisationId} and a.space_id = ${spaceId} and a.id = ${after}::uuid)`
          : sql``
      }
    order by m.territory_key, m.id limit ${limit + 1}`.execute(db);
  const members = rows.slice(0, limit);
  return { members, next: rows.length > limit ? members.at(-1)!.mandateId : null };
}
