import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Column, setColumn } from '../../src/rooms/insights/columns.ts';
import { compare, letterOf } from '../../src/rooms/insights/comparison.ts';
import { convertBallots } from '../../src/rooms/insights/conversion.ts';
import { describeOutcome } from '../../src/rooms/insights/outcome.ts';
import { type CountedTerms, countBox, openBox } from '../../src/rooms/polls/index.ts';
import { noHouseRules } from '../../src/rooms/tally/index.ts';
import { urls } from '../../src/urls.ts';
import { attributeRows, findLinks, readDump, readTables, type Tables } from '../linkage.ts';
import { makeKeyers } from '../make/paper.ts';
import type { MadePerson } from '../make/people.ts';
import { readCounted } from '../make/published.ts';
import { spell, views } from '../make/sc7-count.ts';
import { takePart } from '../make/sc7-paper.ts';
import { type HeldTown, holdTown } from '../make/sc7-result.ts';
import { openTownVote, PLACES } from '../make/sc7-town.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { expectOutcomes } from './sc7-outcomes.ts';

let site: TestSite;
let held: HeldTown;
let mayor: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  const keyers = await makeKeyers(site);
  mayor = keyers[0];
  held = await holdTown(site, 'paper-wins', [mayor, keyers[1]]);
}, 120_000);
afterAll(() => site.close());

describe('SC7 mixed vote, majority judgment, a town by districts', () => {
  expectOutcomes('paper-wins', () => ({ site, held }));

  it('SC7 R57 V15 is published by the town hall at the minute it chose, and nothing is told before', () => {
    expect(held.before).toEqual(held.before.map(() => 404));
    expect(held.after).toEqual(held.after.map(() => 200));
    const { by, at } = held.poll.acts.find(({ kind }) => kind === 'published')!;
    const counted = held.poll.acts.find(({ kind }) => kind === 'counted')!;
    expect(by).toBe(counted.by);
    expect(at.getTime() - counted.at.getTime()).toBeGreaterThan(2 * 3_600_000);
  });

  it('SC7 R54 the share of ballots served says of how many: totals are not among them', async () => {
    const { online, paper } = held.channels;
    const { main } = await site.visitor().get(urls.results({ edition: held.vote.edition.slug }));
    for (const place of PLACES)
      expect(main.replaceAll(/\s/g, ' ')).toContain(
        `sur ${spell(takePart(place, [...online, ...paper]).length)} bulletins exprimés`,
      );
  });

  it('SC7 V7 R190 no table, nor a dump of them, links anybody to their ballot', async () => {
    const gone = new Set(held.withdrawn);
    const known = held.vote.online.filter(({ commitment }) => !gone.has(commitment));
    const people = known.map(({ voter }) => [voter.id, voter.mark.mark]);
    const ballots = known.map(({ commitment, nonce }) => [commitment, nonce]);
    const expectSecret = (tables: Tables) => {
      const box = attributeRows(tables.get('public.sealed_ballot')!, ballots);
      expect(box.size).toBe(known.length);
      expect(findLinks(tables, { people, ballots })).toEqual([]);
    };
    expectSecret(await readTables(site.pool));
    expectSecret(await readDump(site.pool));
    const { rows } = await site.pool.query(`select
      (select count(*)::int from paper_keyed_ballot) as keyed,
      (select count(*)::int from ballot_slot) as slots,
      (select count(*)::int from voter_pass) as passes`);
    expect(rows).toEqual([{ keyed: 0, slots: 0, passes: 0 }]);
  });

  it('SC7 every voter meets the projects in an order of their own', async () => {
    site.travel(null);
    const { edition } = await openTownVote(site, 'paper-wins');
    const orders = new Set<string>();
    for (let visit = 0; visit < 8; visit += 1) {
      const { main } = await site.visitor().get(urls.vote({ edition: edition.slug }));
      orders.add([...main.matchAll(/Projet d’essai (\d+)/g)].map(([, number]) => number).join());
    }
    expect(orders.size).toBeGreaterThan(1);
    site.travel('6 days 3 hours');
  });
});

describe('SC7 the same people under other rules', () => {
  const additions = () => ({ houseRules: held.poll.settings.houseRules, seats: null });

  /** Counts a column as the simulator does. */
  async function count(
    view: Column['view'],
    rule: Column['rule'],
    { own = held.poll as CountedTerms, added = additions() } = {},
  ) {
    const column: Column = { view, rule, house: 'asked' };
    const { terms, dropped } = setColumn(own, column, added);
    const { totals: _, ...box } = await openBox(site.db, site.organisationId, held.poll);
    const ballots = convertBallots(own, box.ballots, view);
    const counted = await countBox(terms, { ...box, ballots });
    const outcome = describeOutcome(counted, { terms: own, ballots: box.ballots });
    const scores = Object.fromEntries(
      counted.result.envelopes.flatMap(({ support }) =>
        support.map(({ project, score }) => [project, score]),
      ),
    );
    return { column, terms, dropped, outcome, scores };
  }

  it('SC7 R199 three approvals, a basket and three, two, one points: scores and winners by hand, paper in each', async () => {
    const { online, paper } = held.channels;
    const known = [...online, ...paper];
    const columns = [];
    for (const [view, rule] of [
      ['three', 'greedy'],
      ['knapsack', 'greedy'],
      ['points', 'points'],
    ] as const) {
      const counted = await count(view, rule);
      const byHand = views[view](known);
      expect(counted.scores, view).toEqual(byHand.scores);
      expect(counted.outcome.winners, view).toEqual(byHand.winners);
      expect(views[view](online).scores, view).not.toEqual(byHand.scores);
      columns.push(counted);
    }
    const own = await count('own', 'majority-judgment');
    const { columns: compared, waiting } = compare(
      held.poll.options,
      [own, ...columns].map(({ outcome, ...one }, at) => ({
        ...one,
        letter: letterOf(at),
        standing: { state: 'counted' as const, outcome },
      })),
    );
    expect(waiting).toBe(0);
    for (const { difference, standing } of compared.slice(1)) {
      if (standing.state !== 'counted') throw new Error(standing.state);
      const { winners } = standing.outcome;
      expect(difference!.gains.map(({ key }) => key)).toEqual(
        winners.filter((key) => !own.outcome.winners.includes(key)).sort(),
      );
    }
  });

  it('SC7 R199 « Et si ? » counts the totals where its rule can, finds the published result, and says so', async () => {
    const at = { edition: held.vote.edition.slug };
    const { main } = await readCounted(site.visitor(), urls.whatIf(at));
    expect(main).toContain('identique au résultat publié');
    expect(main).toContain(
      `${held.channels.totals.length} bulletins papier ne sont connus que par leurs totaux`,
    );
    for (const words of ['3 préférés', 'budget composé', '3, 2, 1 points'])
      expect(main).toContain(words);
    const { client } = mayor;
    await readCounted(client, `${urls.adminSimulator(at)}?bulletins=${at.edition}`);
    expect(client.main).toContain('identique au résultat publié');
    expect(client.main).toContain('connus que par leurs totaux');
  });

  it('SC7 R199 one envelope for all: the districts win nothing, and one project each where that is guaranteed', async () => {
    const { settings } = held.poll;
    const [town] = PLACES;
    const amount = town!.projects.reduce((sum, { cost }) => sum + cost, 0);
    const envelopes = [{ ...settings.envelopes[0]!, amount }];
    const own: CountedTerms = {
      ...held.poll,
      options: held.poll.options.map((option) => ({ ...option, envelope: 'A' })),
      settings: { ...settings, envelopes },
    };
    const winnersByPlace = async (houseRules: typeof noHouseRules) => {
      const added = { houseRules, seats: null };
      const { outcome } = await count('approval', 'greedy', { own, added });
      return Object.fromEntries(outcome.places.map(({ zone, winners }) => [zone ?? '', winners]));
    };
    expect(await winnersByPlace(noHouseRules)).toEqual({ Nord: 0, Ouest: 0, Sud: 0, '': 4 });
    expect(await winnersByPlace({ ...noHouseRules, winnersPerZone: 1 })).toMatchObject({
      ...{ Nord: 1, Ouest: 1, Sud: 1 },
    });
  });
});
