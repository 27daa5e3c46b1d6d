import type { Tx } from '../../platform/database/database.ts';
import { findIdea } from '../ideas/index.ts';
import type { NewProject, ProjectHolder } from './project.ts';

/** Everybody who holds a project that is written, each once. */
export function holdersOf({ holders, holderId }: NewProject): ProjectHolder[] {
  const given = holders ?? (holderId ? [{ personId: holderId, name: '' }] : []);
  const known = given.filter(({ personId, name }) => personId !== null || name !== '');
  const key = ({ personId, name }: ProjectHolder) => personId ?? `: ${name}`;
  return [...new Map(known.map((holder) => [key(holder), holder])).values()];
}

/** Writes who holds a project and what it shows, in place of what was there. */
export async function writeParts(
  tx: Tx,
  organisationId: string,
  projectId: string,
  project: NewProject,
): Promise<void> {
  await removeParts(tx, organisationId, projectId);
  const own = { organisation_id: organisationId, project_id: projectId };
  const holders = holdersOf(project);
  if (holders.length > 0)
    await tx
      .insertInto('project_holder')
      .values(
        holders.map(({ personId, name }, at) => ({
          ...own,
          position: at + 1,
          person_id: personId,
          name: personId === null ? name : '',
        })),
      )
      .execute();
  const files = await listFiles(tx, organisationId, project.ideaIds);
  // those of other ideas are nobody's to show
  const shown = project.fileIds?.filter((id) => files.includes(id)) ?? files;
  if (shown.length > 0)
    await tx
      .insertInto('project_file')
      .values([...new Set(shown)].map((id, at) => ({ ...own, file_id: id, position: at + 1 })))
      .execute();
}

export async function removeParts(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<void> {
  for (const table of ['project_holder', 'project_file'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('project_id', '=', projectId)
      .execute();
}

/** The pictures and documents of ideas, those of the first idea first. */
async function listFiles(
  tx: Tx,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<string[]> {
  const ideas = await Promise.all(ideaIds.map((id) => findIdea(tx, organisationId, id)));
  return ideas
    .filter((idea) => idea !== null)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ attachments }) => attachments.map(({ fileId }) => fileId));
}
