import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeDecided } from '../../../../tests/make/decisions.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { makeProjects } from '../../../../tests/make/poll.ts';
import { makeOpinion } from '../../../../tests/make/studies.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { countOpinions, listCosts, listSheets } from '../index.ts';

let site: TestSite;
let edition: Edition;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());

const addressOf = (idea: Idea) => urls.adminStudyIdea({ edition: edition.slug, idea: idea.number });
const EMPTY = {
  version: '1',
  admissible: '',
  admissibilityNote: '',
  capitalCost: '',
  yearlyCost: '',
  delayMonths: '',
};
/** What a page says, every space alike. */
const wordsOf = ({ client }: MadePerson) => client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (more: Partial<typeof EMPTY>) => ({ ...EMPTY, ...more });

describe('the file of an idea', () => {
  it('R42 the officer reads the idea with its holder, says whether it is admissible and what it costs', async () => {
    const author = await makePerson(site, { name: 'Odile Martin' });
    const idea = await makeIdea(site, edition, { title: 'Un verger', authorId: author.id });
    const { client } = officer;
    await client.get(addressOf(idea));
    expect(wordsOf(officer).includes('Odile Martin')).toBe(true);
    expect(wordsOf(officer).includes('Aucun avis demandé')).toBe(true);
    await client.post(
      addressOf(idea),
      said({
        admissible: 'yes',
        capitalCost: '12 500,50 €',
        yearlyCost: '800',
        delayMonths: '1 an',
      }),
    );
    expect(client.status).toBe(200);
    expect(client.html).toContain('Le dossier est enregistré.');
    expect(wordsOf(officer).includes('12 500,50 €')).toBe(true);
    expect(wordsOf(officer).includes('800 € par an')).toBe(true);
    expect(wordsOf(officer).includes('12 mois')).toBe(true);
    expect(wordsOf(officer).includes('Enregistré par Agathe')).toBe(true);
    expect((await listCosts(site.db, site.organisationId, [idea.id])).get(idea.id)).toEqual({
      capitalCost: 1_250_050,
      yearlyCost: 80_000,
      delayMonths: 12,
    });
    const facts = await listFactsAbout(site, idea.id);
    expect(facts.map(({ kind }) => kind)).toEqual(['idea.submitted', 'study.saved']);
    // the same again is no saving
    await client.post(
      addressOf(idea),
      said({
        version: '2',
        admissible: 'yes',
        capitalCost: '12500,50',
        yearlyCost: '800',
        delayMonths: '12',
      }),
    );
    expect(await listFactsAbout(site, idea.id)).toHaveLength(2);
  });

  it('R42 what cannot be read is said beside its field, and nothing typed is lost', async () => {
    const idea = await makeIdea(site, edition);
    const { client } = officer;
    await client.post(
      addressOf(idea),
      said({
        capitalCost: 'cher',
        yearlyCost: '-3',
        delayMonths: 'bientôt',
        admissibilityNote: 'À voir',
      }),
    );
    expect(client.status).toBe(422);
    expect(wordsOf(officer).includes('Un montant en euros')).toBe(true);
    expect(wordsOf(officer).includes('Un montant ne peut pas être négatif')).toBe(true);
    expect(wordsOf(officer).includes('Un nombre de mois')).toBe(true);
    for (const typed of ['cher', '-3', 'bientôt', 'À voir']) expect(client.main).toContain(typed);
    await client.post(addressOf(idea), said({ admissible: 'no' }));
    expect(client.status).toBe(422);
    expect(wordsOf(officer).includes('Dites pourquoi l’idée n’est pas recevable')).toBe(true);
    await client.post(
      addressOf(idea),
      said({ admissible: 'no', admissibilityNote: 'Déjà faite.' }),
    );
    expect(client.status).toBe(200);
  });

  it('R42 opinions stand side by side with their total, which the office takes over in one click', async () => {
    const idea = await makeIdea(site, edition);
    const [parks, roads, law] = [
      await makeDepartment(site, { name: 'Espaces verts' }),
      await makeDepartment(site, { name: 'Voirie' }),
      await makeDepartment(site, { name: 'Affaires juridiques' }),
    ];
    await makeOpinion(site, idea, parks.id, { given: { capitalCost: 100_000, delayMonths: 6 } });
    await makeOpinion(site, idea, roads.id, {
      given: {
        verdict: 'unfavourable',
        comment: 'Une canalisation passe dessous.',
        capitalCost: 50_050,
        yearlyCost: null,
        delayMonths: 18,
      },
    });
    await makeOpinion(site, idea, law.id, { dueOn: '2020-01-31' });
    const { client } = officer;
    await client.get(addressOf(idea));
    expect(wordsOf(officer).includes('1 500,50 €')).toBe(true);
    expect(wordsOf(officer).includes('Une canalisation passe dessous.')).toBe(true);
    expect(wordsOf(officer).includes('en retard depuis le 31 janvier')).toBe(true);
    expect(wordsOf(officer).includes('Un service est favorable, un autre défavorable.')).toBe(true);
    await client.post(addressOf(idea), {
      ...said({ capitalCost: '9' }),
      figures: 'departments',
    });
    const sheets = await listSheets(site.db, site.organisationId, [idea.id]);
    expect(sheets.get(idea.id)?.study).toMatchObject({
      capitalCost: 150_050,
      yearlyCost: 80_000,
      delayMonths: 18,
      version: 2,
    });
    expect(await countOpinions(site.db, site.organisationId, edition.id)).toEqual({
      asked: 1,
      given: 2,
      returned: 0,
    });
    expect(await countOpinions(site.db, site.organisationId, edition.id, law.id)).toEqual({
      asked: 1,
      given: 0,
      returned: 0,
    });
  });

  it('R42 readers of the office read the file and do not write; the holder’s name is for officers', async () => {
    const author = await makePerson(site, { name: 'Zélie Untel', nickname: 'Zélie' });
    const idea = await makeIdea(site, edition, { authorId: author.id });
    const reader = await makePerson(site, { roles: ['communication'], editionId: edition.id });
    await reader.client.get(addressOf(idea));
    expect(reader.client.status).toBe(200);
    expect(reader.client.main).toContain('Zélie');
    expect(reader.client.main).not.toContain('Untel');
    expect(reader.client.main).not.toContain('<button');
    expect((await reader.client.send(addressOf(idea), said({ capitalCost: '1' }))).status).toBe(
      403,
    );
    const elsewhere = await makeEdition(site);
    const stranger = await makePerson(site, { roles: ['communication'], editionId: elsewhere.id });
    expect((await stranger.client.send(addressOf(idea))).status).toBe(404);
  });

  it('W3 the file of another town is not there, nor one of an idea that does not exist', async () => {
    const idea = await makeIdea(site, edition);
    const town = { name: 'Val', host: 'val.localhost' };
    const id = await insertOrganisation(site.db, {
      ...town,
      slug: 'val',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'contact@val.example',
      tagline: '',
      charter: 'Je participe.',
    });
    const mayor = await makePerson(site, { roles: ['officer'], organisation: { ...town, id } });
    expect((await mayor.client.send(addressOf(idea))).status).toBe(404);
    for (const number of ['999999', '0', 'inconnue']) {
      const path = urls.adminStudyIdea({ edition: edition.slug, idea: number });
      expect((await officer.client.send(path)).status).toBe(404);
    }
  });

  it('R44 once the list is frozen nothing of a study changes, and the page says so', async () => {
    const frozen = await makeEdition(site, { phase: 'collection' });
    const idea = await makeIdea(site, frozen);
    const act = { organisationId: site.organisationId, by: null };
    await makeProjects(site, act, frozen, ['Un banc']);
    await freezeDecided(site, act, frozen.id);
    const path = urls.adminStudyIdea({ edition: frozen.slug, idea: idea.number });
    await officer.client.get(path);
    expect(officer.client.main).toContain('La liste soumise au vote est arrêtée');
    expect(officer.client.main).not.toContain('name="capitalCost"');
    await officer.client.post(path, said({ capitalCost: '1' }));
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('La liste soumise au vote est arrêtée');
  });
});
