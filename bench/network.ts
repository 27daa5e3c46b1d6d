import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { urls } from '../src/urls.ts';
import { round } from './measure.ts';
import { fillDocuments, openNetwork } from './network-space.ts';
import { follow, measurePages, type Pages } from './pages.ts';
import { openBenchSite, type Reader } from './readers.ts';

/** As many as issue 9 asks for. */
const VOLUME = { members: 3000, documents: 50_000 };
/** Milliseconds at the 95th percentile. */
const ASKED = { list: 200, search: 200 };

/** A network at work: pages of its library as a member asks them of a site that keeps no page. `detail`: documents. */
export async function benchNetwork(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  try {
    const begun = performance.now();
    const documents = Number(detail ?? VOLUME.documents);
    const filled = await fillNetwork(db, documents / VOLUME.documents);
    const seconds = round((performance.now() - begun) / 1000, 1);
    const site = openBenchSite(url, db, filled.organisationId);
    const reader = await site.readerOf(filled.people[7]!);
    const { lists, searches } = await listPages(reader, filled);
    const [list, search] = [
      await measurePages(reader, lists),
      await measurePages(reader, searches),
    ];
    const worst = (of: Record<string, number>) => Math.max(...Object.values(of));
    return {
      filledInSeconds: seconds,
      members: filled.people.length,
      documents,
      p95Milliseconds: { list, search },
      worst: { list: worst(list), search: worst(search) },
      ratioToAsked: {
        list: round(worst(list) / ASKED.list, 2),
        search: round(worst(search) / ASKED.search, 2),
      },
      asked: ASKED,
    };
  } finally {
    await db.destroy();
  }
}

export async function fillNetwork(db: Database, share: number, host?: string) {
  const network = await openNetwork(db, Math.max(20, Math.round(VOLUME.members * share)), host);
  await fillDocuments(db, network, Math.max(20, Math.round(VOLUME.documents * share)));
  await sql`vacuum analyze`.execute(db);
  return network;
}

async function listPages(
  read: Reader,
  { space, library, directory }: Awaited<ReturnType<typeof fillNetwork>>,
): Promise<{ lists: Pages; searches: Pages }> {
  const at = { space: space.slug, component: library.slug };
  const list = (query: Record<string, string> = {}) => urls.spaceDocuments(at, query);
  return {
    lists: {
      'the network': urls.space({ space: space.slug }),
      library: list(),
      'library, thirtieth page': await follow(read, list(), 29),
      'library, by type': list({ type: 'motion' }),
      'library, by theme': list({ theme: 'le numérique' }),
      'library, by level and result': list({ niveau: 'national', resultat: 'rejected' }),
      'library, templates': list({ modeles: 'oui' }),
      'public list': urls.publicDocuments({ space: space.slug }),
      directory: urls.directory({ space: space.slug, component: directory.slug }),
      document: urls.document({ document: 25 }),
    },
    searches: {
      'common words': list({ mots: 'régie publique' }),
      'rare words': list({ mots: 'Quimperlé crèches' }),
      'no result': list({ mots: 'zzyzx' }),
      'words and a filter': list({ mots: 'tarification', type: 'question' }),
      'the whole site': urls.search({ q: 'cantines biologiques' }),
    },
  };
}
