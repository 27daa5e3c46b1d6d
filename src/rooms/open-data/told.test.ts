import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeNews } from '../../../tests/make/news.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { holdPoll } from '../../../tests/make/published.ts';
import { answer, close, makeSurvey } from '../../../tests/make/surveys.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { readNow } from '../../platform/database/database.ts';
import { dataSets } from '../../site.tsx';
import { urls } from '../../urls.ts';
import { publishReport, savePopulation, saveReport } from '../evaluation/index.ts';
import { withdrawNews } from '../news/news-writing.store.ts';
import { publishResult } from '../polls/index.ts';
import { publishSurvey } from '../surveys/survey-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
const POPULATION = { inhabitants: 100, source: 'Insee', year: 2023, ages: {}, districts: {} };
const act = () => ({ organisationId: site.organisationId, by: null });

async function readSet(key: string): Promise<Record<string, string>[]> {
  site.memory.forgetAll();
  const answer = await site.visitor().send(urls.dataFile({ file: `${key}.csv` }));
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { delimiter: ';', bom: true, columns: true });
}
const rowsOf = async (key: string, { slug }: { slug: string }) =>
  (await readSet(key)).filter(({ edition }) => edition === slug);

describe('R192 R41 news', () => {
  it('are those that everybody reads now: no draft, none to come, none withdrawn, nobody who wrote', async () => {
    const officer = await makePerson(site, { roles: ['officer'], nickname: 'Plume-Cachée' });
    const by = { organisationId: site.organisationId, by: officer.id };
    const edition = await makeEdition(site);
    const soon = new Date((await readNow(site.db)).getTime() + 3_600_000);
    await makeNews(site, by, { title: '=Une nouvelle', editionId: edition.id });
    await makeNews(site, by, { title: 'De toute la commune' });
    await makeNews(site, by, { title: 'Brouillon', published: false });
    await makeNews(site, by, { title: 'Demain', showsAt: soon });
    const { id } = await makeNews(site, by, { title: 'Erreur' });
    await withdrawNews(site.db, by, id, 'Une erreur.');
    const rows = await readSet('actualites');
    expect(rows.map((row) => [row.edition, row.titre])).toEqual([
      [edition.slug, "'=Une nouvelle"],
      ['', 'De toute la commune'],
    ]);
    expect(rows[0]!.adresse).toBe('http://localhost/actualites/1-une-nouvelle');
    expect(JSON.stringify(rows)).not.toContain('Plume');
    site.travel('2 hours');
    expect(await readSet('actualites')).toHaveLength(3);
    site.travel(null);
  });
});

describe('R192 R64 questionnaires', () => {
  it('are in the file once published, under ten left out as on their page, and no written word', async () => {
    const edition = await makeEdition(site, { phase: 'delivery' });
    const survey = await makeSurvey(site, edition);
    const said = [...Array(12).fill('1'), ...Array(11).fill('2'), ...Array(3).fill('3')];
    for (const [at, choice] of said.entries())
      await answer(site, survey, { 7: choice, 8: at === 0 ? 'Motsecret' : '' });
    await close(site, survey);
    expect(await rowsOf('questionnaires', edition)).toEqual([]);
    expect(await publishSurvey(site.db, act(), survey.id)).toBe(true);
    const rows = await rowsOf('questionnaires', edition);
    expect(JSON.stringify(rows)).not.toContain('Motsecret');
    const again = rows.filter(({ rang }) => rang === '7');
    expect(again.map((row) => [row.reponse, row.personnes, row.trop_peu])).toEqual([
      ['', '26', 'false'],
      ['Oui', '12', 'false'],
      // with it, and the total, the three who said no would be told
      ['Peut-être', '', 'true'],
      ['Non', '', 'true'],
    ]);
    // one person wrote: that is not told either
    expect(rows.filter(({ rang }) => rang === '8')).toMatchObject([
      { reponse: '', personnes: '', trop_peu: 'true', repondants: '26' },
    ]);
    const numbers = rows.flatMap(({ personnes }) => (personnes ? [Number(personnes)] : []));
    expect(numbers.filter((people) => people > 0 && people < 10)).toEqual([]);
  });

  it('of fewer than ten people hold no number at all, in any file, the office’s included', async () => {
    const edition = await makeEdition(site, { phase: 'delivery' });
    const survey = await makeSurvey(site, edition);
    for (let people = 0; people < 9; people += 1) await answer(site, survey, { 7: '1' });
    await close(site, survey);
    await publishSurvey(site.db, act(), survey.id);
    const rows = await rowsOf('questionnaires', edition);
    expect(new Set(rows.map(({ personnes }) => personnes))).toEqual(new Set(['']));
    expect(new Set(rows.map(({ repondants }) => repondants))).toEqual(new Set(['']));
    const { client } = await makePerson(site, { roles: ['officer'] });
    const file = urls.adminExport({ edition: edition.slug, file: 'questionnaires.json' });
    const told = (await (await client.send(file)).json()) as { rows: { personnes: unknown }[] };
    expect(told.rows).toHaveLength(rows.length);
    expect(told.rows.every(({ personnes }) => personnes === null)).toBe(true);
  });
});

describe('R192 R88 reports', () => {
  it('V15 one line for each that is published, and nothing of a vote before its result is', async () => {
    const projects = [{ euros: 10_000 }, { euros: 20_000 }];
    const held = await holdPoll(site, { projects, ballots: [['1'], ['1', '2']], until: 'counted' });
    const { edition, poll } = held;
    await savePopulation(site.db, act(), POPULATION, 0);
    const said = { introduction: 'Une édition.', inclusion: '', ecology: '', outlook: '' };
    await saveReport(site.db, act(), edition.id, { ...said, runningCost: 1_250_000 }, 0);
    expect(await rowsOf('bilans', edition)).toEqual([]);
    await publishReport(site.db, act(), edition, true);
    const [before] = await rowsOf('bilans', edition);
    expect(before).toMatchObject({
      votants: '',
      participation: '',
      laureats: '',
      fonctionnement_euros: '12500',
      chiffres: `http://localhost/editions/${edition.slug}/bilan/bilan.csv`,
    });
    await publishResult(site.db, act(), poll.id);
    const [after] = await rowsOf('bilans', edition);
    expect(after).toMatchObject({ votants: '2', participation: '0.02' });
    // the page that counts lines agrees with the file
    for (const set of dataSets.filter(({ audience }) => audience === 'public')) {
      site.memory.forgetAll();
      const visitor = await site.visitor().get(urls.dataSet({ set: set.key }));
      const lines = (await readSet(set.key)).length;
      expect(visitor.main, set.key).toMatch(new RegExp(`Lignes</dt>\\s*<dd[^>]*>${lines}<`));
    }
    await publishReport(site.db, act(), edition, false);
    expect(await rowsOf('bilans', edition)).toEqual([]);
  });
});
