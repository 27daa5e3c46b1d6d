import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceSteps } from '../../../tests/make/announcements.ts';
import { listFactsAbout, makeEdition } from '../../../tests/make/editions.ts';
import { onlyLettersOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { listFields } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
let list: string;
let form: string;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  edition = await makeEdition(site, { title: 'Budget 2027', open: false });
  list = urls.adminMails({ edition: edition.slug });
  form = wordsOf('ouverture-de-la-collecte');
});
afterAll(() => site.close());

const wordsOf = (moment: string, slug = edition.slug) =>
  urls.adminMailWords({ edition: slug, moment });
const trialOf = (moment: string) => urls.adminMailTrial({ edition: edition.slug, moment });
/** The form as the page filled it, with what is typed over it. */
async function fill(path: string, typed: Record<string, string>) {
  await officer.client.get(path);
  return {
    ...listFields(officer.client.html, path),
    'fr-paragraph': '',
    'en-paragraph': '',
    ...typed,
  };
}
const save = async (path: string, typed: Record<string, string>) =>
  officer.client.post(path, await fill(path, typed));

describe('the mails of an edition', () => {
  it('are all listed with when, to whom and their text, those of other rooms too', async () => {
    await officer.client.get(list);
    const { main } = officer.client;
    for (const words of [
      'La collecte s’ouvre',
      'les personnes qui ont demandé à suivre les étapes',
      'Déposez votre idée : Budget 2027',
      'Accusé de dépôt d’une idée',
      'Proposition de réunir des idées',
      'La décision sur une idée',
      'Rappel de vote',
      urls.depositStart({ edition: edition.slug }),
      urls.adminDecisionWords({ edition: edition.slug }),
    ])
      expect(main.replaceAll('\u202f', ' ')).toContain(words);
    await officer.client.get(urls.adminEdition({ edition: edition.slug }));
    expect(officer.client.main).toContain(`href="${list}"`);
  });

  it('are seen before they are saved, in both languages, as their reader sees them', async () => {
    await save(form, {
      'en-subject': 'Ideas wanted',
      'fr-paragraph': 'Une réunion a lieu le 3.',
      act: 'preview',
    });
    const { main } = officer.client;
    expect(officer.client.status).toBe(200);
    expect(main).toContain('Rien n’est encore enregistré');
    expect(main).toContain('Ideas wanted');
    expect(main).toMatch(/<p>Une réunion a lieu le 3\.<\/p>/);
    expect(main).toMatch(/Ne plus recevoir ces courriels[\s\S]*\/courriels\/calendar\./);
    await officer.client.get(form);
    expect(officer.client.main).not.toContain('Ideas wanted');
  });

  it('W13 a subject of two lines or too long is refused beside its field, and what was typed stays', async () => {
    await save(form, {
      'fr-subject': 'x'.repeat(121),
      'en-subject': 'Good',
      'fr-paragraph': 'y'.repeat(1501),
    });
    const { client } = officer;
    expect(client.status).toBe(422);
    expect(client.main).toContain('120 caractères au plus');
    expect(client.main).toMatch(/1.?500 caractères au plus/);
    expect(client.main).toContain('value="Good"');
    await save(form, { 'fr-subject': 'Déposez\nBcc: x@exemple.fr' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('L’objet tient sur une seule ligne');
    await client.get(form);
    expect(client.main).not.toContain('Good');
  });

  it('two officers at once: the second is refused, shown both, and loses nothing', async () => {
    const other = await makePerson(site, { roles: ['officer'] });
    const mine = await fill(form, { 'fr-subject': 'Mon objet' });
    await other.client.get(form);
    await other.client.post(form, {
      ...listFields(other.client.html, form),
      'fr-subject': 'Le sien',
      'fr-paragraph': '',
      'en-paragraph': '',
    });
    expect(other.client.main).toContain('value="Le sien"');
    await officer.client.post(form, mine);
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('value="Mon objet"');
    expect(officer.client.main).toContain('Le sien');
    // read, and sent again on purpose
    await officer.client.post(form, {
      ...listFields(officer.client.html, form),
      'fr-paragraph': '',
      'en-paragraph': '',
    });
    expect(officer.client.status).toBe(200);
    expect(officer.client.main).toContain('value="Mon objet"');
    const facts = await listFactsAbout(site, edition.id);
    expect(facts.filter(({ kind }) => kind === 'announcement.words-changed')).toHaveLength(2);
  });

  it('a trial goes to whoever asks for it, in the language asked, and can be followed', async () => {
    await site.runJobs();
    const before = site.mails.length;
    await officer.client.post(trialOf('ouverture-de-la-collecte'), { langue: 'en' });
    expect(officer.client.main.length).toBeGreaterThan(0);
    await officer.client.post(trialOf('ouverture-de-la-collecte'), { langue: 'fr' });
    await site.runJobs();
    const sent = site.mails.slice(before);
    expect(sent.map(({ to }) => to)).toEqual([officer.email, officer.email]);
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      '[Essai] Mon objet',
      '[Trial] Deposit your idea: Budget 2027',
    ]);
    await officer.client.get(urls.adminLetters());
    expect(officer.client.main).toContain('[Essai] Mon objet');
  });

  it('leave with the office’s words; a silent one goes to the office only', async () => {
    const asker = await makePerson(site);
    await asker.client.post(urls.accountLetters(), onlyLettersOf('calendar'));
    const silent = await makeEdition(site, { title: 'Budget muet' });
    await save(wordsOf('ouverture-de-la-collecte', silent.slug), { silence: 'oui' });
    const open = await makeEdition(site, { title: 'Budget parlant' });
    await save(wordsOf('ouverture-de-la-collecte', open.slug), {
      'fr-subject': 'À vos idées',
      'fr-paragraph': 'Première réunion le 3 mars.',
    });
    await announceSteps(site);
    const received = site.mails.filter(({ to }) => to === asker.email);
    expect(received.map(({ subject }) => subject)).toEqual(['À vos idées']);
    expect(received[0]!.text).toContain('\n\nPremière réunion le 3 mars.\n\n');
    expect(
      site.mails.filter(({ to, text }) => to === officer.email && text.includes('Budget muet')),
    ).toHaveLength(1);
    await officer.client.get(urls.adminJournal());
    expect(officer.client.main).toMatch(/La collecte s’ouvre/);
  });

  it('W3 belong to officers of their organisation, and to moments that there are', async () => {
    const resident = await makePerson(site);
    expect((await resident.client.send(list)).status).toBe(403);
    expect((await resident.client.send(form, { 'fr-subject': 'x' })).status).toBe(403);
    const other = { id: '', name: 'Ailleurs', host: 'ailleurs.localhost' };
    other.id = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: other.name,
      host: other.host,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Je participe.',
    });
    const stranger = await makePerson(site, { roles: ['officer'], organisation: other });
    for (const path of [list, form]) expect((await stranger.client.send(path)).status).toBe(404);
    const trial = trialOf('ouverture-de-la-collecte');
    expect((await stranger.client.send(trial, { langue: 'fr' })).status).toBe(404);
    for (const moment of ['rien', 'fin-du-vote', '__proto__'])
      expect((await officer.client.send(wordsOf(moment))).status).toBe(404);
  });
});
