import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import {
  type BallotKind,
  countElection,
  countEnvelopes,
  countWithHouseRules,
  type Election,
  noHouseRules,
  noLimits,
  type Paper,
  type RuleName,
} from './index.ts';

/**
 * Nine people and six projects, two in each district, with 100 to spend. Each person's projects from
 * the dearest to the least dear, parted by mentions: coup de cœur | j'aime bien | pourquoi pas | pas
 * convaincu·e. All other ballots follow from that: the first three, 3-2-1 points for them, or whatever
 * of the first two mentions fits into 100, dearest first.
 */
const people = [
  'ab|c|de|f',
  'ab|c|d|ef',
  'ab|d|ce|f',
  'ac|bd|e|f',
  'cd|e|ab|f',
  'cd|f|b|ae',
  'ef|c|d|ab',
  'ef|d|cb|a',
  'de|cf|b|a',
];
const costs = { a: 60n, b: 30n, c: 30n, d: 20n, e: 40n, f: 25n };
const zones = { a: 'Centre', b: 'Centre', c: 'Nord', d: 'Nord', e: 'Sud', f: 'Sud' };
type Id = keyof typeof costs;
const ids = Object.keys(costs) as Id[];

const inOrder = (person: string) => [...person.replaceAll('|', '')] as Id[];

function judge(person: string, among: readonly Id[] = ids): Paper {
  const mentions = person.split('|');
  const grade = (id: Id) => 3 - mentions.findIndex((mention) => mention.includes(id));
  return { choices: among, points: among.map(grade) };
}

function fillBasket(person: string): Paper {
  let left = 100n;
  const dear = inOrder(person.split('|').slice(0, 2).join(''));
  const choices = dear.filter((id) => {
    if (costs[id] > left) return false;
    left -= costs[id];
    return true;
  });
  return { choices };
}

function ask(kind: BallotKind, papers: Paper[], among = ids, budget = 100n): Election {
  const projects = among.map((id) => ({ id, cost: costs[id], zone: zones[id] }));
  return makeCase({ kind, papers, projects, budget, limits: noLimits, grades: 4 });
}

const options = <Rule extends RuleName>(rule: Rule) =>
  ({ rule, tieBreak: ['lower-cost'], fundUnsupported: false }) as const;

const approvals = ask(
  'approval',
  people.map((person) => ({ choices: inOrder(person).slice(0, 3) })),
);
const baskets = ask('approval', people.map(fillBasket));
const points = ask(
  'cumulative',
  people.map((person) => ({ choices: inOrder(person).slice(0, 3), points: [3, 2, 1] })),
);
const judgments = ask(
  'judgment',
  people.map((person) => judge(person)),
);

const sayTurns = ({ turns }: { turns: readonly { project: string; score: number }[] }) =>
  turns.map(({ project, score }) => `${project} ${score}`).join(', ');

describe('SC7 the same people, asked in four ways', () => {
  test('SC7 R58 three approvals: c, d, and b as the cheapest of three with four votes', () => {
    const result = countElection(approvals, options('greedy'));
    expect(sayTurns(result)).toBe('c 7, d 5, b 4, e 4, a 4, f 3');
    expect(result).toMatchObject({ winners: ['c', 'd', 'b'], left: 20n });
    // 50 left: any one of b 30, e 40 would do, a 60 in no order
    expect(result.ties).toMatchObject([{ score: 4, projects: ['b', 'e', 'a'], decisive: true }]);
  });

  test('SC7 R58 baskets that fit the envelope: whoever wants a has no room for more, and e wins', () => {
    expect(countElection(baskets, options('greedy'))).toMatchObject({
      winners: ['c', 'd', 'e'],
      left: 10n,
      turns: [
        { project: 'c', score: 5 },
        { project: 'd', score: 4 },
        { project: 'e', score: 4 },
        { project: 'a', score: 4, decision: 'does-not-fit' },
        { project: 'f', score: 3 },
        { project: 'b', score: 3 },
      ],
    });
  });

  test('SC7 R58 three, two and one points: a is loved by four and wins with c', () => {
    const result = countElection(points, options('points'));
    expect(sayTurns(result)).toBe('c 12, a 12, d 9, e 9, b 7, f 5');
    expect(result).toMatchObject({ winners: ['c', 'a'], left: 10n });
    const ranked = people.map((person) => ({ choices: inOrder(person).slice(0, 3) }));
    const ordinal = ask('ordinal', ranked);
    const borda = countElection(
      { ...ordinal, limits: { ...noLimits, maxLength: 3 } },
      options('borda'),
    );
    expect(sayTurns(borda)).toBe(sayTurns(result));
  });

  test('SC7 R176 majority judgment: medians by hand, and what parts equal ones', () => {
    const result = countElection(judgments, options('majority-judgment'));
    // Nine judgments: the fifth, from the worst. c 112222333, d 111222333, b 011112333,
    // e 001112333, a 000013333, f 000002233.
    expect(
      result.judged.map(({ project, majorityGrade, profile, missing, rank }) => [
        project,
        majorityGrade,
        profile.join(''),
        missing,
        rank,
      ]),
    ).toEqual([
      // three above and two below the median; d has as many below as above
      ['c', 2, '0243', 0, 1],
      ['d', 2, '0333', 0, 2],
      // four above in all of these; a has four below too. Read outward b and e part at the sixth
      // judgment: b 1 1 2 1 3 1, e 1 1 2 1 3 0
      ['b', 1, '1413', 0, 3],
      ['e', 1, '2313', 0, 4],
      ['a', 1, '4104', 0, 5],
      ['f', 0, '5022', 0, 6],
    ]);
    expect(result).toMatchObject({ winners: ['c', 'd', 'b'], left: 20n, ties: [] });
  });

  test('SC7 one winner guaranteed to each district, as far as the money goes', () => {
    const houseRules = { ...noHouseRules, winnersPerZone: 1 };
    const guarantee = (election: Election, rule: RuleName) =>
      countWithHouseRules(election, options(rule), houseRules);
    // 30 + 30 + 40: the best of each district, whichever way they were asked
    for (const result of [
      guarantee(approvals, 'greedy'),
      guarantee(judgments, 'majority-judgment'),
    ]) {
      expect(result).toMatchObject({ winners: ['b', 'c', 'e'], left: 0n });
      expect(result.guarantees.map(({ zone, projects }) => `${zone} ${projects}`)).toEqual([
        'Centre b',
        'Nord c',
        'Sud e',
      ]);
    }
    // by points Centre sends a for 60, Nord c for 30: the 10 left pay for nothing in Sud
    expect(guarantee(points, 'points')).toMatchObject({
      guarantees: [{ projects: ['a'] }, { projects: ['c'] }, { projects: [] }],
      left: 10n,
    });
  });

  test('SC7 R176 an envelope for each district: a voter of one district is no judge in another', () => {
    const district = (key: string, budget: bigint, among: Id[], voters: number[]) => ({
      key,
      election: ask(
        'judgment',
        voters.map((voter) => judge(people[voter - 1]!, among)),
        among,
        budget,
      ),
      houseRules: noHouseRules,
      leftTo: null,
    });
    const counts = countEnvelopes(
      [
        district('Centre', 60n, ['a', 'b'], [1, 2, 3, 4]),
        district('Nord', 30n, ['c', 'd'], [5, 6, 9]),
        district('Sud', 40n, ['e', 'f'], [7, 8]),
      ],
      options('majority-judgment'),
    );
    // a 3333 before b 2333; d 333 before c 233; e and f 33 each: the cheaper one
    expect(counts).toMatchObject([
      { ballots: 4, winners: ['a'], tally: { ties: [] } },
      { ballots: 3, winners: ['d'], left: 10n },
      {
        ballots: 2,
        winners: ['f'],
        tally: { ties: [{ projects: ['f', 'e'], by: ['lower-cost'], decisive: true }] },
      },
    ]);
  });
});
