import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, lockEdition } from '../spaces/index.ts';
import type { ImportedProject } from './list-freeze.store.ts';

type ProgrammeProject = Omit<ImportedProject, 'number'>;

/**
 * Projects of an edition that came in with a programme of realisations: new ones take the next numbers, those that are
 * there follow the file. Returns the id of each by imported id. Any other frozen list refuses it
 * (`project_list_is_frozen`).
 */
export async function keepProgrammeProjects(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  projects: readonly ProgrammeProject[],
): Promise<Map<string, string>> {
  if (projects.length === 0) return new Map();
  await lockEdition(tx, organisationId, editionId);
  const { rows: numbers } = await sql<{ last: number; known: string[] }>`
    select coalesce(max(number), 0)::int as last,
      array(select imported_id from project where organisation_id = ${organisationId}
        and edition_id = ${editionId} and imported_id = any(${projects.map(({ importedId }) => importedId)}::text[])) as known
    from project where organisation_id = ${organisationId} and edition_id = ${editionId}`.execute(
    tx,
  );
  const known = new Set(numbers[0]!.known);
  let next = numbers[0]!.last;
  const kept = await tx
    .insertInto('project')
    .values(
      projects.map((project) => ({
        organisation_id: organisationId,
        edition_id: editionId,
        // of one that is there, its own number stays
        number: known.has(project.importedId) ? null : ++next,
        title: project.title,
        summary: project.summary ?? '',
        category_id: project.categoryId ?? null,
        cost: project.cost,
        place: project.place ?? '',
        district: project.district ?? '',
        imported_id: project.importedId,
        created_by: by,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint('project_import_unique').doUpdateSet((excluded) => ({
        title: excluded.ref('excluded.title'),
        summary: excluded.ref('excluded.summary'),
        category_id: excluded.ref('excluded.category_id'),
        cost: excluded.ref('excluded.cost'),
        place: excluded.ref('excluded.place'),
        district: excluded.ref('excluded.district'),
        changed_at: sql<Date>`palabre_now()`,
      })),
    )
    .returning(['id', 'imported_id'])
    .execute();
  await keepList(tx, { organisationId, by }, editionId);
  return new Map(kept.map(({ id, imported_id }) => [imported_id!, id]));
}

/** The list is frozen from its first project on, and says what it holds. */
async function keepList(tx: Tx, { organisationId, by }: Act, editionId: string): Promise<void> {
  await sql`insert into project_list (organisation_id, edition_id, frozen_by, projects, cost)
    select ${organisationId}, ${editionId}, ${by}, count(*)::int, coalesce(sum(cost), 0)::bigint from project
    where organisation_id = ${organisationId} and edition_id = ${editionId}
    on conflict (organisation_id, edition_id) do update set projects = excluded.projects, cost = excluded.cost`.execute(
    tx,
  );
}
