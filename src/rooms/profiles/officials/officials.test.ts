import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '../../../../tests/make/comments.ts';
import { addressIn, makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { enrolPerson } from '../../identity/index.ts';
import { giveLabel, listLabelsOf, listOfficials } from './official.store.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'] });
});
afterAll(() => site.close());

const give = (surnom: string, intitule: string) =>
  admin.client.post(urls.officialAccounts(), { surnom, intitule });
const officials = (id: string) => listOfficials(site.db, site.organisationId, [id]);

describe('R136 official accounts', () => {
  it('R136 W14 a label is given once, shown beside the name, taken back, and its history stays', async () => {
    const person = await makePerson(site, { nickname: 'Voix de l’énergie' });
    const edition = await makeEdition(site, { phase: 'collection' });
    await give(person.nickname, 'Commission Énergie');
    await give(person.nickname, 'Commission Énergie');
    const idea = await makeIdea(site, edition, { authorId: person.id, title: 'Des panneaux' });
    expect(await site.db.selectFrom('official_account').select('id').execute()).toHaveLength(1);
    const reader = site.visitor();
    const badge = 'Officiel : Commission Énergie';
    const plain = () => reader.main.replaceAll('\u00a0', ' ');
    await reader.get(addressIn(edition, 'idees'));
    expect(plain()).toContain(badge);
    await reader.get(addressIn(edition, `idees/${idea.number}`));
    expect(plain()).toContain(badge);
    expect(reader.main).toContain(`href="${urls.publicProfile({ person: person.nickname })}"`);
    await reader.get(urls.publicProfile({ person: person.nickname }));
    expect(plain()).toContain(badge);

    await give(person.nickname, 'Ville de Fleury');
    expect(admin.client.status).toBe(422);
    expect(admin.client.main).toContain('retirez-le d’abord');
    const end = /\/administration\/comptes-officiels\/[0-9a-f-]+\/retirer/.exec(admin.client.main)!;
    await admin.client.post(end[0]);
    await admin.client.post(end[0]);
    expect((await officials(person.id)).size).toBe(0);
    expect(admin.client.main).toContain('Intitulés retirés');
    expect(admin.client.main).toContain('Commission Énergie');
    const { rows } = await site.pool.query(
      `select kind from fact where kind like 'official-account.%' order by kind`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'official-account.given',
      'official-account.taken-back',
    ]);
  });

  it('R100 R101 R136 what was published keeps the label of its day: not gained backwards, not lost afterwards', async () => {
    const person = await makePerson(site, { nickname: 'Voix des transports' });
    const edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 5 });
    const deposit = (title: string) => makeIdea(site, edition, { authorId: person.id, title });
    const other = await makeIdea(site, edition);
    const before = await deposit('Avant');
    const said = [await makeComment(site, other, { authorId: person.id, body: 'Dit avant' })];
    await give(person.nickname, 'Commission Transports');
    const during = await deposit('Pendant');
    said.push(await makeComment(site, other, { authorId: person.id, body: 'Dit pendant' }));
    await admin.client.get(urls.officialAccounts());
    const end = /\/administration\/comptes-officiels\/[0-9a-f-]+\/retirer/.exec(admin.client.main)!;
    await admin.client.post(end[0]);
    const after = await deposit('Après');
    said.push(await makeComment(site, other, { authorId: person.id, body: 'Dit après' }));
    await give(person.nickname, 'Commission Mobilités');

    const badges = async (path: string) =>
      (await site.visitor().get(path)).main.match(/Officiel[^<]*Commission [^<]*/g) ?? [];
    for (const [idea, count] of [
      [before, 0],
      [during, 1],
      [after, 0],
    ] as const) {
      const shown = await badges(addressIn(edition, `idees/${idea.number}`));
      expect(shown, idea.title).toHaveLength(count);
      expect(shown.join()).not.toContain('Mobilités');
    }
    expect(await badges(addressIn(edition, 'idees'))).toHaveLength(1);
    expect(await badges(addressIn(edition, `idees/${other.number}`))).toHaveLength(1);
    const labels = await listLabelsOf(site.db, site.organisationId, said);
    expect([...labels]).toEqual([[said[1]!.id, 'Commission Transports']]);
  });

  it('W12 a label never reads like a nickname, nor a nickname like a label', async () => {
    const person = await makePerson(site, { nickname: 'Porte-parole' });
    await makePerson(site, { nickname: 'Ville dе Flеury' });
    await give(person.nickname, 'VILLE de Fleury');
    expect(admin.client.status).toBe(422);
    expect(admin.client.main).toContain('qui se lit de même');
    await give(person.nickname, 'Commission Eau');
    const enrolled = await enrolPerson(site.db, {
      organisationId: site.organisationId,
      organisationName: 'Fleury',
      name: 'Camille Durand',
      nickname: 'Cоmmission eau',
      email: 'eau@exemple.fr',
    });
    expect(enrolled).toMatchObject({ ok: false, refusals: { nickname: 'nickname-taken' } });
  });

  it('W12 of a sign-up and a label under the same name at the same moment, one alone goes through', async () => {
    for (let round = 0; round < 4; round += 1) {
      const name = `Collectif ${randomUUID().slice(0, 8)}`;
      const person = await makePerson(site);
      const act = { organisationId: site.organisationId, by: admin.id };
      const [given, enrolled] = await Promise.all([
        giveLabel(site.db, act, person.id, name),
        enrolPerson(site.db, {
          organisationId: site.organisationId,
          organisationName: 'Fleury',
          name: 'Camille Durand',
          nickname: name,
          email: `${randomUUID()}@exemple.fr`,
        }),
      ]);
      expect([given.ok, enrolled.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  it.each([
    ['', 'Écrivez l’intitulé'],
    ['<b>Ville</b>', 'ponctuation simple'],
    ['V'.repeat(81), '80 caractères'],
  ])('W1 the label %j is refused beside its field', async (label, words) => {
    const person = await makePerson(site);
    await give(person.nickname, label);
    expect(admin.client.status).toBe(422);
    expect(admin.client.main).toContain(words);
    await give('Personne ici', 'Commission Transports');
    expect(admin.client.main).toContain('Aucun compte public');
  });

  it('W3 administrators alone give and take back', async () => {
    const { client } = await makePerson(site, { roles: ['officer'] });
    expect((await client.send(urls.officialAccounts(), { surnom: 'x' })).status).toBe(403);
    const unknown = urls.endOfficialAccount({ account: randomUUID() });
    expect((await client.send(unknown, {})).status).toBe(403);
    expect((await admin.client.send(unknown, {})).status).toBe(404);
  });
});
