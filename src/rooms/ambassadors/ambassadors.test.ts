import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findIdeaByNumber, findOrigins, listHolders } from '../ideas/index.ts';
import { type Edition, numberedSegment } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
let ambassador: MadePerson;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { maximumIdeas: 2 });
  ambassador = await makePerson(site, {
    roles: ['ambassador'],
    editionId: edition.id,
    factorProven: false,
  });
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const at = () => ({ edition: edition.slug });
const sheet = (change: Record<string, string | File> = {}) => ({
  title: 'Des bancs à l’ombre',
  category: 'ecologie',
  body: 'Pour souffler en montant la côte.',
  lang: 'fr',
  name: 'Jeanne Lebrun',
  signature: '',
  email: `jeanne.${Math.floor(performance.now() * 1000)}@exemple.fr`,
  phone: '02 38 00 00 00',
  postal: '3 rue des Fossés',
  consent: 'oui',
  'day-day': '20',
  'day-month': '11',
  'day-year': '2026',
  next: 'non',
  ...change,
});
const enter = (person: MadePerson, change = {}) =>
  person.client.post(urls.collectPaper(at()), sheet(change));
const lastIdea = async () => {
  const { number } = await site.db
    .selectFrom('idea')
    .select('number')
    .where('edition_id', '=', edition.id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  return (await findIdeaByNumber(site.db, site.organisationId, edition.id, number))!;
};

describe('an idea on paper', () => {
  it('R38 an ambassador types a signed sheet: the idea is public without a name, the resident has a receipt, the consent is kept', async () => {
    await ambassador.client.get(urls.collect());
    expect(ambassador.client.path).toBe(urls.collectEdition(at()));
    await ambassador.client.get(urls.collectPaper(at()));
    await enter(ambassador, { email: 'jeanne@exemple.fr' });
    expect(ambassador.client.html).toContain('L’idée est publiée.');
    const idea = await lastIdea();
    expect(idea).toMatchObject({ authorId: null, channel: 'paper', title: 'Des bancs à l’ombre' });
    const reader = site.visitor();
    await reader.get(urls.idea({ ...at(), idea: numberedSegment(idea.number, idea.title) }));
    expect(reader.html).toContain('un·e habitant·e, sur papier');
    expect(reader.html).not.toContain('Lebrun');
    await site.runJobs();
    const mail = site.mails.find(({ to }) => to === 'jeanne@exemple.fr')!;
    expect(mail.text).toContain('d’après la feuille que vous avez signée');
    expect((await findOrigins(site.db, site.organisationId, [idea.id])).get(idea.id)).toMatchObject(
      {
        name: 'Jeanne Lebrun',
        consentOn: '2026-11-20',
        enteredBy: ambassador.id,
        postalAddress: '3 rue des Fossés',
      },
    );
    expect(await listHolders(site.db, site.organisationId, [idea.id])).toEqual([
      {
        ideaId: idea.id,
        personId: null,
        name: 'Jeanne Lebrun',
        email: 'jeanne@exemple.fr',
        locale: 'fr',
      },
    ]);
  });

  it('R38 without signature, name or a readable address nothing is published, and what was typed stays', async () => {
    const before = (await lastIdea()).number;
    await enter(ambassador, { consent: '', name: '', email: 'jeanne@', 'day-year': '2126' });
    expect(ambassador.client.status).toBe(422);
    for (const words of [
      'Sans la signature de la personne',
      'Écrivez le nom de la personne',
      'ne se lit pas',
      'pas encore arrivée',
      'Des bancs à l’ombre',
      '3 rue des Fossés',
    ])
      expect(ambassador.client.html).toContain(words);
    await enter(ambassador, { title: '' });
    expect(ambassador.client.status).toBe(422);
    expect((await lastIdea()).number).toBe(before);
  });

  it('R75 one mailbox has no more ideas on paper than with an account', async () => {
    for (let sent = 0; sent < 2; sent++) await enter(officer, { email: 'trop@exemple.fr' });
    expect(officer.client.status).toBe(200);
    await enter(officer, { email: 'TROP+3@exemple.fr' });
    expect(officer.client.html).toContain('déjà 2 idées');
  });

  it('W7 the scan of the sheet is cleaned, and seen by officers only', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await enter(ambassador, { sheet: new File([png], 'feuille.png', { type: 'image/png' }) });
    const idea = await lastIdea();
    const path = urls.originFile({ ...at(), idea: `${idea.number}` });
    const answer = await officer.client.send(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await ambassador.client.send(path)).status).toBe(403);
    const before = idea.number;
    await enter(ambassador, {
      sheet: new File(['<svg onload="x"/>'], 'feuille.png', { type: 'image/png' }),
    });
    expect(ambassador.client.html).toContain('Ce fichier ne peut pas être gardé');
    expect((await lastIdea()).number).toBe(before);
  });

  it('officers still enter for fourteen days what was received in time; ambassadors no longer', async () => {
    site.travel('10 days');
    await enter(ambassador);
    expect(ambassador.client.html).toContain('n’est pas ouvert');
    await enter(officer);
    expect(officer.client.html).toContain('L’idée est publiée.');
    site.travel('25 days');
    await enter(officer);
    expect(officer.client.html).toContain('n’est pas ouvert');
    site.travel(null);
  });
});

describe('a workshop', () => {
  it('R40 several ideas come out of one event, signed by it', async () => {
    const { client } = ambassador;
    await client.get(urls.collectWorkshops(at()));
    await client.post(urls.collectWorkshops(at()), { title: '', participants: 'dix' });
    expect(client.html).toContain('Donnez un nom à l’atelier');
    await client.post(urls.collectWorkshops(at()), {
      title: 'Maison de quartier',
      'day-day': '12',
      'day-month': '11',
      'day-year': '2026',
      place: 'Les Blossières',
      participants: '14',
      notes: '',
    });
    const path = client.path;
    for (const title of ['Un four à pain', 'Une scène de plein air'])
      await client.post(path, {
        title,
        category: 'culture',
        body: 'Pour la fête du quartier.',
        lang: 'fr',
      });
    expect(client.html).toContain('Idées saisies (2)');
    const idea = await lastIdea();
    expect(idea).toMatchObject({
      channel: 'workshop',
      authorNickname: expect.stringContaining('Maison de quartier'),
    });
    expect(await listHolders(site.db, site.organisationId, [idea.id])).toEqual([]);
  });
});

describe('outreach', () => {
  it('R38 meetings are recorded: an ambassador sees theirs, officers all, with their count', async () => {
    const other = await makePerson(site, { roles: ['relay'], factorProven: false });
    const met = { 'day-day': '15', 'day-month': '11', 'day-year': '2026', people: '40', notes: '' };
    await ambassador.client.get(urls.collectOutreach(at()));
    await ambassador.client.post(urls.collectOutreach(at()), { ...met, place: '', people: 'x' });
    expect(ambassador.client.html).toContain('Indiquez le lieu');
    await ambassador.client.post(urls.collectOutreach(at()), { ...met, place: 'Marché' });
    await other.client.get(urls.collectOutreach(at()));
    expect(other.client.html).not.toContain('Marché');
    await other.client.post(urls.collectOutreach(at()), { ...met, place: 'Gare' });
    await officer.client.get(urls.collectOutreach(at()));
    for (const place of ['Marché', 'Gare']) expect(officer.client.html).toContain(place);
    await officer.client.get(urls.collectEdition(at()));
    expect(officer.client.html).toContain('2 rencontres, 80 personnes');
  });

  it('W3 R33 the role of another edition opens nothing here', async () => {
    const elsewhere = await makeEdition(site);
    for (const path of [urls.collectEdition, urls.collectPaper, urls.collectOutreach])
      expect((await ambassador.client.send(path({ edition: elsewhere.slug }))).status).toBe(404);
    const resident = await makePerson(site);
    expect((await resident.client.send(urls.collectPaper(at()))).status).toBe(403);
  });
});
