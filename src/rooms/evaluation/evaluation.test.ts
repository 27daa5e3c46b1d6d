import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../tests/make/contact.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { holdPoll } from '../../../tests/make/published.ts';
import { ask, fillIdeas } from '../../../tests/make/study.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { seePdf } from '../../../tests/see-pdf.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { publishResult } from '../polls/index.ts';
import type { Edition } from '../spaces/index.ts';
import { savePopulation, saveReport } from './index.ts';
import { publishReport } from './report.store.ts';

const NB = '\u00a0';
let site: TestSite;
let officer: MadePerson;
let edition: Edition;
const act = () => ({ organisationId: site.organisationId, by: null });
const SAID = { introduction: '', inclusion: '', ecology: '', outlook: '', runningCost: null };

/** Fields of the form, as a browser sends them. */
const fields = (changes: Record<string, string> = {}) => ({
  version: '0',
  introduction: 'Une première édition, et 14 personnes.\n\n## Ce qui a manqué\n\n- Du temps',
  inclusion: '',
  ecologie: '',
  suite: '',
  cout: '12 500',
  ...changes,
});

const at = (one: Edition = edition) => ({ edition: one.slug });
const fetchFile = async (file: string, one: Edition = edition) => {
  const path = urls.reportFile({ ...at(one), file });
  const answer = await site.fetch(new Request(`http://localhost${path}`));
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  edition = await makeEdition(site, { title: 'Édition de mesure' });
  // 12 of forty-odd and 2 of twenty: the two, and the smallest of the others, are not told
  const idea = await makeIdea(site, edition, {
    authorId: (await makePerson(site, { birthDate: '1984-02-01' })).id,
  });
  for (let index = 0; index < 13; index += 1) {
    const person = await makePerson(site, { birthDate: index < 11 ? '1984-02-01' : '2004-02-01' });
    await giveSupport(site, idea.id, person.id);
  }
  const department = await makeDepartment(site, { name: '=Voirie' });
  await ask(site, edition, idea, department.id);
});
afterAll(() => site.close());
afterEach(() => site.travel(null));

describe('R88 the report of an edition', () => {
  it('R88 a draft is there for officers only, whatever the file', async () => {
    await officer.client.get(urls.report(at()));
    expect(officer.client.status).toBe(200);
    expect(officer.client.main).toContain('Ce bilan est un brouillon');
    const resident = await makePerson(site);
    for (const client of [resident.client, site.visitor()]) {
      await client.get(urls.report(at()));
      expect(client.status).toBe(404);
    }
    for (const file of ['bilan.pdf', 'bilan.csv', 'bilan.xlsx', 'colonnes.csv'])
      expect((await fetchFile(file)).answer.status).toBe(404);
    await site.visitor().get(urls.edition(at()));
  });

  it('R88 is not published without a word, nor with a cost that is none; nothing typed is lost', async () => {
    const { client } = officer;
    await client.post(urls.adminPublishReport(at()));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Écrivez et enregistrez d’abord');
    await client.post(urls.adminReport(at()), fields({ cout: 'trois fois rien', suite: 'Demain' }));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Indiquez un montant en euros');
    expect(client.main).toContain('Demain');
    await client.post(urls.adminReport(at()), fields({ suite: 'a'.repeat(6001) }));
    expect(client.status).toBe(422);
  });

  it('R88 two officers: the second is shown what the first wrote, and loses nothing', async () => {
    const { client } = officer;
    await client.post(urls.adminReport(at()), fields());
    expect(client.status).toBe(200);
    await client.post(urls.adminReport(at()), fields({ introduction: 'La mienne' }));
    expect(client.status).toBe(409);
    expect(client.main).toContain('Enregistré entre-temps');
    expect(client.main).toContain('Une première édition');
    expect(client.main).toContain('La mienne');
  });

  it('R88 published, it tells the same figures on the page, in the PDF and in the files; small ones in none', async () => {
    await savePopulation(
      site.db,
      act(),
      {
        inhabitants: 21_000,
        source: 'Insee',
        year: 2023,
        ages: { '18-25': 2520, '40-59': 5460 },
        districts: {},
      },
      0,
    );
    await officer.client.post(urls.adminPublishReport(at()));
    expect(officer.client.html).toContain('tout le monde peut le lire');
    const visitor = site.visitor();
    await visitor.get(urls.report(at()));
    expect(visitor.status).toBe(200);
    expect(visitor.main).toContain('non communiqué');
    expect(visitor.main).toContain('Ce qui a manqué');
    expect(visitor.main).not.toContain('votants par canal');

    const csv = (await fetchFile('bilan.csv')).bytes.toString('utf8');
    const lineOf = (...cells: string[]) =>
      csv.split('\r\n').find((line) => line.includes(cells.join(';')));
    expect(lineOf('Personnes qui ont soutenu une idée', 'Nombre', '13')).toBeDefined();
    expect(lineOf('18–25 ans', 'Personnes', '', 'nombre', 'non communiqué')).toBeDefined();
    expect(lineOf('40–59 ans', 'Personnes', '', 'nombre', 'non communiqué')).toBeDefined();
    // W8: what a spreadsheet would take for a formula is held
    expect(csv).toContain(";'=Voirie;");

    const { bytes } = await fetchFile('bilan.pdf');
    const sheets = await seePdf(bytes);
    const words = sheets.map(({ text }) => text).join('\n');
    for (const told of [
      'Bilan',
      'Édition de mesure',
      'Personnes qui ont soutenu une idée',
      '13',
      'n. c.',
      'Ce qui a manqué',
      `12${NB}500${NB}€`,
    ])
      expect(words.replaceAll(/\s+/g, ' ')).toContain(told.replaceAll(/\s+/g, ' '));
    // bars are drawn in the colour of the town
    const green = sheets.some(({ pixels }) => {
      for (let one = 0; one < pixels.length; one += 4)
        if (pixels[one]! < 90 && pixels[one + 1]! > 90 && pixels[one + 2]! < 90) return true;
      return false;
    });
    expect(green).toBe(true);
    const read = readPdf(bytes);
    expect(read.everything).toContain('/Marked true');
    expect(read.values('Alt').some((alt) => alt.includes('non communiqué'))).toBe(true);

    const xlsx = await fetchFile('bilan.xlsx');
    expect(xlsx.answer.headers.get('content-type')).toContain('spreadsheetml');
    const columns = (await fetchFile('colonnes.csv')).bytes.toString('utf8');
    expect(columns.split('\r\n').filter(Boolean)).toHaveLength(8);
    expect((await fetchFile('autre.csv')).answer.status).toBe(404);
  });

  it('R188 the edition leads to its report, once it is published', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.edition(at()));
    expect(visitor.main).toContain(urls.report(at()));
    await visitor.get(urls.deliveries(at()));
    expect(visitor.main).toContain(urls.report(at()));
    await officer.client.post(urls.adminWithdrawReport(at()));
    await visitor.get(urls.edition(at()));
    expect(visitor.main).not.toContain(urls.report(at()));
    await visitor.get(urls.report(at()));
    expect(visitor.status).toBe(404);
    await publishReport(site.db, act(), edition, true);
  });

  it('R88 in a pre-electoral period figures stay, what the office says does not, and the page says why', async () => {
    await makePause(site, site.organisationId, officer.id);
    site.travel('72 years 60 days');
    const visitor = site.visitor();
    await visitor.get(urls.report(at()));
    expect(visitor.status).toBe(200);
    expect(visitor.main).toContain('Élections municipales de mars 2099');
    expect(visitor.main).not.toContain('Ce qui a manqué');
    expect(visitor.main).toContain('Personnes qui ont soutenu une idée');
    const pdf = (await seePdf((await fetchFile('bilan.pdf')).bytes)).map(({ text }) => text).join();
    expect(pdf).not.toContain('Ce qui a manqué');
  });

  it('V15 nothing of a vote is told before its result is published, then its turnout is', async () => {
    const ballots = Array.from({ length: 11 }, () => ['1']);
    const { edition: voted, poll } = await holdPoll(site, {
      projects: [{ euros: 1000 }, { euros: 2000 }],
      ballots,
      until: 'counted',
      edition: { slug: 'votee', title: 'Édition votée' },
    });
    await saveReport(site.db, act(), voted.id, { ...SAID, introduction: 'Voilà.' }, 0);
    await publishReport(site.db, act(), voted, true);
    const before = (await fetchFile('bilan.csv', voted)).bytes.toString('utf8');
    expect(before).not.toContain('Personnes qui ont voté');
    expect(before).toContain('Projets lauréats;Nombre;;nombre;non connu');
    expect(before).toContain('Édition votée;Votant·es;;nombre;non connu');
    await publishResult(site.db, act(), poll.id);
    site.memory.forgetAll();
    const after = (await fetchFile('bilan.csv', voted)).bytes.toString('utf8');
    expect(after).toContain('Personnes qui ont voté;Nombre;11;nombre;connu');
    expect(after).toMatch(/Projets lauréats;Nombre;\d+;nombre;connu/);
  });

  it('R64 asks the same few things of the database whatever the edition holds', async () => {
    const asked: number[] = [];
    for (const count of [0, 3000]) {
      const one = await makeEdition(site);
      if (count > 0) await fillIdeas(site, one, count);
      await officer.client.get(urls.report(at(one)));
      // read anew, nothing of it kept
      site.memory.forgetAll();
      asked.push(await site.countStatements(() => officer.client.get(urls.report(at(one)))));
    }
    expect(new Set(asked).size, asked.join()).toBe(1);
    expect(asked[0]).toBeLessThan(32);
  });
});

describe('R88 the population, as officers enter it', () => {
  it('R88 is refused beside the field, kept once for all editions, and never overwritten unseen', async () => {
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.post(urls.adminPopulation(), {
      habitants: 'mille',
      source: '',
      annee: '2023',
      version: '1',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Indiquez un nombre entier');
    const typed = { habitants: '22 000', source: 'Insee', annee: '2024', 'age-18-25': '2 600' };
    await client.post(urls.adminPopulation(), { ...typed, version: '0' });
    expect(client.status).toBe(409);
    expect(client.main).toMatch(/21.000 habitant·es, Insee, 2023/);
    await client.post(urls.adminPopulation(), { ...typed, version: '1' });
    expect(client.status).toBe(200);
    expect(client.html).toContain('La population est enregistrée.');
    await client.get(urls.report(at()));
    expect(client.main).toContain('Insee, 2024');
  });

  it('R88 a file and pasted lines fill the form in, tell what is odd, and save nothing', async () => {
    const { client } = officer;
    const file = new File(['Âge;Habitants\n26-39;3 360\n15-29;4000\n'], 'population.csv');
    await client.post(urls.adminReadPopulation(), { fichier: file, lignes: '' });
    expect(client.status).toBe(200);
    expect(client.main).toContain('1 case remplie');
    expect(client.main).toContain('à cheval sur deux tranches');
    expect(client.main).toContain('value="3360"');
    await client.get(urls.adminPopulation());
    expect(client.main).not.toContain('3360');
    await client.post(urls.adminReadPopulation(), { lignes: '' });
    expect(client.status).toBe(422);
    await client.post(urls.adminReadPopulation(), { lignes: 'rien du tout' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('rien du tout');
  });
});
