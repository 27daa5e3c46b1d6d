import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makePoll as freezeAndOpen } from '../../../../tests/make/poll.ts';
import { listFields, makeFrozenEdition } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertProject } from '../../projects/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findPollOf } from '../index.ts';

let site: TestSite;
let client: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  client = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());

const COSTS = [50_000_00, 30_000_00, 20_000_00];

/** Fills in the form as proposed, with what is typed over it; through the confirmation where it is offered. */
async function openWith(typed: Record<string, string>): Promise<Edition> {
  const edition = await makeFrozenEdition(site, {
    costs: COSTS,
    edition: { envelope: 100_000_00 },
  });
  const address = urls.adminPollOpen({ edition: edition.slug });
  await client.get(urls.adminPoll({ edition: edition.slug }));
  await client.post(address, { ...listFields(client.html, address), ...typed });
  if (client.status === 200) await client.post(address, listFields(client.html, address));
  return edition;
}

const pollOf = (edition: Edition) => findPollOf(site.db, site.organisationId, edition.id);

const opened: readonly [name: string, typed: Record<string, string>, poll: object][] = [
  ['chosen projects', {}, { kind: 'approval', rule: 'greedy', profile: 'P1' }],
  [
    'a budget to compose, half of it at least, counted by equal shares',
    {
      ballot: 'knapsack',
      maximum: '3',
      share: '50',
      method: 'mes',
      utility: 'cost',
      rest: 'add1u',
    },
    {
      kind: 'approval',
      rule: 'mes-cost-add1u',
      settings: {
        envelopes: [{ limits: { maxSumCost: 100_000_00, minSumCost: 50_000_00 } }],
      },
    },
  ],
  [
    'points with a cap',
    { ballot: 'points', maximum: '3', points: '10', cap: '6' },
    {
      kind: 'cumulative',
      rule: 'points',
      settings: { envelopes: [{ limits: { maxSumPoints: 10, maxPoints: 6 } }] },
    },
  ],
  ['a ranking', { ballot: 'ranking', maximum: '3' }, { kind: 'ordinal', rule: 'borda' }],
  [
    'mentions of one’s own',
    { ballot: 'judgment', mentions: 'Oui !\nPourquoi pas\nNon' },
    {
      kind: 'judgment',
      rule: 'majority-judgment',
      settings: { mentions: ['Oui !', 'Pourquoi pas', 'Non'] },
    },
  ],
  [
    'questions',
    { subject: 'questions', ballot: 'yes-no', labels: 'Une piste ?\nUn nom ?' },
    { kind: 'yes-no', rule: 'yes-no', options: [{ label: 'Une piste ?' }, { label: 'Un nom ?' }] },
  ],
  [
    'people, for two seats',
    {
      subject: 'people',
      ballot: 'ranking',
      maximum: '',
      labels: 'Ada\nBlaise\nChloé',
      method: 'stv',
      seats: '2',
    },
    { kind: 'ordinal', rule: 'stv', maximumChoices: 3, settings: { seats: 2 } },
  ],
  [
    'a public vote with house rules',
    { profile: 'P0', quorum: '50', partFunding: '80', incompatible: '1, 3' },
    {
      profile: 'P0',
      settings: { houseRules: { quorum: 50, partFunding: 80, incompatible: [['1', '3']] } },
    },
  ],
];

describe('an officer opens a poll by its settings, without code', () => {
  it.each(opened)('R52 R83 %s', async (_, typed, poll) => {
    const edition = await openWith(typed);
    expect(client.html).toContain('Le scrutin est ouvert.');
    expect(await pollOf(edition)).toMatchObject(poll);
  });

  it('R52 says what does not hold beside its field, keeps what was typed, and opens nothing', async () => {
    const refused: [typed: Record<string, string>, words: string][] = [
      [{ ballot: 'points', points: 'dix' }, 'Indiquez un nombre entier de points'],
      [{ ballot: 'judgment', mentions: 'Seule' }, 'de deux à 10 mentions'],
      [{ ballot: 'ranking', method: 'phragmen' }, 'Cette règle ne peut pas compter'],
      [{ ballot: 'ranking', method: 'stv' }, 'combien peuvent l’emporter'],
      [{ ballot: 'knapsack', share: '101' }, 'une part entre 0 et 100'],
      [{ incompatible: '1, 99' }, 'numéros de deux projets'],
      [{ groups: 'Nulle part : 1 à 2' }, 'nom exact d’une catégorie'],
      [{ quorum: '-3' }, 'nombres entiers à partir de 1'],
      [{ subject: 'people', labels: 'Seule' }, 'au moins deux noms'],
      [{ method: 'dés' }, 'Choisissez une règle'],
    ];
    for (const [typed, words] of refused) {
      const edition = await openWith(typed);
      expect(client.status, words).toBe(422);
      expect(client.html).toContain(words);
      for (const value of Object.values(typed))
        if (!/^(points|judgment|ranking|knapsack|people|phragmen|stv|dés)$/.test(value))
          expect(client.html).toContain(value);
      expect(await pollOf(edition)).toBeNull();
    }
  });

  it('R67 divides the envelope between the town and its districts', async () => {
    const edition = await makeFrozenEdition(site, {
      costs: COSTS,
      edition: { envelope: 100_000_00, districts: ['Nord', 'Sud'] },
      districts: ['', 'Nord', 'Sud'],
    });
    const address = urls.adminPollOpen({ edition: edition.slug });
    await client.get(urls.adminPoll({ edition: edition.slug }));
    const typed = {
      ...listFields(client.html, address),
      envelopes: 'several',
      amounts: 'Toute la ville : 60 000 €\nNord : 20 000\nSud : 20 000',
      oneDistrict: 'oui',
      leftToTown: 'oui',
    };
    await client.post(address, { ...typed, amounts: typed.amounts.replace('60', '70') });
    expect(client.html).toContain('Les enveloppes dépassent ensemble');
    await client.post(address, typed);
    await client.post(address, listFields(client.html, address));
    const poll = (await pollOf(edition))!;
    expect(poll.settings.envelopes.map(({ label, leftTo }) => [label, leftTo])).toEqual([
      ['Toute la ville', null],
      ['Nord', 'A'],
      ['Sud', 'A'],
    ]);
    expect(poll.options.map(({ envelope }) => envelope)).toEqual(['A', 'B', 'C']);
    await client.get(urls.adminPoll({ edition: edition.slug }));
    expect(client.html).toContain('Chaque personne vote pour un seul quartier');
  });

  it('R190 the manifest tells which projects have one holder, and never who that is', async () => {
    const edition = await makeEdition(site, { phase: 'vote' });
    const act = { organisationId: site.organisationId, by: null };
    const holder = await makePerson(site);
    for (const holderId of [holder.id, null, holder.id])
      await insertProject(site.db, act, edition.id, {
        title: 'Un projet',
        summary: 'Ce qu’il change.',
        categoryId: edition.categories[0]!.id,
        cost: 100_00,
        place: '',
        ideaIds: [],
        holderId,
      });
    await freezeAndOpen(site, act, edition);
    const poll = (await pollOf(edition))!;
    expect(poll.options.map((option) => option.holder).sort()).toEqual([
      null,
      'porteur-1',
      'porteur-1',
    ]);
    const { rows } = await site.pool.query('select body from poll_manifest where poll_id = $1', [
      poll.id,
    ]);
    expect(rows[0].body).not.toContain(holder.id);
  });
});
