import { countReading, writeReadings } from '../../src/rooms/campaign/index.ts';
import { insertProject } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { freezeDecided } from './decisions.ts';
import { type MadeEdition, makeEdition } from './editions.ts';

export const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

export interface HeldProject {
  title?: string;
  summary?: string;
  place?: string;
  /** How the edition is made, or the one that is there. */
  edition?: MadeEdition | Edition;
  ideaIds?: readonly string[];
  frozen?: boolean;
}

/** One project of an edition, held by somebody, in a frozen list unless told. */
export async function makeHeldProject(
  site: TestSite,
  holderId: string,
  { frozen = true, ...options }: HeldProject = {},
): Promise<{ edition: Edition; projectId: string }> {
  const given = options.edition;
  const edition =
    given && 'id' in given ? given : await makeEdition(site, { phase: 'campaign', ...given });
  const act = { organisationId: site.organisationId, by: null };
  const written = await insertProject(site.db, act, edition.id, {
    title: options.title ?? 'Un verger pour l’école des Tilleuls',
    summary:
      options.summary ?? 'Douze pommiers, un composteur et des bancs, plantés avec les enfants.',
    categoryId: edition.categories[0]!.id,
    cost: 12_000_00,
    place: options.place ?? 'École des Tilleuls',
    ideaIds: options.ideaIds ?? [],
    holderId,
  });
  if (!written.ok) throw new Error(`makeHeldProject: ${written.refusal}`);
  if (frozen) await freezeDecided(site, act, edition.id);
  return { edition, projectId: written.id };
}

/** So many readings of a project's page, written down. */
export async function readBy(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  { edition, number }: { edition: Edition; number: number },
  readings: number,
): Promise<void> {
  const { organisationId } = site;
  countReading(site.db, { organisationId, edition: edition.slug, number }, readings);
  await writeReadings(site.db);
}
