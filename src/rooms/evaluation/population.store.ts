import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Act } from '../spaces/index.ts';
import type { Population } from './population.ts';

/** In one query; null: nobody entered it yet. */
export async function findPopulation(db: Db, organisationId: string): Promise<Population | null> {
  const row = await db
    .selectFrom('population as p')
    .select(['p.inhabitants', 'p.source', 'p.year', 'p.version'])
    .select([parts('age').as('ages'), parts('district').as('districts')])
    .where('p.organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row ?? null;
}

const parts = (kind: 'age' | 'district') =>
  sql<Record<string, number>>`coalesce((select jsonb_object_agg(t.name, t.inhabitants)
    from population_part t where t.organisation_id = p.organisation_id and t.kind = ${kind}), '{}')`;

/** Replaces the whole; `version`: of what the form was made from, 0 for the first time. The caller has checked it. */
export async function savePopulation(
  db: Db,
  { organisationId, by }: Act,
  population: Omit<Population, 'version'>,
  version: number,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const { inhabitants, source, year, ages, districts } = population;
  return inTransaction(db, async (tx) => {
    const { rows } = await sql`
      insert into population (organisation_id, inhabitants, source, year, changed_by)
      select ${organisationId}, ${inhabitants}, ${source}, ${year}, ${by}
      where ${version} = 0 or exists (select from population where organisation_id = ${organisationId})
      on conflict (organisation_id) do update set inhabitants = excluded.inhabitants, source = excluded.source,
        year = excluded.year, changed_by = excluded.changed_by, changed_at = palabre_now(),
        version = population.version + 1
      where population.version = ${version}
      returning version`.execute(tx);
    if (rows.length === 0) return { ok: false, refusal: 'changed-meanwhile' };
    await tx.deleteFrom('population_part').where('organisation_id', '=', organisationId).execute();
    const lines = [
      ...Object.entries(ages).map(([name, people]) => ({ kind: 'age', name, people })),
      ...Object.entries(districts).map(([name, people]) => ({ kind: 'district', name, people })),
    ];
    if (lines.length > 0)
      await tx
        .insertInto('population_part')
        .values(
          lines.map(({ kind, name, people }) => ({
            organisation_id: organisationId,
            kind,
            name,
            inhabitants: people,
          })),
        )
        .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'population.changed',
      actorId: by,
      subject: { kind: 'population', id: null },
      detail: { inhabitants, source, year },
    });
    return { ok: true };
  });
}
