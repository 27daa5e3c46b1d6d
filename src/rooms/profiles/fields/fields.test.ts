import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn } from '../../../../tests/make/mails.ts';
import {
  type MadePerson,
  makePerson,
  PASSWORD,
  signUp,
  someone,
} from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { addField, listFields } from './field.store.ts';
import { countFigures, listFigures } from './figure.store.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'] });
});
afterAll(() => site.close());

const fields = () => listFields(site.db, site.organisationId);
const asked = async () => (await fields()).filter(({ closedAt }) => !closedAt);
const answers = () => site.db.selectFrom('profile_answer').selectAll().execute();
const name = ({ id }: { id: string }) => `champ-${id}`;

const NEW = {
  formulaire: '',
  forme: 'choice',
  question: 'Aimez-vous les platanes ?',
  'question-en': 'Do you like plane trees?',
  reponses: 'Oui\nNon',
  'reponses-en': 'Yes\nNo',
  seuils: '',
};

async function ask(question: string, choices = ['Oui', 'Non']) {
  const id = randomUUID();
  const texts = { question, questionEn: '', choices, choicesEn: [], bounds: [] };
  const act = { organisationId: site.organisationId, by: admin.id };
  await addField(site.db, act, id, { ...texts, kind: 'choice' });
  return (await fields()).find((field) => field.id === id)!;
}

describe('R95 R106 what administrators ask', () => {
  it('R95 a question is added from a preset, moved, closed; W14 sent twice it is one', async () => {
    const { client } = admin;
    await client.get(urls.profileFields({ modele: 'age' }));
    expect(client.main).toContain('15, 25, 40, 55, 70');
    await client.get(urls.profileFields({ modele: 'nationalite' }));
    expect(client.main).toContain('Allemagne');
    expect(client.main).toContain('Germany');
    const form = { ...NEW, formulaire: randomUUID() };
    await client.post(urls.profileFields(), form);
    await client.post(urls.profileFields(), form);
    const bands = {
      ...NEW,
      formulaire: randomUUID(),
      forme: 'band',
      question: 'Âge',
      seuils: '15, 25',
    };
    await client.post(urls.profileFields(), bands);
    expect((await asked()).map(({ question }) => question)).toEqual([NEW.question, 'Âge']);
    expect(client.main).toContain('moins de 15 · de 15 à 24 · 25 et plus');
    const [first, second] = await asked();
    await client.post(urls.moveProfileField({ field: second!.id }), { sens: 'haut' });
    expect((await asked()).map(({ id }) => id)).toEqual([second!.id, first!.id]);
    for (const { id } of [first!, second!])
      await client.post(urls.closeProfileField({ field: id }));
    expect(await asked()).toEqual([]);
    await client.get(urls.adminJournal());
    expect(client.main).toContain('Question de profil fermée');
  });

  it.each([
    [{ question: '' }, 'Écrivez la question.'],
    [{ reponses: 'Oui' }, 'au moins deux réponses'],
    [{ reponses: 'Oui\noui' }, 'sont les mêmes'],
    [{ 'reponses-en': 'Yes' }, 'autant de réponses en anglais'],
    [{ forme: 'band', seuils: '15, douze' }, 'nombres entiers'],
    [{ forme: 'band', seuils: '25, 15' }, 'du plus petit au plus grand'],
  ])('W1 %j is refused beside its field, and nothing typed is lost', async (wrong, words) => {
    const typed = { ...NEW, question: 'Une <b>autre</b> ?', ...wrong };
    await admin.client.post(urls.profileFields(), typed);
    expect(admin.client.status).toBe(422);
    expect(admin.client.main).toContain(words);
    if (typed.question) expect(admin.client.main).toContain('Une &lt;b>autre&lt;/b> ?');
  });

  it('W3 nobody but an administrator of the organisation reads or changes them', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const field = await ask('À qui ?');
    expect((await officer.client.send(urls.profileFields())).status).toBe(403);
    expect((await officer.client.send(urls.profileFigures())).status).toBe(403);
    expect(
      (await officer.client.send(urls.closeProfileField({ field: field.id }), {})).status,
    ).toBe(403);
    const unknown = urls.closeProfileField({ field: randomUUID() });
    expect((await admin.client.send(unknown, {})).status).toBe(404);
    await admin.client.post(urls.closeProfileField({ field: field.id }));
  });
});

describe('R95 R106 what people answer', () => {
  it('R95 a sign-up ends without a page more where nothing is asked, and may skip what is', async () => {
    const without = site.visitor();
    const [first] = await signUp(site, without, someone(), urls.charter());
    await without.post(linkIn(first!));
    expect(without.path).toBe(urls.charter());

    const field = await ask('Vous êtes');
    const client = site.visitor();
    const [mail] = await signUp(site, client, someone(), urls.charter());
    await client.post(linkIn(mail!));
    expect(client.path).toBe(urls.ownProfile({ vers: urls.charter() }));
    expect(client.html).toContain('Votre compte est confirmé');
    expect(client.main).toContain('Je ne souhaite pas répondre');
    expect(client.main).not.toContain(' checked');
    expect(client.main).toContain(`href="${urls.charter()}"`);
    // nothing chosen is an answer too
    await client.post(urls.ownProfile({ vers: urls.charter() }));
    expect(client.path).toBe(urls.charter());
    expect(await answers()).toEqual([]);
    expect((await client.send(urls.ownProfile({ vers: '//ailleurs.example' }), {})).status).toBe(
      303,
    );
    await admin.client.post(urls.closeProfileField({ field: field.id }));
  });

  it('R106 R91 answers are kept apart: no person, no fact; shown, exported, changed, erased with the account', async () => {
    const field = await ask('Avez-vous déjà participé ?');
    const { client, id } = await makePerson(site, { password: PASSWORD });
    const facts = () => site.db.selectFrom('fact').select('kind').execute();
    const before = (await facts()).length;
    await client.post(urls.ownProfile(), { [name(field)]: '2' });
    await client.post(urls.ownProfile(), { [name(field)]: '1' });
    const [kept] = await answers();
    expect(await answers()).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(id);
    expect(kept).toMatchObject({ field_id: field.id, choice: 1 });
    expect(await facts()).toHaveLength(before);
    expect((await client.get(urls.ownProfile())).main).toMatch(/value="1"[^>]* checked/);
    await client.post(urls.ownProfile(), { [name(field)]: 'refus' });
    expect((await answers())[0]).toMatchObject({ choice: 0 });

    const zip = await client.send(urls.ownDataExport(), { 'mot-de-passe-actuel': PASSWORD });
    const everything = strFromU8(
      unzipSync(new Uint8Array(await zip.arrayBuffer()))['everything.json']!,
    );
    const { sections } = JSON.parse(everything) as { sections: { key: string; rows: unknown[] }[] };
    expect(sections.find(({ key }) => key === 'profile-answers')!.rows).toMatchObject([
      { question: 'Avez-vous déjà participé ?', declined: true },
    ]);

    await client.post(urls.eraseOwnProfile());
    expect(await answers()).toEqual([]);
    await client.post(urls.ownProfile(), { [name(field)]: '1' });
    await client.post(urls.ownDataErasure(), {
      'mot-de-passe-actuel': PASSWORD,
      confirmation: 'effacer',
    });
    expect(client.path).toBe(urls.home());
    expect(await answers()).toEqual([]);
    await admin.client.post(urls.closeProfileField({ field: field.id }));
  });

  it('W1 an answer that is none of the list is refused beside its question', async () => {
    const field = await ask('Laquelle ?');
    const { client } = await makePerson(site);
    for (const wrong of ['3', '-1', 'oui', '01']) {
      await client.post(urls.ownProfile(), { [name(field)]: wrong });
      expect(client.status).toBe(422);
      expect(client.main).toContain('Choisissez une réponse de la liste');
    }
    expect(await answers()).toEqual([]);
    await admin.client.post(urls.closeProfileField({ field: field.id }));
  });
});

describe('R95 statistics', () => {
  it('R95 tell of five people and more, by page and by file', async () => {
    const field = await ask('=Combien ?', ['Peu', 'Beaucoup']);
    const people: MadePerson[] = [];
    for (let at = 0; at < 8; at += 1) people.push(await makePerson(site));
    const answer = (at: number, choice: string) =>
      people[at]!.client.post(urls.ownProfile(), { [name(field)]: choice });
    for (let at = 0; at < 4; at += 1) await answer(at, '1');
    for (let at = 4; at < 8; at += 1) await answer(at, '2');
    const { client } = admin;
    await countFigures(site.db, site.organisationId);
    await client.get(urls.profileFigures());
    expect(client.main).toContain('Moins de cinq personnes pour chaque réponse');
    // somebody changes their mind: five and three
    await answer(4, '1');
    await countFigures(site.db, site.organisationId);
    const told = (await listFigures(site.db, site.organisationId)).filter((one) => one.people > 0);
    expect(told).toEqual([{ fieldId: field.id, choice: 1, people: 5 }]);
    await client.get(urls.profileFigures());
    expect(client.main).toContain('moins de 5');
    const file = await client.send(urls.profileFiguresCsv());
    expect(await file.text()).toContain(`'=Combien ?;Peu;5\r\n'=Combien ?;Beaucoup;moins de 5`);
    await expect(
      site.db.updateTable('profile_figure').set({ people: 4 }).execute(),
    ).rejects.toThrow('profile_figure_five_at_least');
    const { rows } = await site.pool.query(
      `select 1 from graphile_worker.jobs where key like 'count-profile-answers:%' and run_at > now()`,
    );
    expect(rows).toHaveLength(1);
  });
});
