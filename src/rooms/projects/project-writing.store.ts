import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../spaces/index.ts';
import { findProject } from './project.store.ts';
import type { NewProject, Project } from './project.ts';
import { holdersOf, removeParts, writeParts } from './project-parts.store.ts';

export type WriteRefusal = 'list-frozen' | 'idea-taken' | 'idea-unknown' | 'unknown-district';

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
          ...(project.depositedAt && { deposited_at: project.depositedAt }),
          created_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writeSources(tx, organisationId, id, project.ideaIds);
      await writeParts(tx, organisationId, id, project);
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
          ...(project.depositedAt && { deposited_at: project.depositedAt }),
          changed_at: sql`palabre_now()`,
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await removeSources(tx, organisationId, id);
      await writeSources(tx, organisationId, id, project.ideaIds);
      await writeParts(tx, organisationId, id, project);
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
      await removeParts(tx, organisationId, id);
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

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markProject(project: Project): string {
  const { title, summary, categoryId, cost, place, district, point, ideaIds, fileIds } = project;
  return createHash('sha256')
    .update(
      JSON.stringify([title, summary, categoryId, cost, place, district, point, ideaIds, fileIds]),
    )
    .digest('hex')
    .slice(0, 16);
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
    district: project.district ?? '',
    holder_id: holdersOf(project).find(({ personId }) => personId !== null)?.personId ?? null,
    longitude: project.point?.longitude ?? null,
    latitude: project.point?.latitude ?? null,
  };
}

function asDetail(project: NewProject | Project) {
  return {
    title: project.title,
    summary: project.summary,
    categoryId: project.categoryId,
    cost: project.cost,
    place: project.place,
    district: project.district ?? '',
    point: project.point ? `${project.point.latitude}, ${project.point.longitude}` : '',
    ideas: [...project.ideaIds],
  };
}

function refusalOf(error: unknown): WriteRefusal {
  const constraint = violatedConstraint(error);
  if (constraint === 'project_list_is_frozen') return 'list-frozen';
  if (constraint === 'project_source_once') return 'idea-taken';
  if (constraint === 'project_source_has_its_idea') return 'idea-unknown';
  // removed from the settings since the form was made
  if (constraint === 'project_district_is_of_edition') return 'unknown-district';
  throw error;
}
