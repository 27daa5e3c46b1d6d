import { sql } from 'kysely';
import type { Database, Db } from '../../platform/database/database.ts';
import { findProjectByNumber } from '../projects/index.ts';
import { findEdition } from '../spaces/index.ts';
import { DAYS_SHOWN, fillDays, type ReadingDay } from './reading.ts';

/** A project as its page's address names it. */
export interface ReadProject {
  organisationId: string;
  edition: string;
  number: number;
}

interface Waiting {
  sums: Map<string, ReadProject & { readings: number }>;
  timer: NodeJS.Timeout | null;
}

const MINUTE = 60_000;
/** Of this process, for each database it works with: what it has counted and not written yet. */
const waiting = new WeakMap<Database, Waiting>();

/** One more reading. Pages are answered from memory, so that this asks nothing of the database: see `writeReadings`. */
export function countReading(db: Database, project: ReadProject, readings = 1): void {
  const own = waiting.get(db) ?? { sums: new Map(), timer: null };
  waiting.set(db, own);
  const key = `${project.organisationId} ${project.edition} ${project.number}`;
  const sum = own.sums.get(key);
  if (sum) sum.readings += readings;
  else own.sums.set(key, { ...project, readings });
  writeLater(db, own);
}

/** As long as something waits. A process that is killed loses the readings of its last minute, and nothing else. */
function writeLater(db: Database, own: Waiting): void {
  own.timer ??= setTimeout(async () => {
    own.timer = null;
    try {
      await writeReadings(db);
    } catch (error) {
      console.error('readings wait:', error instanceof Error ? error.message : '');
    }
    if (own.sums.size > 0) writeLater(db, own);
  }, MINUTE).unref();
}

/** Writes what was counted, on the day of the writing: at most a minute after the reading. */
export async function writeReadings(db: Database): Promise<void> {
  const own = waiting.get(db);
  if (!own || own.sums.size === 0) return;
  const due = [...own.sums.values()];
  own.sums.clear();
  let failure: unknown;
  for (const sum of due) {
    try {
      await writeSum(db, sum);
    } catch (error) {
      failure = error;
      countReading(db, sum, sum.readings);
    }
  }
  if (failure) throw failure;
}

async function writeSum(db: Db, sum: ReadProject & { readings: number }): Promise<void> {
  const edition = await findEdition(db, sum.organisationId, sum.edition);
  const project =
    edition && (await findProjectByNumber(db, sum.organisationId, edition.id, sum.number));
  if (!project) return;
  await sql`insert into project_reading (organisation_id, project_id, readings)
    values (${sum.organisationId}, ${project.id}, ${sum.readings})
    on conflict on constraint project_reading_once
      do update set readings = project_reading.readings + excluded.readings`.execute(db);
}

/** Readings of a project: in all, and day by day of late. */
export async function findReadings(
  db: Db,
  organisationId: string,
  projectId: string,
): Promise<{ total: number; days: ReadingDay[] }> {
  const { rows } = await sql<ReadingDay>`select day, readings from project_reading
    where organisation_id = ${organisationId} and project_id = ${projectId} order by day`.execute(
    db,
  );
  const { rows: last } = await sql<{ day: string }>`
    select (palabre_now() at time zone 'Europe/Paris')::date - ago as day
    from generate_series(${DAYS_SHOWN - 1}::int, 0, -1) as ago`.execute(db);
  return {
    total: rows.reduce((sum, { readings }) => sum + readings, 0),
    days: fillDays(
      rows,
      last.map(({ day }) => day),
    ),
  };
}

/** Readings in all, by project; those that nobody read are absent. */
export async function sumReadings(
  db: Db,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ projectId: string; readings: number }>`
    select project_id as "projectId", sum(readings)::int as readings from project_reading
    where organisation_id = ${organisationId} and project_id = any(${[...projectIds]}::uuid[])
    group by project_id`.execute(db);
  return new Map(rows.map(({ projectId, readings }) => [projectId, readings]));
}
