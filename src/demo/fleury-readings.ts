/** Readings of the pages of the projects that are put to the vote: counted as the site counts them (R49). */
import { countReading, writeReadings } from '../rooms/campaign/index.ts';
import { listBallotProjects } from '../rooms/projects/index.ts';
import { findEdition } from '../rooms/spaces/index.ts';
import { openChance } from './chance.ts';
import type { Place } from './place.ts';

const DAY = 86_400_000;
/** Days before `now` on which pages were read, and how much: more since the vote began. */
const READ = [
  [-13, 0.5],
  [-12, 0.7],
  [-9, 0.4],
  [-6, 1.6],
  [-5, 1.2],
  [-3, 0.9],
  [-1, 1.3],
  [0, 0.6],
] as const;

export async function liveReadings(place: Place, slug: string, now: Date): Promise<void> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  const edition = await findEdition(db, organisationId, slug);
  if (!edition) throw new Error(`No edition ${slug} to be read.`);
  const chance = openChance(49);
  const projects = (await listBallotProjects(db, organisationId, edition.id)).map(({ number }) => ({
    number,
    liked: 6 + Math.floor(chance.next() * 30),
  }));
  for (const [day, much] of READ) {
    place.travel(new Date(now.getTime() + day * DAY));
    for (const { number, liked } of projects) {
      const readings = Math.round(liked * much * (0.6 + chance.next() * 0.8));
      countReading(db, { organisationId, edition: slug, number }, readings);
    }
    await writeReadings(db);
  }
  place.travel(now);
}
