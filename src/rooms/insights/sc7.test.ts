import { describe, expect, it } from 'vitest';
import { districtBallots, districtTerms } from '../../../tests/make/districts.ts';
import { countBox } from '../polls/index.ts';
import { type Column, setColumn } from './columns.ts';
import { type ComparedColumn, compare, letterOf } from './comparison.ts';
import { convertBallots } from './conversion.ts';
import { describeOutcome } from './outcome.ts';

const box = { root: '', voters: 9, ballots: districtBallots };
const additions = { houseRules: districtTerms.settings.houseRules, seats: null };

/** Counts a column as the simulator does, in a process of its own. */
async function count(
  view: Column['view'],
  rule: Column['rule'],
  { own = districtTerms, added = additions } = {},
) {
  const column: Column = { view, rule, house: 'asked' };
  const { terms, dropped } = setColumn(own, column, added);
  const ballots = convertBallots(own, districtBallots, view);
  const counted = await countBox(terms, { ...box, ballots });
  const outcome = describeOutcome(counted, { terms: own, ballots: districtBallots });
  const scores = Object.fromEntries(
    counted.result.envelopes.flatMap(({ support }) =>
      support.map(({ project, score }) => [project, score]),
    ),
  );
  return { column, terms, dropped, outcome, scores };
}

describe('the same people on other ballots', () => {
  it('SC7 judgment: medians by hand, a winner in each district', async () => {
    const { outcome } = await count('own', 'majority-judgment');
    // 01: 3333 22 1 00 beats 02 = 03: 333 2222 1 0, and 04: 3 22222222; of 02 and 03 the cheaper, which alone fits
    // 05: 33 2 1 beats 06: 3 222; 08: 33 2 beats 07: 3 2 0; 09: 2 1 beats 10: 0 0
    expect(outcome.winners).toEqual(['01', '03', '04', '05', '08', '09']);
    expect(outcome).toMatchObject({ cost: 220_00, left: 30_00 });
    expect(outcome.served).toEqual({ ballots: 9, satisfied: 9 });
    expect(outcome.places).toEqual([
      { zone: 'Nord', winners: 1, cost: 50_00, ballots: 4, satisfied: 3 },
      { zone: 'Ouest', winners: 1, cost: 50_00, ballots: 2, satisfied: 1 },
      { zone: 'Sud', winners: 1, cost: 20_00, ballots: 3, satisfied: 3 },
      { zone: null, winners: 3, cost: 100_00, ballots: 9, satisfied: 9 },
    ]);
  });

  it('SC7 three approvals: the three preferred of the upper half, in each envelope', async () => {
    const { outcome, scores } = await count('three', 'greedy');
    expect(scores).toEqual({
      ...{ '01': 6, '02': 7, '03': 6, '04': 8 },
      ...{ '05': 3, '06': 4, '07': 2, '08': 3, '09': 1, '10': 0 },
    });
    // of the town 10 + 60 of 100: neither 40 nor 50 fit in what is left
    expect(outcome.winners).toEqual(['04', '02', '06', '08', '09']);
    expect(outcome).toMatchObject({ cost: 170_00, left: 80_00 });
    expect(outcome.places[0]).toMatchObject({ zone: 'Nord', satisfied: 4 });
  });

  it('SC7 knapsack: whatever still fits, the preferred first', async () => {
    const { outcome, scores } = await count('knapsack', 'greedy');
    expect(scores).toEqual({
      ...{ '01': 5, '02': 4, '03': 7, '04': 6 },
      ...{ '05': 3, '06': 1, '07': 1, '08': 2, '09': 1, '10': 0 },
    });
    expect(outcome.winners).toEqual(['03', '04', '01', '05', '08', '09']);
    expect(outcome).toMatchObject({ cost: 220_00, left: 30_00 });
  });

  it('SC7 3, 2, 1 points: the worst mention gets none', async () => {
    const { outcome, scores } = await count('points', 'points');
    expect(scores).toEqual({
      ...{ '01': 16, '02': 16, '03': 13, '04': 9 },
      ...{ '05': 11, '06': 9, '07': 5, '08': 8, '09': 6, '10': 0 },
    });
    expect(outcome.winners).toEqual(['01', '03', '04', '05', '08', '09']);
  });

  it('SC7 one envelope for all: no district wins by itself, each does where one winner is guaranteed', async () => {
    const { settings } = districtTerms;
    const envelopes = [{ ...settings.envelopes[0]!, amount: 120_00, maximumChoices: 10 }];
    const own = {
      ...districtTerms,
      options: districtTerms.options.map((option) => ({ ...option, envelope: 'A' })),
      settings: { ...settings, envelopes },
    };
    const plain = await count('approval', 'greedy', { own });
    // 9 voices for 10 €, 7 for 40 € and for 60 €: 10 € are left, and no district has a project for that
    expect(plain.outcome.winners).toEqual(['04', '03', '02']);
    const added = { seats: null, houseRules: { ...settings.houseRules, winnersPerZone: 1 } };
    const guaranteed = await count('approval', 'greedy', { own, added });
    expect(guaranteed.outcome.winners).toEqual(['06', '09', '08', '04']);
    expect(guaranteed.outcome.places.map(({ winners }) => winners)).toEqual([1, 1, 1, 1]);
  });

  it('SC7 side by side: who gains and who loses against the judgments', async () => {
    const counted = await Promise.all([
      count('own', 'majority-judgment'),
      count('three', 'greedy'),
    ]);
    const columns = counted.map(
      ({ column, terms, dropped, outcome }, at): ComparedColumn => ({
        letter: letterOf(at),
        column,
        terms,
        dropped,
        standing: { state: 'counted', outcome },
      }),
    );
    const {
      columns: compared,
      rows,
      always,
      never,
      waiting,
    } = compare(districtTerms.options, columns);
    expect(waiting).toBe(0);
    const keys = (options: readonly { key: string }[]) => options.map(({ key }) => key);
    expect(compared[0]!.difference).toBeNull();
    expect(keys(compared[1]!.difference!.gains)).toEqual(['02', '06']);
    expect(keys(compared[1]!.difference!.losses)).toEqual(['01', '03', '05']);
    expect(keys(always)).toEqual(['04', '08', '09']);
    expect(keys(rows.map(({ option }) => option))).toEqual(['01', '03', '05', '02', '06']);
    expect(keys(never)).toEqual(['07', '10']);
    expect(rows.find(({ option }) => option.key === '06')!.fates).toEqual([
      { fate: 'lost', changed: false },
      { fate: 'won', changed: true },
    ]);
  });
});
