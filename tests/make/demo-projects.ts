import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { countMessages } from '../../src/rooms/contact/index.ts';
import { listRealisations } from '../../src/rooms/delivery/index.ts';
import { findPublishedResult } from '../../src/rooms/polls/index.ts';
import { listBallotProjects, listProjectPhotos } from '../../src/rooms/projects/index.ts';

/** What became of the winners of the first edition (SC1). */
export async function expectFollowed(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<void> {
  const realisations = await listRealisations(db, organisationId, editionId);
  expect(realisations).toHaveLength(11);
  const projects = await listBallotProjects(db, organisationId, editionId);
  const won = projects
    .filter((one) => realisations.some(({ projectId }) => projectId === one.id))
    .map((one) => one.title)
    .join('\n');
  for (const words of ['tente anti-gaspi', 'composteurs', 'frelons', 'café solidaire'])
    expect(won).toContain(words);
  const pool = projects.find(
    (one) => one.title === 'Aménagement extérieur de la piscine des Jacobins',
  );
  const followed = realisations.find((one) => one.projectId === pool?.id)!;
  const done = followed.steps.filter((step) => step.doneOn !== null);
  expect(done).toHaveLength(4);
  expect(done.every((step) => step.title !== '' && step.description !== '')).toBe(true);
}

/** Photos of projects, each with words of its own; where the winners are. */
export async function expectPictured(
  db: Database,
  organisationId: string,
  { young, first }: { young: string; first: string },
): Promise<void> {
  const voted = await listBallotProjects(db, organisationId, young);
  const photos = await listProjectPhotos(db, organisationId, voted);
  expect(photos.size).toBe(voted.length);
  expect(new Set([...photos.values()].map(({ alt }) => alt)).size).toBe(voted.length);
  const result = (await findPublishedResult(db, organisationId, first))!;
  const won = (await listBallotProjects(db, organisationId, first)).filter((one) =>
    result.winners.some(({ projectId }) => projectId === one.id),
  );
  expect((await listProjectPhotos(db, organisationId, won)).size).toBe(won.length);
  expect(won.every(({ point }) => point !== null)).toBe(true);
}

/** Pages of projects that were read, and what people wrote to the town. */
export async function expectHeard(db: Database, organisationId: string): Promise<void> {
  const { rows } = await sql<{ read: number }>`select count(distinct project_id)::int as read
    from project_reading where organisation_id = ${organisationId} and readings > 0`.execute(db);
  expect(rows).toEqual([{ read: 14 }]);
  expect(await countMessages(db, organisationId)).toEqual({ new: 2, answered: 1 });
}
