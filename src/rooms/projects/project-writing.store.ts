import { createHash, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../spaces/index.ts';
import { findListFreeze, findProject } from './project.store.ts';
import type { FreezeRefusal, NewProject, Project } from './project.ts';

export type WriteRefusal = 'list-frozen' | 'idea-taken' | 'idea-unknown';

export type ProjectWritten =
  | { ok: true; id: string }
  | { ok: false; refusal: WriteRefusal }
  /** Somebody saved another version since the form was made, or removed it. */
  | { ok: false; refusal: 'changed-meanwhile'; project: Project | null };

/** Makes a costed project, out of ideas or without any. The caller has checked it (`checkProject`). */
export async function insertProject(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  project: NewProject,
): Promise<{ ok: true; id: string } | { ok: false; refusal: WriteRefusal }> {
  try {
    return await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('project')
        .values({
          organisation_id: organisationId,
          edition_id: editionId,
          ...asRow(project),
          holder_id: project.holderId ?? null,
          ...(project.depositedAt && { deposited_at: project.depositedAt }),
          created_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writeSources(tx, organisationId, id, project.ideaIds);
      await recordFact(tx, {
        organisationId,
        kind: 'project.created',
        actorId: by,
        subject: { kind: 'project', id },
        detail: { editionId, ...asDetail(project) },
      });
      return { ok: true, id };
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/** Changes a project while its list is not frozen. `mark` (of `markProject`) is of the version it was made from. */
export async function changeProject(
  db: Db,
  { organisationId, by }: Act,
  id: string,
  project: NewProject,
  mark?: string,
): Promise<ProjectWritten> {
  try {
    return await inTransaction(db, async (tx) => {
      const before = await lockProject(tx, organisationId, id);
      if (!before || (mark !== undefined && mark !== markProject(before)))
        return { ok: false, refusal: 'changed-meanwhile', project: before };
      await tx
        .updateTable('project')
        .set({
          ...asRow(project),
          holder_id: project.holderId ?? null,
          ...(project.depositedAt && { deposited_at: project.depositedAt }),
          changed_at: sql`palabre_now()`,
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await removeSources(tx, organisationId, id);
      await writeSources(tx, organisationId, id, project.ideaIds);
      await recordFact(tx, {
        organisationId,
        kind: 'project.changed',
        actorId: by,
        subject: { kind: 'project', id },
        detail: { editionId: before.editionId, from: asDetail(before), to: asDetail(project) },
      });
      return { ok: true, id };
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/** Removes a project while its list is not frozen; its ideas stay, and may become another project. */
export async function removeProject(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: WriteRefusal }> {
  try {
    return await inTransaction(db, async (tx) => {
      const before = await lockProject(tx, organisationId, id);
      if (!before) return { ok: true };
      await removeSources(tx, organisationId, id);
      await tx
        .deleteFrom('project')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await recordFact(tx, {
        organisationId,
        kind: 'project.removed',
        actorId: by,
        subject: { kind: 'project', id },
        detail: { editionId: before.editionId, ...asDetail(before) },
      });
      return { ok: true };
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/**
 * Freezes the list of an edition, once, even under a race: its projects receive their numbers, in an
 * order drawn by lot so that no place on the ballot is owed to anything. `shuffle` is for seeds and tests.
 */
export async function freezeList(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  { shuffle = drawOrder }: { shuffle?: <T>(items: readonly T[]) => T[] } = {},
): Promise<{ ok: true; projects: number } | { ok: false; refusal: FreezeRefusal }> {
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    if (await findListFreeze(tx, organisationId, editionId))
      return { ok: false, refusal: 'list-frozen' };
    const rows = await tx
      .selectFrom('project')
      .select(['id', 'cost'])
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    if (rows.length === 0) return { ok: false, refusal: 'no-project' };
    const ids = shuffle(rows.map((row) => row.id));
    await sql`update project p set number = drawn.number
      from unnest(${ids}::uuid[]) with ordinality as drawn(id, number)
      where p.organisation_id = ${organisationId} and p.id = drawn.id`.execute(tx);
    const cost = rows.reduce((sum, row) => sum + row.cost, 0);
    await recordFreeze(tx, { organisationId, by }, editionId, rows.length, cost, 'drawn-by-lot');
    return { ok: true, projects: rows.length };
  });
}

export interface ImportedProject {
  /** Its id in the file. */
  importedId: string;
  number: number;
  title: string;
  summary?: string;
  /** Cents. */
  cost: number;
  categoryId?: string | null;
  place?: string;
}

/** The whole list of an archived edition, with its own numbers, frozen at once. Returns the id of each, by imported id. */
export async function importProjects(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  imported: readonly ImportedProject[],
): Promise<Map<string, string>> {
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    const ids = new Map<string, string>();
    for (let from = 0; from < imported.length; from += 1000) {
      const rows = await tx
        .insertInto('project')
        .values(
          imported.slice(from, from + 1000).map((project) => ({
            organisation_id: organisationId,
            edition_id: editionId,
            number: project.number,
            title: project.title,
            summary: project.summary ?? '',
            category_id: project.categoryId ?? null,
            cost: project.cost,
            place: project.place ?? '',
            imported_id: project.importedId,
            created_by: by,
          })),
        )
        .returning(['id', 'imported_id'])
        .execute();
      for (const row of rows) ids.set(row.imported_id!, row.id);
    }
    const cost = imported.reduce((sum, project) => sum + project.cost, 0);
    await recordFreeze(tx, { organisationId, by }, editionId, imported.length, cost, 'as-imported');
    return ids;
  });
}

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markProject(project: Project): string {
  const { title, summary, categoryId, cost, place, ideaIds } = project;
  return createHash('sha256')
    .update(JSON.stringify([title, summary, categoryId, cost, place, ideaIds]))
    .digest('hex')
    .slice(0, 16);
}

async function recordFreeze(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  projects: number,
  cost: number,
  order: 'drawn-by-lot' | 'as-imported',
): Promise<void> {
  await tx
    .insertInto('project_list')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      frozen_by: by,
      projects,
      cost,
    })
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: 'project-list.frozen',
    actorId: by,
    subject: { kind: 'edition', id: editionId },
    detail: { projects, cost, order },
  });
}

/** Fisher and Yates, with the system's own randomness. */
function drawOrder<T>(items: readonly T[]): T[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}

async function lockProject(tx: Tx, organisationId: string, id: string): Promise<Project | null> {
  const project = await findProject(tx, organisationId, id);
  if (!project) return null;
  // the edition first, as freezing does: the other way round the two would wait for each other for ever
  await lockEdition(tx, organisationId, project.editionId);
  return findProject(tx, organisationId, id);
}

async function writeSources(
  tx: Tx,
  organisationId: string,
  projectId: string,
  ideaIds: readonly string[],
): Promise<void> {
  if (ideaIds.length === 0) return;
  await tx
    .insertInto('project_source')
    .values(
      ideaIds.map((ideaId) => ({
        organisation_id: organisationId,
        project_id: projectId,
        idea_id: ideaId,
      })),
    )
    .execute();
}

async function removeSources(tx: Tx, organisationId: string, projectId: string): Promise<void> {
  await tx
    .deleteFrom('project_source')
    .where('organisation_id', '=', organisationId)
    .where('project_id', '=', projectId)
    .execute();
}

function asRow(project: NewProject) {
  return {
    title: project.title,
    summary: project.summary,
    category_id: project.categoryId,
    cost: project.cost,
    place: project.place,
  };
}

function asDetail(project: NewProject | Project) {
  return {
    title: project.title,
    summary: project.summary,
    categoryId: project.categoryId,
    cost: project.cost,
    place: project.place,
    ideas: [...project.ideaIds],
  };
}

function refusalOf(error: unknown): WriteRefusal {
  const constraint = violatedConstraint(error);
  if (constraint === 'project_list_is_frozen') return 'list-frozen';
  if (constraint === 'project_source_once') return 'idea-taken';
  if (constraint === 'project_source_has_its_idea') return 'idea-unknown';
  throw error;
}
