import { openStorage } from '../../src/platform/files/index.ts';
import { findTestimony, settleTestimony, writeTestimony } from '../../src/rooms/delivery/index.ts';
import type { TestSite } from '../site-client.ts';
import type { MadeRealisation } from './realisations.ts';

/** What somebody says of a realisation: it waits to be read, or was accepted, or came back with a reason. */
export async function makeTestimony(
  site: TestSite,
  { realisationId, project, title, edition }: MadeRealisation,
  personId: string,
  { body = 'J’ai déposé l’idée un soir.', settled = 'accepted' as 'accepted' | 'returned' | null },
): Promise<void> {
  const { db, organisationId } = site;
  const named = { realisationId, number: project, title, editionId: edition.id };
  const kept = { storage: openStorage(site.config), upload: null, dropped: false };
  const own = { realisationId, personId };
  const before = await findTestimony(db, organisationId, own);
  const version = before?.version ?? 0;
  await writeTestimony(db, organisationId, named, personId, { body, alt: '' }, kept, version);
  if (settled === null) return;
  const read = (await findTestimony(db, organisationId, own))!;
  const reason = settled === 'returned' ? 'Sans le nom de votre voisine.' : '';
  const act = { organisationId, by: null };
  await settleTestimony(db, act, named, read.id, { reason, version: read.version });
}
