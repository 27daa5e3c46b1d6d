import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Act } from '../../spaces/index.ts';
import { type Claim, distanceTo, isClaimed, listReadings, type Reading } from './matching.ts';
import { nameKey } from './name-key.ts';
import type { Entry } from './register.ts';
import { countSearch } from './search-count.store.ts';

/** Entries that a search shows at most: beyond, more letters find the person sooner. */
const MOST_FOUND = 20;
/** People of one birthday that are looked at; dates put in for want of another hold many. */
const MOST_OF_A_DAY = 5000;

export interface DeskSearch {
  /** Names in any order; the last name may be a beginning. */
  name: string;
  /** `YYYY-MM-DD`; with it one typing error is borne. */
  birthDate?: string;
}

/** Who is meant by what was typed at a desk. The search is counted, not what was searched. */
export async function searchRegister(
  db: Db,
  act: Act & { by: string },
  editionId: string,
  { name, birthDate }: DeskSearch,
): Promise<Entry[]> {
  const readings = listReadings(name);
  if (readings.length === 0 || (birthDate !== undefined && !isDay(birthDate))) return [];
  await countSearch(db, act, editionId);
  return birthDate === undefined
    ? findByBeginning(db, act.organisationId, editionId, readings)
    : findByBirthDate(db, act.organisationId, editionId, name, birthDate);
}

async function findByBirthDate(
  db: Db,
  organisationId: string,
  editionId: string,
  name: string,
  birthDate: string,
): Promise<Entry[]> {
  const { rows } = await sql<Row>`select ${entryColumns} from register_entry e
    where organisation_id = ${organisationId} and edition_id = ${editionId} and birth_date = ${birthDate}::date
    order by last_key limit ${MOST_OF_A_DAY}`.execute(db);
  return rows
    .map((row) => ({ row, distance: distanceTo(name, row) }))
    .filter(({ distance }) => distance !== null)
    .sort((one, other) => one.distance! - other.distance!)
    .slice(0, MOST_FOUND)
    .map(({ row }) => row);
}

async function findByBeginning(
  db: Db,
  organisationId: string,
  editionId: string,
  readings: readonly Reading[],
): Promise<Entry[]> {
  const { rows } = await byBeginning(organisationId, editionId, readings).execute(db);
  return rows;
}

/** Each reading goes along an index of its own; exported for the test that looks at the plan. */
export function byBeginning(
  organisationId: string,
  editionId: string,
  readings: readonly Reading[],
): RawBuilder<Row> {
  const parts = readings.flatMap(({ last, first }) =>
    (['last_key', 'used_key'] as const).map((name) => {
      const key = sql.ref(name);
      return sql`(select id, last_key, first_key from register_entry
        where organisation_id = ${organisationId} and edition_id = ${editionId}
          and ${begins(key, last)} ${name === 'used_key' ? sql`and used_key <> ''` : sql``}
          ${first === '' ? sql`` : sql`and ${begins(sql.ref('first_key'), first)}`}
        order by ${key}, first_key limit ${MOST_FOUND})`;
    }),
  );
  return sql<Row>`select ${entryColumns} from register_entry e
    where organisation_id = ${organisationId} and edition_id = ${editionId} and id = any(array(
      select id from (${sql.join(parts, sql` union `)}) found
      order by last_key, first_key, id limit ${MOST_FOUND}))
    order by last_key, first_key, id`;
}

/** A range and no pattern: an index serves it whatever was typed. */
const begins = (key: RawBuilder<unknown>, beginning: string) =>
  sql`${key} >= ${beginning} and ${key} < ${`${beginning}\u{10ffff}`}`;

export type Match =
  | { ok: true; entry: Entry }
  | { ok: false; refusal: 'nobody-found' | 'several-found' };

/**
 * The one entry that a voter says to be. Pages use the same words for both refusals: who is on a list is
 * nobody's business.
 */
export async function matchEntry(
  db: Db,
  organisationId: string,
  editionId: string,
  claim: Claim,
): Promise<Match> {
  const key = nameKey(claim.lastName);
  if (key === '' || !isDay(claim.birthDate)) return { ok: false, refusal: 'nobody-found' };
  const { rows } = await sql<Row>`
    select ${entryColumns} from register_entry e
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and birth_date = ${claim.birthDate}::date and (last_key = ${key} or used_key = ${key})
    union all
    select ${entryColumns} from register_entry e
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and birth_date is null and (last_key = ${key} or used_key = ${key})`.execute(db);
  const claimed = rows.filter((entry) => isClaimed(claim, entry));
  if (claimed.length === 1) return { ok: true, entry: claimed[0]! };
  return { ok: false, refusal: claimed.length === 0 ? 'nobody-found' : 'several-found' };
}

/** One entry by its id; null: it is gone, or of another edition. */
export async function findEntry(
  db: Db,
  organisationId: string,
  editionId: string,
  id: string,
): Promise<Entry | null> {
  const { rows } = await sql<Row>`select ${entryColumns} from register_entry e
    where organisation_id = ${organisationId} and edition_id = ${editionId} and id::text = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Entries with these numbers of the list; a number that several share brings them all. */
export async function listEntriesNumbered(
  db: Db,
  organisationId: string,
  editionId: string,
  numbers: readonly string[],
): Promise<Pick<Entry, 'id' | 'number'>[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('register_entry')
    .select(['id', 'number'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('number', 'in', [...numbers])
    .execute();
}

type Row = Entry;

const entryColumns = sql`e.id, e.last_name as "lastName", e.used_name as "usedName",
  e.first_names as "firstNames", e.birth_date as "birthDate", e.address, e.postcode, e.town, e.district,
  e.number, e.email`;

function isDay(text: string): boolean {
  const at = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
