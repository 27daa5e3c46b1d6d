import { publishReport, savePopulation, saveReport } from '../../src/rooms/evaluation/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import type { Town } from '../make/town.ts';
import type { Particulars } from './stage.ts';

/** The report of the edition that is over, beside the population of the town. */
export async function tellReport(site: BrowserSite, town: Town): Promise<Particulars> {
  const { db, organisationId } = site;
  const act = { organisationId, by: null };
  const population = {
    inhabitants: 21_000,
    source: 'Recensement de la population, anticonstitutionnellement recensée',
    year: 2023,
    ages: { '18-25': 2520, '26-39': 3360, '40-59': 5460 },
    districts: { Centre: 6200 },
  };
  await savePopulation(db, act, population, 0);
  const said = {
    introduction: 'Une première édition.\n\n## Ce qui a marché\n\n- Les soutiens',
    inclusion: '',
    ecology: 'De l’ombre, et de l’eau.',
    outlook: '',
    runningCost: 12_000_00,
  };
  await saveReport(db, act, town.done.id, said, 0);
  await publishReport(db, act, town.done, true);
  return {
    [urls.report.pattern]: {
      path: urls.report({ edition: town.done.slug }),
      roles: ['anonymous', 'officer'],
    },
  };
}
