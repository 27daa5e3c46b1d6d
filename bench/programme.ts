import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { urls } from '../src/urls.ts';
import { round } from './measure.ts';
import { measurePages } from './pages.ts';
import { fillProgramme } from './programme-file.ts';
import { openBenchSite } from './readers.ts';

const REALISATIONS = 1214;

/**
 * A programme of ten years imported as `palabre import realisations` does it, then « Suivi global » as anybody reads it:
 * whole pages, uncached. Asked: each list, filter, chart and map 300 ms at the 95th percentile at 1,214 realisations.
 * `detail`: another number of them.
 */
export async function benchProgramme(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    const realisations = Number(detail ?? REALISATIONS);
    const organisationId = await openTown(db);
    const begun = performance.now();
    await fillProgramme(db, organisationId, realisations);
    const importSeconds = round((performance.now() - begun) / 1000, 2);
    await sql`vacuum analyze`.execute(db);
    const site = openBenchSite(url, db, organisationId);
    const measured = await measurePages(site.anybody, await listPages(db));
    return {
      realisations,
      importSeconds,
      pagesP95Milliseconds: measured,
      worst: Math.max(...Object.values(measured)),
      asked: { pageP95Milliseconds: 300 },
    };
  } finally {
    await db.destroy();
  }
}

const openTown = (db: Database): Promise<string> =>
  insertOrganisation(db, {
    slug: 'banc',
    name: 'Banc d’essai',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });

async function listPages(db: Database): Promise<Record<string, string>> {
  const list = (query: Record<string, string>) => urls.globalDelivery(query);
  const department = await db.selectFrom('department').select('id').executeTakeFirstOrThrow();
  return {
    list: list({}),
    'list, by budget': list({ tri: 'budget' }),
    'list, an edition': list({ edition: '2019' }),
    'list, a theme': list({ theme: 'Thème 3' }),
    'list, a stage': list({ etape: 'travaux' }),
    'list, a district': list({ quartier: '4e arrondissement' }),
    'list, a department': list({ service: department.id }),
    'list, late': list({ situation: 'en-retard' }),
    'list, halted': list({ situation: 'abandonne' }),
    'list, common word': list({ recherche: 'jardin' }),
    'list, rare words': list({ recherche: 'école lilas 1002' }),
    'list, several': list({ edition: '2019', theme: 'Thème 3', situation: 'en-retard' }),
    'list, deep': list({ page: 'a.2015.60.00000000-0000-0000-0000-000000000000' }),
    map: list({ vue: 'carte' }),
    'map, late': list({ vue: 'carte', situation: 'en-retard' }),
    charts: list({ vue: 'chiffres' }),
    'charts, an edition': list({ vue: 'chiffres', edition: '2019' }),
    'file of all': urls.globalDeliveryCsv(),
    'one edition': urls.deliveries({ edition: '2019' }),
    'one realisation': urls.delivery({ edition: '2019', project: 5 }),
  };
}
