import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { days, money, number, percent, told } from './chapter.ts';
import { writeReportJson } from './report-json.page.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  edition = await makeEdition(site, { title: 'Édition de mesure' });
  const author = await makePerson(site, { birthDate: '1984-02-01' });
  const idea = await makeIdea(site, edition, { authorId: author.id });
  for (let index = 0; index < 13; index += 1) {
    const person = await makePerson(site, { birthDate: index < 11 ? '1984-02-01' : '2004-02-01' });
    await giveSupport(site, idea.id, person.id);
  }
});
afterAll(() => site.close());

interface Report {
  edition: string;
  publie_le: string | null;
  langue: string;
  champs: { nom: string; sens: string }[];
  chiffres: Record<string, string | number | null>[];
}
const at = () => ({ edition: edition.slug });
async function fetchReport(headers: Record<string, string> = {}) {
  const path = urls.reportFile({ ...at(), file: 'bilan.json' });
  const answer = await site.fetch(new Request(`http://localhost${path}`, { headers }));
  return { answer, text: await answer.text() };
}

describe('R88 R192 the report for programs', () => {
  it('is a draft for officers only, then the very figures of the CSV, each field explained, small ones held back', async () => {
    expect((await fetchReport()).answer.status).toBe(404);
    const { client } = officer;
    await client.post(urls.adminReport(at()), {
      version: '0',
      introduction: 'Une première édition.',
      inclusion: '',
      ecologie: '',
      suite: '',
      cout: '12 500',
    });
    await client.post(urls.adminPublishReport(at()));
    const { answer, text } = await fetchReport();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('content-disposition')).toContain(`bilan-${edition.slug}.json`);
    const report = JSON.parse(text) as Report;
    expect(report).toMatchObject({ edition: edition.slug, langue: 'fr' });
    expect(Date.parse(report.publie_le!)).not.toBeNaN();
    // every field of every figure is in the dictionary, and the other way round
    const fields = report.champs.map(({ nom }) => nom);
    for (const figure of report.chiffres) expect(Object.keys(figure)).toEqual(fields);
    for (const { sens } of report.champs) expect(sens).not.toBe('');
    const find = (tableau: string, ligne: string) =>
      report.chiffres.find((one) => one.tableau === tableau && one.ligne === ligne);
    expect(find('participation-ensemble', 'soutiens')).toMatchObject({
      chapitre: 'participation',
      mesure: 'nombre',
      valeur: 13,
      unite: 'nombre',
      motif: null,
    });
    expect(find('argent-montants', 'fonctionnement')).toMatchObject({
      valeur: 12_500,
      unite: 'euro',
    });
    // two people of that age, and the band that would tell it
    for (const band of ['18-25', '40-59'])
      expect(find('participation-ages', band)).toMatchObject({
        valeur: null,
        motif: 'non-communique',
      });
    expect(find('parcours-etapes', 'laureats')).toMatchObject({ valeur: null, motif: 'non-connu' });
    // no two figures share their keys
    const keys = report.chiffres.map(
      ({ tableau, ligne, mesure }) => `${tableau} ${ligne} ${mesure}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    const csv = await site.fetch(
      new Request(`http://localhost${urls.reportFile({ ...at(), file: 'bilan.csv' })}`),
    );
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(report.chiffres.length + 1);
  });

  it('keeps its keys whatever the language of its words', async () => {
    const bare = (text: string) =>
      (JSON.parse(text) as Report).chiffres.map(({ tableau, ligne, mesure, valeur, motif }) => ({
        tableau,
        ligne,
        mesure,
        valeur,
        motif,
      }));
    const french = (await fetchReport()).text;
    const english = (await fetchReport({ cookie: 'langue=en', 'accept-language': 'en' })).text;
    expect((JSON.parse(english) as Report).langue).toBe('en');
    expect(english).toContain('Stable name of the chapter');
    expect(bare(english)).toEqual(bare(french));
  });

  it('tells euros, percents of a hundred and days; what is hidden is null even where the cell holds it', () => {
    const cells = [
      number(3),
      percent(0.125),
      money(1_234_56),
      days(4.5),
      told(null),
      number(null),
      { ...number(4), hidden: true },
    ];
    const part = {
      id: 'p',
      title: 'P',
      look: 'table' as const,
      description: '',
      labelHead: '',
      heads: cells.map(String),
      measures: cells.map((_, index) => String(index)),
      lines: [{ key: 'l', label: 'L', cells }],
    };
    const of = { organisation: 'O', edition: 'e', title: 'T', publishedAt: null, locale: 'fr' };
    const chapter = { id: 'c', title: 'C', sentences: [], parts: [part] };
    const { chiffres } = writeReportJson([chapter], of);
    expect(chiffres.map(({ valeur, motif }) => [valeur, motif])).toEqual([
      [3, null],
      [12.5, null],
      [1234.56, null],
      [4.5, null],
      [null, 'non-communique'],
      [null, 'non-connu'],
      [null, 'non-communique'],
    ]);
  });
});
