import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_NAMES, type KindName, makeKind, SPORT } from '../../../../tests/make/kinds.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { countRows, fillBallot, type MadePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let voter: MadePerson;
const made = {} as Record<KindName, MadePoll>;
beforeAll(async () => {
  site = await openTestSite();
  voter = await makePerson(site);
  for (const name of KIND_NAMES) made[name] = await makeKind(site, name);
}, 120_000);
afterAll(() => site.close());

const at = (name: KindName) => ({ edition: made[name].edition.slug });

const plain = (client: SiteClient) =>
  client.main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', '’');

/** What the summary on top says. */
const summary = (client: SiteClient) => plain(client).split('Il y a un point à corriger')[1] ?? '';

describe('a gesture that does not hold', () => {
  const gestures: [KindName, string, string, Record<string, string>, string][] = [
    [
      'approval',
      'one more than the maximum',
      '1.2.3',
      { ajouter: '4' },
      'Vous avez déjà choisi 3 projets, le maximum.',
    ],
    [
      'knapsack',
      'what does not fit',
      '1.3',
      { ajouter: '5' },
      'Il vous manque 3 000 € pour choisir ce projet.',
    ],
    [
      'cumulative',
      'one point more than there are',
      '1:5.2:5',
      { plus: '3' },
      'Vous avez donné tous vos points.',
    ],
    [
      'cumulative',
      'one point more than a project takes',
      '1:5',
      { plus: '1' },
      '5 points au plus ici.',
    ],
    [
      'cumulative',
      'points that are no number',
      '',
      { 'note-1': 'douze' },
      'Écrivez un nombre entier de points, de 0 à 5.',
    ],
    [
      'scoring',
      'half a point',
      '',
      { 'note-1': '1,5' },
      'Écrivez un nombre entier de points, de 0 à 4.',
    ],
    [
      'ordinal',
      'a fourth place',
      '1.2.3',
      { ajouter: '4' },
      'Vous avez déjà choisi 3 projets, le maximum.',
    ],
    ['stv', 'somebody unknown', '', { ajouter: '99' }, 'n’est pas dans la liste de ce scrutin'],
    [
      'judgment',
      'a mention that does not exist',
      '',
      { 'note-1': '4' },
      'Cette réponse n’existe pas dans ce scrutin.',
    ],
    [
      'yes-no',
      'neither yes nor no',
      '',
      { 'note-1': '2' },
      'Cette réponse n’existe pas dans ce scrutin.',
    ],
    [
      'districts',
      'another district',
      '2',
      { ajouter: '3' },
      'Vous avez déjà fait des choix dans « Centre ».',
    ],
  ];
  it.each(gestures)(
    'R76 %s: %s is refused in words, and nothing is lost',
    async (name, _, basket, fields, words) => {
      const client = site.visitor();
      if (basket) client.cookies.set('panier', encodeURIComponent(basket));
      await client.post(urls.voteBasket(at(name)), fields);
      expect(client.status).toBe(422);
      expect(summary(client)).toContain(words);
      // beside the card as well, where it is on the page
      const [[field, value]] = Object.entries(fields) as [[string, string]];
      const key = field.startsWith('note-') ? field.slice(5) : value;
      const card = client.html.includes(`data-option="${key}"`);
      if (card) expect(plain(client).split(words).length).toBeGreaterThan(2);
      expect(decodeURIComponent(client.cookies.get('panier') ?? '')).toBe(basket);
    },
  );

  it('R76 a full envelope and a full group are refused by their names', async () => {
    const crowded = await makeKind(site, 'districts', { size: 12 });
    const there = { edition: crowded.edition.slug };
    const client = site.visitor();
    // 1, 4, 7 and 10 are for the whole town; 1 and 7 are of the theme Sport
    for (const [basket, added, words] of [
      ['01.04', '10', 'Toute la ville : vous avez déjà choisi 2 projets, le maximum.'],
      ['02.05', '08', 'Centre : vous avez déjà choisi 2 projets, le maximum.'],
    ] as const) {
      client.cookies.set('panier', basket);
      await client.post(urls.voteBasket(there), { ajouter: added });
      expect(client.status).toBe(422);
      expect(summary(client)).toContain(words);
    }
    const strict = await makeKind(site, 'approval', {
      size: 12,
      settings: { groups: [{ ...SPORT, maximum: 1 }] },
    });
    client.cookies.set('panier', '01');
    await client.post(urls.voteBasket({ edition: strict.edition.slug }), { ajouter: '07' });
    expect(summary(client)).toContain(
      'Thème « Sport » : vous avez déjà choisi un projet, le maximum.',
    );
  });

  it('keeps every other answer of the page when one is no number, and shows what was typed', async () => {
    const client = site.visitor();
    await client.post(urls.voteBasket(at('cumulative')), {
      'note-1': '3',
      'note-2': '-4',
      'note-3': '2',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('value="-4"');
    expect(client.html).toMatch(/href="#note-2"/);
    expect(decodeURIComponent(client.cookies.get('panier')!)).toBe('1:3.3:2');
  });

  it('says how many points are too many without taking any away', async () => {
    const client = site.visitor();
    await client.post(urls.voteBasket(at('cumulative')), { 'note-1': '9', 'note-2': '4' });
    expect(client.status).toBe(200);
    expect(plain(client)).toContain('3 points de trop');
    expect(plain(client)).toContain('5 points au plus ici.');
    await client.get(urls.voteReview(at('cumulative')));
    expect(plain(client)).toContain('Votre bulletin n’est pas encore prêt');
    expect(client.html).not.toContain(urls.voteCast(at('cumulative')));
  });
});

describe('a ballot that does not hold', () => {
  const refused: [KindName, readonly string[], string][] = [
    ['approval', [], 'Choisissez au moins un projet.'],
    ['approval', ['1', '2', '3', '4'], 'Vous avez choisi trop de projets : 3 au plus.'],
    ['approval', ['1:1'], 'Ce bulletin n’est pas écrit comme ce scrutin le demande.'],
    ['choose-one', ['1', '2'], 'Vous avez choisi trop de projets : 1 au plus.'],
    ['knapsack', ['5', '4'], 'Vos choix coûtent plus que ce qui est permis : 6 000 € au plus.'],
    ['knapsack', ['1'], 'Choisissez au moins 2 000 € de projets.'],
    ['cumulative', ['1:5', '2:5', '3:1'], 'Vous avez donné trop de points : 10 au plus.'],
    ['cumulative', ['1:6'], '5 points au plus pour chacun'],
    ['cumulative', ['1'], 'Ce bulletin n’est pas écrit comme ce scrutin le demande.'],
    ['cumulative', ['1:0'], 'Choisissez au moins un projet.'],
    ['ordinal', ['1', '2', '3', '4'], 'Vous avez choisi trop de projets : 3 au plus.'],
    ['stv', ['1', '1'], 'Un même choix est fait deux fois.'],
    ['stv', [], 'Choisissez au moins une personne.'],
    ['judgment', ['1:4'], 'Une des réponses n’existe pas dans ce scrutin.'],
    ['yes-no', ['1:2'], 'Une des réponses n’existe pas dans ce scrutin.'],
    ['yes-no', [], 'Donnez au moins une réponse.'],
    ['districts', ['2'], 'Toute la ville : il vous faut au moins 1 projet pour voter.'],
    [
      'districts',
      ['1', '2', '3'],
      'Vous avez fait des choix dans plusieurs quartiers, dont « Nord ».',
    ],
    ['districts', ['4'], 'Thème « Sport » : il vous faut au moins 1 projet pour voter.'],
  ];
  it.each(refused)('R76 V3 %s %j: 422, and the words say which', async (name, choix, words) => {
    const before = await countRows(site, made[name].poll);
    await voter.client.post(
      urls.voteCast(at(name)),
      fillBallot(made[name].poll, { choix: [...choix] }),
    );
    expect(voter.client.status).toBe(422);
    expect(summary(voter.client)).toContain(words);
    expect(await countRows(site, made[name].poll)).toEqual(before);
  });

  const pointed = new Set<KindName>(['cumulative', 'scoring', 'judgment', 'yes-no']);
  const broken = (name: KindName): readonly string[][] => {
    const [one, two] = pointed.has(name) ? ['1:1', '2:1'] : ['1', '2'];
    return [
      [one!, one!],
      [one!, '99:1'.slice(0, pointed.has(name) ? undefined : 2)],
      ...['-1', 'NaN', '1e309', '1.5', '', '9999999'].map((figure) => [`1:${figure}`, two!]),
      ['-1', 'NaN', '1e309', '__proto__:1', "1'); drop table poll; --"],
      Array(10_000).fill(one!),
    ];
  };
  it.each(KIND_NAMES)(
    'V3 %s: over, twice, unknown, negative, NaN, 1e309, fractions, ten thousand items: 422, nothing is written',
    async (name) => {
      const before = await countRows(site, made[name].poll);
      for (const choix of broken(name)) {
        await voter.client.post(urls.voteCast(at(name)), fillBallot(made[name].poll, { choix }));
        expect(voter.client.status, JSON.stringify(choix.slice(0, 5))).toBe(422);
      }
      for (const choix of broken(name)) {
        // what a cookie or a form of the page may bring is dropped or refused, and never breaks it
        voter.client.cookies.set('panier', encodeURIComponent(choix.slice(0, 300).join('.')));
        await voter.client.get(urls.vote(at(name)));
        expect(voter.client.status).toBe(200);
        await voter.client.get(urls.voteReview(at(name)));
        expect(voter.client.status).toBe(200);
      }
      for (const typed of ['-1', 'NaN', '1e309', '1.5', '9'.repeat(400), '<b>', '__proto__']) {
        await voter.client.post(urls.voteBasket(at(name)), { 'note-1': typed, ajouter: typed });
        expect(voter.client.status).toBe(422);
        expect(voter.client.html).not.toContain('<b>');
      }
      voter.client.cookies.delete('panier');
      expect(await countRows(site, made[name].poll)).toEqual(before);
    },
  );
});
