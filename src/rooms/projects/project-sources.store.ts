import type { Db } from '../../platform/database/database.ts';
import { findIdeaByNumber, type Idea, type IdeaTitle, listIdeaTitles } from '../ideas/index.ts';
import { findProject } from './project.store.ts';

/** The ideas that a project comes from, in order of number (R188). */
export async function listSourcesOfProject(
  db: Db,
  organisationId: string,
  projectId: string,
): Promise<IdeaTitle[]> {
  const project = await findProject(db, organisationId, projectId);
  return listIdeaTitles(db, organisationId, project?.ideaIds ?? []);
}

/** The ideas that have these numbers in an edition, as given; those that do not exist are named apart. */
export async function findIdeasByNumbers(
  db: Db,
  organisationId: string,
  editionId: string,
  numbers: readonly number[],
): Promise<{ ideas: Idea[]; unknown: number[] }> {
  const found = await Promise.all(
    numbers.map((number) => findIdeaByNumber(db, organisationId, editionId, number)),
  );
  return {
    ideas: found.filter((idea) => idea !== null),
    unknown: numbers.filter((_, index) => found[index] === null),
  };
}
