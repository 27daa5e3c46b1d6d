import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_NAMES, type KindName, makeKind } from '../../../../tests/make/kinds.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { listFields, listSlots, type MadePoll } from '../../../../tests/make/polls.ts';
import {
  type Fields,
  openTestSite,
  type SiteClient,
  type TestSite,
} from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
const made = {} as Record<KindName, MadePoll>;
beforeAll(async () => {
  site = await openTestSite();
  for (const name of KIND_NAMES) made[name] = await makeKind(site, name);
}, 120_000);
afterAll(() => site.close());

const at = (name: KindName) => ({ edition: made[name].edition.slug });

/** What a voter does, one form after another; each must be followed by the page that it asks for. */
const gestures: Record<KindName, readonly Fields[]> = {
  approval: [{ ajouter: '1' }, { ajouter: '3' }],
  'choose-one': [{ ajouter: '1' }, { ajouter: '4' }],
  knapsack: [{ ajouter: '1' }, { ajouter: '5' }],
  cumulative: [
    { 'note-1': '4', 'note-2': '', 'note-3': '0', plus: '2' },
    { 'note-1': '4', 'note-2': '1', plus: '5' },
    { 'note-1': '4', 'note-2': '3', 'note-5': '1', moins: '1' },
  ],
  scoring: [{ 'note-1': '4', 'note-3': '2' }, { plus: '4' }],
  ordinal: [{ ajouter: '1' }, { ajouter: '4' }, { ajouter: '2' }, { monter: '2' }, { monter: '2' }],
  stv: [{ ajouter: '3' }, { ajouter: '1' }, { ajouter: '2' }, { descendre: '3' }, { retirer: '2' }],
  judgment: [
    { 'note-1': '3', 'note-2': '0', 'note-3': '1', 'note-4': '', 'note-5': '' },
    { 'note-1': '2', 'note-3': '' },
  ],
  'yes-no': [{ 'note-1': '1', 'note-2': '0', 'note-3': '' }],
  districts: [{ ajouter: '1' }, { ajouter: '2' }],
};

/** The ballot as it lies in the box. */
const cast: Record<KindName, unknown> = {
  approval: ['1', '3'],
  'choose-one': ['4'],
  knapsack: ['1', '5'],
  cumulative: [
    ['1', 3],
    ['2', 3],
    ['5', 1],
  ],
  scoring: [
    ['1', 4],
    ['3', 2],
    ['4', 1],
  ],
  ordinal: ['2', '1', '4'],
  stv: ['1', '3'],
  judgment: [
    ['1', 2],
    ['2', 0],
  ],
  'yes-no': [
    ['1', 1],
    ['2', 0],
  ],
  districts: ['1', '2'],
};

/** What the review says of it. */
const reviewed: Record<KindName, readonly string[]> = {
  approval: ['Ensemble, ces projets coûtent 4 000 €.'],
  'choose-one': ['Projet d’essai 4'],
  knapsack: ['Ensemble, ces projets coûtent 6 000 €.'],
  cumulative: ['3 points', '1 point', 'Projet d’essai 5'],
  scoring: ['4 points', '2 points'],
  ordinal: ['1er choix', '3e choix', 'Monter', 'Descendre'],
  stv: ['Adèle Fontaine', '2e choix'],
  judgment: ['J’aime bien', 'Je ne suis pas convaincu·e', '3 projets sans jugement'],
  'yes-no': ['Oui', 'Non', '1 abstention'],
  districts: ['Toute la ville', 'Centre'],
};

const plain = (client: SiteClient) =>
  client.main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', '’');

describe('a ballot of each kind, without scripts', () => {
  it.each(KIND_NAMES)('R76 R194 %s: filled in, read again, cast, with a receipt', async (name) => {
    const { client } = await makePerson(site);
    await client.get(urls.vote(at(name)));
    expect(client.html).toContain('Je vote');
    for (const fields of gestures[name]) {
      await client.post(urls.voteBasket(at(name)), fields);
      expect(client.status, JSON.stringify(fields)).toBe(200);
      expect(client.path).toContain(urls.vote(at(name)));
    }
    // the last form of the page goes on to the review, and brings its answers along
    await client.post(urls.voteBasket(at(name)), { vers: 'bulletin' });
    expect(client.path).toBe(urls.voteReview(at(name)));
    const text = plain(client);
    for (const words of reviewed[name]) expect(text).toContain(words);
    await client.post(urls.voteCast(at(name)), listFields(client.html, urls.voteCast(at(name))));
    expect(client.path).toBe(urls.voteReceipt(at(name)));
    expect(client.html).toContain('Votre vote est déposé');
    expect(await listSlots(site, made[name].poll)).toEqual([{ choices: cast[name], revision: 1 }]);
    expect(client.cookies.has('panier')).toBe(false);
  });

  it('R76 the page of each kind shows again what is chosen, in its own words', async () => {
    const shown: Record<KindName, readonly string[]> = {
      approval: ['2 projets choisis sur 3', 'vous pouvez en choisir encore 1'],
      'choose-one': ['1 projet choisi sur 1', 'votre sélection est complète'],
      knapsack: [
        '2 projets choisis',
        'enveloppe entièrement utilisée',
        'il vous manquerait 2 000 €',
      ],
      cumulative: ['7 points donnés sur 10', 'il vous reste 3 points'],
      scoring: ['3 projets avec des points'],
      ordinal: ['3 projets classés sur 3', '2 points au 2e choix'],
      stv: ['2 personnes classées', '2e choix'],
      judgment: ['2 projets jugés sur 5', '3 projets sans jugement : ils compteront comme « Je ne'],
      'yes-no': ['2 réponses sur 3', '1 abstention'],
      districts: ['Votre quartier : Centre', 'Thème « Sport » : de 1 à 2 projets'],
    };
    for (const name of KIND_NAMES) {
      const client = site.visitor();
      for (const fields of gestures[name]) await client.post(urls.voteBasket(at(name)), fields);
      await client.get(urls.vote(at(name)));
      const text = plain(client);
      for (const words of shown[name]) expect(text, name).toContain(words);
      if (name !== 'stv' && name !== 'yes-no')
        expect(client.html).toContain('Projet d’essai 1</bdi>');
    }
  });

  it('judges a hundred projects on one page, and keeps them all', async () => {
    const hundred = await makeKind(site, 'judgment', { size: 100 });
    const there = { edition: hundred.edition.slug };
    const client = site.visitor();
    const keys = hundred.poll.options.map(({ key }) => key);
    const notes = Object.fromEntries(keys.map((key, place) => [`note-${key}`, String(place % 4)]));
    await client.post(urls.voteBasket(there), notes);
    expect(client.status).toBe(200);
    expect(plain(client)).toContain('100 projets jugés sur 100 vous avez tout jugé');
    expect(client.cookies.get('panier')!.length).toBeLessThan(3000);
    await client.get(urls.voteReview(there));
    expect(plain(client)).toContain('Coup de cœur 25');
  });
});
