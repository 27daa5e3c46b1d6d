import { sql } from 'kysely';
import sharp from 'sharp';
import {
  cleanUpload,
  keepFile,
  openStorage,
  publishFiles,
} from '../../src/platform/files/index.ts';
import type { Idea } from '../../src/rooms/ideas/index.ts';
import type { TestSite } from '../site-client.ts';

/** The colour of a photo of a test: found again wherever it is shown. */
const PURPLE = { r: 140, g: 30, b: 170 };

/** A picture of one colour, given to a published idea: its project shows it unless told otherwise. */
export async function givePhoto(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  { id }: Pick<Idea, 'id'>,
  alt = 'Des pommiers en fleurs',
): Promise<string> {
  const jpeg = await sharp({ create: { width: 900, height: 700, channels: 3, background: PURPLE } })
    .jpeg()
    .toBuffer();
  const cleaned = await cleanUpload(site.config, new File([new Uint8Array(jpeg)], 'verger.jpg'));
  if (!cleaned.ok) throw new Error(`givePhoto: ${cleaned.refusal}`);
  const { organisationId: town } = site;
  const by = { alt, uploadedBy: null };
  const { fileId } = await keepFile(site.db, openStorage(site.config), town, cleaned.upload, by);
  await sql`insert into idea_attachment (organisation_id, file_id, idea_id, position)
    values (${town}, ${fileId}, ${id}, 1)`.execute(site.db);
  await publishFiles(site.db, town, [fileId], null);
  return fileId;
}

/** How many pixels of a picture of four channels, or three, have that colour. */
export function countPurple(pixels: Uint8Array, channels: 3 | 4): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels)
    if (
      Math.abs(pixels[at]! - PURPLE.r) < 30 &&
      Math.abs(pixels[at + 1]! - PURPLE.g) < 30 &&
      Math.abs(pixels[at + 2]! - PURPLE.b) < 30
    )
      count += 1;
  return count;
}
