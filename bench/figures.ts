import { openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { publishReport, saveReport } from '../src/rooms/evaluation/report.store.ts';
import { urls } from '../src/urls.ts';
import { measureFile, measurePages } from './pages.ts';
import { openBenchSite } from './readers.ts';
import { fillStudy } from './study-town.ts';
import { fillTown, openTown } from './town-at-scale.ts';

const IDEAS = 20_000;
const EDITION = { edition: '2026' };

/**
 * What an edition of 20,000 ideas amounts to: its report as everybody reads it, uncached, and the files of open data.
 * Asked: pages 300 ms at the 95th percentile, files in flat memory. `detail`: another number of ideas.
 */
export async function benchFigures(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    const ideas = Number(detail ?? IDEAS);
    const open = await openTown(db);
    await fillTown(db, open, ideas);
    const { organisationId, editionId } = await fillStudy(db, open, ideas);
    const act = { organisationId, by: null };
    const said = { introduction: 'Une édition.', inclusion: '', ecology: '', outlook: '' };
    await saveReport(db, act, editionId, { ...said, runningCost: 1_200_000 }, 0);
    await publishReport(db, act, { id: editionId, title: 'Budget participatif' }, true);
    const { anybody } = openBenchSite(url, db, organisationId);
    const fileOf = (file: string) => measureFile(anybody, urls.dataFile({ file }));
    return {
      ideas,
      pagesP95Milliseconds: await measurePages(anybody, {
        edition: urls.edition(EDITION),
        report: urls.report(EDITION),
        'report, CSV': urls.reportFile({ ...EDITION, file: 'bilan.csv' }),
        'open data': urls.openData(),
        'open data, ideas': urls.dataSet({ set: 'idees' }),
      }),
      files: {
        csv: await fileOf('idees.csv'),
        xlsx: await fileOf('idees.xlsx'),
        json: await fileOf('idees.json'),
        geojson: await fileOf('idees.geojson'),
        zip: await measureFile(anybody, urls.dataZip()),
      },
      asked: { pageP95Milliseconds: 300 },
    };
  } finally {
    await db.destroy();
  }
}
