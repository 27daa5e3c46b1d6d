import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { listAgents } from '../../identity/index.ts';
import { insertOrganisation, listDepartments } from '../../organisations/index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const named = async (name: string) =>
  (await listDepartments(site.db, site.organisationId, { closed: true })).find(
    (one) => one.name === name,
  );
const markIn = (html: string) => /name="mark" value="([^"]+)"/.exec(html)![1]!;

describe('R32 R36 the services of a town', () => {
  it('teaches on the first day, then warns of a service without a referent', async () => {
    const { client } = officer;
    await client.get(urls.adminDepartments());
    expect(client.main).toContain('Aucun service pour le moment');
    await client.post(urls.adminNewDepartment(), { intitule: ' Voirie  et réseaux ', adresse: '' });
    expect(client.main).toContain('Aucun·e référent·e');
    expect(await named('Voirie et réseaux')).toMatchObject({ email: '', closedAt: null });
    await client.get(urls.adminDepartments());
    expect(client.main).toContain('1 service n’a pas de référent·e');
  });

  it('refuses in words: no name, a name that is taken, an address that is none', async () => {
    const { client } = officer;
    await makeDepartment(site, { name: 'Piscine' });
    await client.post(urls.adminNewDepartment(), { intitule: '', adresse: '' });
    expect(client.main).toContain('Donnez un nom');
    await client.post(urls.adminNewDepartment(), { intitule: 'PISCINE', adresse: '' });
    expect(client.main).toContain('porte déjà ce nom');
    await client.post(urls.adminNewDepartment(), { intitule: 'Golf', adresse: 'golf' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('value="Golf"');
  });

  it('has agents with and without an account; one of them is the referent', async () => {
    const { client } = officer;
    const { id } = await makeDepartment(site, { name: 'Bâtiments' });
    const at = { department: id };
    const known = await makePerson(site, { name: 'Malik Robin' });
    const mails = await mailsOf(site, async () => {
      await client.post(urls.adminAddAgent(at), { courriel: known.email, referent: 'oui' });
      await client.post(urls.adminAddAgent(at), { courriel: 'futur@exemple.fr', nom: 'Futur' });
    });
    expect(mails).toHaveLength(2);
    expect(client.main).toContain('Malik Robin');
    expect(client.main).toContain('Invitation envoyée');
    expect(client.main).not.toContain('Aucun·e référent·e');
    expect(await listAgents(site.db, site.organisationId, [id])).toMatchObject([
      { personId: known.id, isReferent: true },
    ]);
    await client.post(urls.adminAddAgent(at), { courriel: known.email });
    expect(client.main).toContain('travaille déjà dans ce service');
    const { rows } = await site.pool.query('select id from role_grant where person_id = $1', [
      known.id,
    ]);
    const agent = { ...at, grant: rows[0].id };
    await client.post(urls.adminReferent(agent), { referent: 'non' });
    expect(client.main).toContain('Aucun·e référent·e');
    await client.post(urls.adminRemoveAgent(agent));
    expect(await listAgents(site.db, site.organisationId, [id])).toEqual([]);
  });

  it('W3 from a service no other role is reached, nor another service’s agent', async () => {
    const [own, other] = [await makeDepartment(site), await makeDepartment(site)];
    const agent = await makePerson(site, { roles: ['agent'], departmentId: other.id });
    const admin = await makePerson(site, { roles: ['administrator'] });
    const { rows } = await site.pool.query(
      'select id from role_grant where person_id = any($1::uuid[])',
      [[agent.id, admin.id]],
    );
    for (const { id } of rows) {
      const at = { department: own.id, grant: id };
      expect((await officer.client.send(urls.adminRemoveAgent(at), {})).status).toBe(404);
      expect((await officer.client.send(urls.adminReferent(at), {})).status).toBe(404);
    }
  });

  it('two officers on one service: neither loses work', async () => {
    const { id } = await makeDepartment(site, { name: 'Culture' });
    const at = { department: id };
    const other = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.adminDepartment(at));
    const mark = markIn(officer.client.html);
    await officer.client.post(urls.adminDepartment(at), {
      mark,
      intitule: 'Culture',
      adresse: 'culture@fleury.example',
    });
    await other.client.post(urls.adminDepartment(at), {
      mark,
      intitule: 'Culture et patrimoine',
      adresse: '',
    });
    expect(other.client.status).toBe(409);
    expect(other.client.main).toContain('value="Culture et patrimoine"');
    expect(other.client.main).toContain('Enregistré entre-temps : culture@fleury.example');
    expect((await named('Culture'))?.email).toBe('culture@fleury.example');
    // having seen both, the second decides
    await other.client.post(urls.adminDepartment(at), {
      mark: markIn(other.client.html),
      intitule: 'Culture et patrimoine',
      adresse: 'culture@fleury.example',
    });
    expect(await named('Culture et patrimoine')).toMatchObject({ email: 'culture@fleury.example' });
  });

  it('closed, it keeps what it was and takes nobody; reopened, unless its name was taken', async () => {
    const { client } = officer;
    const { id } = await makeDepartment(site, { name: 'Fêtes' });
    const at = { department: id };
    await makePerson(site, { roles: ['agent'], departmentId: id, name: 'Reste Là' });
    await client.post(urls.adminCloseDepartment(at));
    expect(client.main).not.toContain('Fêtes</bdi>');
    await client.get(urls.adminDepartment(at));
    expect(client.main).toContain('Reste Là');
    expect((await client.send(urls.adminAddAgent(at), { courriel: 'x@exemple.fr' })).status).toBe(
      404,
    );
    const twin = await makeDepartment(site, { name: 'Fêtes' });
    await client.post(urls.adminReopenDepartment(at));
    expect(client.status).toBe(422);
    await client.post(urls.adminCloseDepartment({ department: twin.id }));
    await client.post(urls.adminReopenDepartment(at));
    expect((await named('Fêtes')) && client.status).toBe(200);
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a rouvert le service « Fêtes »');
  });

  it('W3 a service of another organisation is not there', async () => {
    const organisationId = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const theirs = await makeDepartment(site, { organisation: { id: organisationId } });
    const at = { department: theirs.id };
    for (const path of [urls.adminDepartment(at), urls.adminCloseDepartment(at)])
      expect((await officer.client.send(path, {})).status).toBe(404);
    expect((await officer.client.send(urls.adminDepartment(at))).status).toBe(404);
    expect(
      (await officer.client.send(urls.adminDepartment({ department: "x' or 1" }))).status,
    ).toBe(404);
  });
});

describe('R36 services and agents from a table', () => {
  const send = (text: string | Uint8Array) =>
    officer.client.post(urls.adminImportDepartments(), {
      lignes: '',
      fichier: new File([text as BlobPart], 'services.csv', { type: 'text/csv' }),
    });

  it('declares what is missing, invites who has no account, and tells of each odd line', async () => {
    const mails = await mailsOf(site, () =>
      send(
        [
          'Service;Courriel;Agent;Nom;Référent',
          'Éclairage;eclairage@fleury.example;lea@exemple.fr;Léa;oui',
          'Éclairage;;max@exemple.fr;Max;non',
          'Propreté;;;;',
          'Propreté;;zoe@exemple.fr;Zoé;peut-être',
          'Propreté;proprete;ana@exemple.fr;;',
          ';x@exemple.fr;y@exemple.fr;;',
          'Éclairage;autre@fleury.example;;;',
          'Propreté;;;Sans adresse;oui',
        ].join('\n'),
      ),
    );
    const { main, status } = officer.client;
    expect(status).toBe(422);
    expect(main).toContain('2 services déclarés');
    expect(main).toContain('2 invitations envoyées');
    expect(main).toContain('5 lignes à corriger');
    expect(main).toContain('a déjà l’adresse eclairage@fleury.example');
    expect(mails.map(({ to }) => to).sort()).toEqual(['lea@exemple.fr', 'max@exemple.fr']);
    expect(await named('Éclairage')).toMatchObject({ email: 'eclairage@fleury.example' });
  });

  it('W8 reads what older spreadsheets write, and sent twice doubles nothing', async () => {
    const table = Buffer.from('Forêt;;bois@exemple.fr;Aimé;oui\r\n', 'latin1');
    await send(table);
    expect(officer.client.status).toBe(200);
    expect(await named('Forêt')).toBeTruthy();
    await send(table);
    expect(officer.client.main).toContain('0 service déclaré');
    expect(
      (await listDepartments(site.db, site.organisationId)).filter(({ name }) => name === 'Forêt'),
    ).toHaveLength(1);
  });

  it('W7 W8 refuses nothing, too many lines and too large a file in words', async () => {
    await send('');
    expect(officer.client.main).toContain('Collez au moins une ligne');
    await send('x;y\n'.repeat(501));
    expect(officer.client.main).toContain('Au plus 500 lignes');
    await send('x'.repeat(600_000));
    expect(officer.client.main).toContain('trop lourd');
  });
});
