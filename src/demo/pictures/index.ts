/** Pictures of a town that does not exist, drawn: nobody's photograph is borrowed for a demo. */
import sharp from 'sharp';
import { type CleanUpload, cleanUpload, NOT_SCANNED } from '../../platform/files/index.ts';
import { expectOk } from '../story.ts';
import { scenesOfNature } from './scenes-of-nature.ts';
import { scenesOfParks } from './scenes-of-parks.ts';
import { scenesOfRooms } from './scenes-of-rooms.ts';
import { scenesOfSport } from './scenes-of-sport.ts';
import { scenesOfTown } from './scenes-of-town.ts';
import { scenesOfWinners } from './scenes-of-winners.ts';

export const scenes = {
  ...scenesOfNature,
  ...scenesOfParks,
  ...scenesOfSport,
  ...scenesOfTown,
  ...scenesOfRooms,
  ...scenesOfWinners,
} as const;

export type Scene = keyof typeof scenes;

const cleaned = new Map<Scene, Promise<CleanUpload>>();

/** Draws what is going to be asked, while the database works. */
export function beginDrawing(asked: Iterable<Scene>): void {
  // what fails is told to whoever takes it
  for (const scene of asked) takePicture(scene).catch(() => {});
}

/** A scene as a phone would send it, cleaned as any upload: once, however often it is shown. */
export function takePicture(scene: Scene): Promise<CleanUpload> {
  const known = cleaned.get(scene) ?? draw(scene);
  cleaned.set(scene, known);
  return known;
}

async function draw(scene: Scene): Promise<CleanUpload> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640">${scenes[scene].drawing}</svg>`;
  const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer();
  const file = new File([new Uint8Array(png)], `${scene}.png`, { type: 'image/png' });
  return expectOk(await cleanUpload(NOT_SCANNED, file), scene).upload;
}
