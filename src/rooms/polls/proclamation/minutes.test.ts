import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { castFor, listFields, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { countPoll, type PollTerms, publishResult, sealPoll } from '../index.ts';
import { findResult } from '../result/result.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Béatrice du BP', roles: ['officer'] });
});
afterAll(() => site.close());

/** A counted poll of three projects, 1 000 €, 2 000 € and 3 000 €, for 3 500 €: two tie for the last euros. */
async function makeCounted(terms: Partial<PollTerms> = {}): Promise<MadePoll> {
  site.travel(null);
  const made = await makePoll(site, {
    costs: [100_000, 200_000, 300_000],
    edition: { envelope: 350_000 },
    terms,
  });
  for (const ballot of [[1, 2], [1, 3], [1], [3], [2]]) {
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, ballot)).toMatchObject({ ok: true });
  }
  site.travel('6 days');
  const act = { organisationId: site.organisationId, by: officer.id };
  expect(await sealPoll(site.db, site.config, act, made.poll.id)).toMatchObject({ ok: true });
  expect(await countPoll(site.db, act, made.poll.id)).toMatchObject({ ok: true });
  return made;
}

async function publishNow({ poll }: MadePoll): Promise<void> {
  const act = { organisationId: site.organisationId, by: officer.id };
  expect(await publishResult(site.db, act, poll.id)).toEqual({ ok: true });
  site.memory.forgetAll();
}

const atOf = ({ edition }: MadePoll) => ({ edition: edition.slug });

async function readPaper(client: SiteClient, address: string) {
  const answer = await client.send(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = readPdf(new Uint8Array(await answer.arrayBuffer()));
  return { ...pdf, text: pdf.text.replaceAll(/\s+/g, ' '), answer };
}

type Row = Record<string, string>;

async function readTable(client: SiteClient, address: string): Promise<Row[]> {
  const answer = await client.send(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return parse(await answer.text(), { bom: true, columns: true, delimiter: ';' }) as Row[];
}

const bureau = {
  'name-0': 'Jeanne Łukasik',
  'function-0': 'Maire, présidente du bureau',
  'name-1': 'Omar Benali',
  'function-1': 'Assesseur',
};

describe('the minutes of a poll', () => {
  it('R57 hold the figures of the result, on paper and in the file, with who signs', async () => {
    const made = await makeCounted();
    const at = atOf(made);
    await officer.client.post(urls.adminPollBureau(at), bureau);
    expect(officer.client.html).toContain('Le bureau est enregistré');
    expect(officer.client.main).toContain('Jeanne Łukasik');
    await publishNow(made);
    const { result, hash } = (await findResult(site.db, site.organisationId, made.poll.id))!;
    const reader = site.visitor();

    const paper = await readPaper(reader, urls.resultMinutes(at));
    for (const words of [
      'Procès-verbal du scrutin'.slice(0, 13),
      made.poll.title,
      'Votants',
      'Projet d’essai 1',
      '3 voix',
      '2 voix',
      'Retenu',
      'Non retenu',
      'par Béatrice du BP',
      'Jeanne Łukasik',
      'Maire, présidente du bureau',
      'Omar Benali',
    ])
      expect(paper.text, words).toContain(words);
    for (const mark of [made.poll.manifestHash, result.root, hash])
      expect(paper.text.replaceAll(' ', '')).toContain(mark);
    expect(paper.text).not.toContain('Sous embargo');
    expect(paper.values('Title')).toEqual([`Procès-verbal\u202f: ${made.poll.title}`]);
    expect(paper.everything).not.toMatch(/<0000>[^\]]*\] TJ/);

    const rows = await readTable(reader, urls.resultMinutesCsv(at));
    const value = (measure: string, number = '') =>
      rows.find((row) => row.mesure === measure && row.numéro === number && row.canal === '')
        ?.valeur;
    expect(value('Votants')).toBe(String(result.voters));
    expect(value('Bulletins')).toBe(String(result.ballots));
    const [envelope] = result.envelopes;
    for (const { project, score, namings } of envelope!.support) {
      const number = String(made.poll.options.findIndex(({ key }) => key === project) + 1);
      expect(value('score', number)).toBe(String(score));
      expect(value('bulletins qui le nomment', number)).toBe(String(namings));
      expect(value('issue', number)).toBe(
        result.winners.includes(project) ? 'Retenu' : 'Non retenu',
      );
    }
    expect(value('coût (EUR)', '2')).toBe('2000,00');
    const left = rows.find((row) => row.valeur === `${result.left / 100},00`);
    expect(left?.rubrique).toBe('Résultat');
    expect(
      rows.some((row) => row.rubrique === 'Égalités' || row.mesure === 'égalité départagée'),
    ).toBe(true);

    await reader.get(urls.results(at));
    expect(reader.main).toContain(`href="${urls.resultMinutes(at)}"`);
    expect(reader.main).toContain(`href="${urls.resultMinutesCsv(at)}"`);
  });

  it('R52 R57 say each extension with its reason', async () => {
    const made = await makeCounted();
    await site.pool.query(
      `insert into poll_extension (organisation_id, poll_id, closed_at_before, closes_at, reason, by_person)
      select organisation_id, id, closes_at - interval '1 day', closes_at, 'Panne du site mardi.', $2
      from poll where id = $1`,
      [made.poll.id, officer.id],
    );
    const paper = await readPaper(officer.client, urls.adminPollMinutes(atOf(made)));
    expect(paper.text).toContain('Clôture reportée du');
    expect(paper.text).toContain('Panne du site mardi.');
  });

  it('R57 V15 are for officers alone before the publication, and complete only for them', async () => {
    const made = await makeCounted();
    const at = atOf(made);
    const resident = await makePerson(site);
    const readers = [site.visitor(), resident.client, officer.client];
    for (const client of readers)
      for (const address of [urls.resultMinutes(at), urls.resultMinutesCsv(at)])
        expect((await client.send(address)).status, address).toBe(404);
    for (const address of [urls.adminPollMinutes(at), urls.adminPollMinutesCsv(at)]) {
      expect((await resident.client.send(address)).status, address).toBe(403);
      expect((await site.visitor().send(address)).status, address).not.toBe(200);
    }
    const host = 'ailleurs.localhost';
    const id = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'bp@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const stranger = await makePerson(site, {
      organisation: { id, name: 'Ailleurs', host },
      roles: ['officer'],
    });
    const everyAddress = [
      ...[urls.resultMinutes, urls.resultMinutesCsv, urls.adminPollMinutes],
      ...[urls.adminPollMinutesCsv, urls.adminPollBureau],
    ].map((address) => address(at));
    for (const address of everyAddress)
      expect((await stranger.client.send(address)).status, address).toBe(404);
    const embargoed = await readPaper(officer.client, urls.adminPollMinutes(at));
    expect(embargoed.text).toContain('Sous embargo');
    expect(embargoed.text).toMatch(/En ligne\s*5\s*5/);
    expect(embargoed.answer.headers.get('cache-control')).toBe('no-store');
    await publishNow(made);
    for (const address of everyAddress)
      expect((await stranger.client.send(address)).status, address).toBe(404);

    // five voters by one channel are too few to be told to everyone
    const paper = await readPaper(site.visitor(), urls.resultMinutes(at));
    expect(paper.text).toMatch(/En ligne\s*non publié/);
    const rows = await readTable(site.visitor(), urls.resultMinutesCsv(at));
    expect(rows.find(({ canal }) => canal === 'En ligne')?.valeur).toMatch(/^non publié/);
    const office = await readTable(officer.client, urls.adminPollMinutesCsv(at));
    expect(office.find(({ canal }) => canal === 'En ligne')?.valeur).toBe('5');
  });

  it('R57 are not there while nothing is counted', async () => {
    site.travel(null);
    const at = atOf(await makePoll(site));
    for (const address of [urls.adminPollMinutes(at), urls.adminPollMinutesCsv(at)])
      expect((await officer.client.send(address)).status).toBe(404);
  });

  it('W8 R57 hold back names and titles that a spreadsheet would run', async () => {
    const labels = ['=HYPERLINK("http://mal.example";"Cliquez")', '+33 6', 'Une question ?'];
    const made = await makeCounted({ settings: { subject: 'questions' }, labels });
    const at = atOf(made);
    await officer.client.post(urls.adminPollBureau(at), { ...bureau, 'name-1': '@SUM(A1)' });
    await publishNow(made);
    const rows = await readTable(site.visitor(), urls.resultMinutesCsv(at));
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/);
    expect(rows.some(({ intitulé }) => intitulé === `'${labels[0]}`)).toBe(true);
    expect(rows.some(({ valeur }) => valeur === "'@SUM(A1)")).toBe(true);
  });

  it('R53 R57 have a line for each point of vote, where nobody came too', async () => {
    const made = await makeCounted();
    const school = await makeVotePoint(site, made.edition, { name: 'École Jean-Zay' });
    await makeVotePoint(site, made.edition, { name: 'Mairie annexe' });
    // of the five, two voted on a screen at the school; three more were handed a paper there
    await site.pool.query(
      `update elector set point_id = $2 where poll_id = $1 and id in
      (select id from elector where poll_id = $1 limit 2)`,
      [made.poll.id, school.id],
    );
    await site.pool.query(
      `insert into elector (organisation_id, poll_id, id, channel_state, point_id, day)
      select $3, $1, gen_random_uuid(), 'paper', $2, current_date from generate_series(1, 3)`,
      [made.poll.id, school.id, site.organisationId],
    );
    const at = atOf(made);
    const paper = await readPaper(officer.client, urls.adminPollMinutes(at));
    // a table that goes over to the next sheet repeats the heads of its columns
    const text = paper.text.replaceAll(/Fleury page \d \/ \d Où Émargements Bulletins /g, '');
    expect(text).toMatch(
      /En ligne 3 3 En ligne, École Jean-Zay 2 2 Sur papier, École Jean-Zay 3 0 Sur papier, Mairie annexe 0 0/,
    );
    const rows = await readTable(officer.client, urls.adminPollMinutesCsv(at));
    const lines = rows.filter(({ canal }) => canal !== '');
    const told = lines.map((row) => [row.canal, row['point de vote'], row.mesure, row.valeur]);
    expect(told).toEqual([
      ['En ligne', '', 'Émargements', '3'],
      ['En ligne', '', 'Bulletins', '3'],
      ['En ligne', 'École Jean-Zay', 'Émargements', '2'],
      ['En ligne', 'École Jean-Zay', 'Bulletins', '2'],
      ['Sur papier', 'École Jean-Zay', 'Émargements', '3'],
      ['Sur papier', 'École Jean-Zay', 'Bulletins', '0'],
      ['Sur papier', 'Mairie annexe', 'Émargements', '0'],
      ['Sur papier', 'Mairie annexe', 'Bulletins', '0'],
    ]);
  });

  it('R53 R57 name points that change no more once they are published', async () => {
    const made = await makeCounted();
    const point = await makeVotePoint(site, made.edition, { name: 'Mairie annexe' });
    await publishNow(made);
    const at = atOf(made);
    const { client } = officer;
    const change = urls.adminVotePoint({ ...at, point: point.id });
    await client.get(change);
    await client.post(change, { ...listFields(client.main, change), name: 'Ailleurs' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('qui ne changent plus');
    await client.post(urls.adminNewVotePoint(at), { name: 'Stade', address: '1 rue du Stade' });
    expect(client.status).toBe(422);
    await client.post(urls.adminRemoveVotePoint({ ...at, point: point.id }));
    expect(client.path).toBe(urls.adminVotePoints(at));
    expect(client.main).toContain('qui ne changent plus');
    expect(client.main).not.toContain(urls.adminNewVotePoint(at));
    const paper = await readPaper(site.visitor(), urls.resultMinutes(at));
    expect(paper.text).toContain('Sur papier, Mairie annexe');
  });
});
