import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEnvelope, makeOptions } from '../../../tests/make/terms.ts';
import { checkBallot } from '../polls/ballot/ballot.ts';
import { writeEntry } from '../polls/ballot/entry.ts';
import type { BallotGroup, Choices, CountedTerms } from '../polls/index.ts';
import { usualSettings } from '../polls/settings.ts';
import type { BallotKind } from '../tally/index.ts';
import { convertBallots, convertTerms, listViews, type View } from './conversion.ts';

const KEYS = ['01', '02', '03', '04', '05', '06'];
const costs = [10, 40, 30, 20, 60, 50];

/** Six projects in two envelopes of 60 €: 01 to 04 in A, the others in B. */
function makeTerms(kind: BallotKind): CountedTerms {
  const settings = usualSettings({ amount: 60_00, minimumChoices: 1, maximumChoices: 6 });
  return {
    id: 'essai',
    manifestHash: '',
    kind,
    envelope: 120_00,
    settings: {
      ...settings,
      envelopes: ['A', 'B'].map((key) =>
        makeEnvelope({ key, label: key, amount: 60_00, maximumChoices: 6 }),
      ),
      mentions: kind === 'judgment' ? ['1', '2', '3', '4'] : [],
    },
    options: makeOptions(6).map((option, at) => ({
      ...option,
      cost: costs[at]! * 100,
      envelope: at < 4 ? 'A' : 'B',
    })),
    rule: 'greedy',
    tieBreak: ['smaller-id'],
    fundUnsupported: false,
  };
}

const convert = (kind: BallotKind, choices: Choices, view: View) =>
  convertBallots(makeTerms(kind), [{ choices, times: 1 }], view)[0]!.choices;

describe('ballots on another ballot', () => {
  it('R199 judgments: the upper half, its three best, what fits of it, 3, 2 and 1 points', () => {
    const judged: Choices = [
      ['01', 2],
      ['02', 3],
      ['03', 3],
      ['04', 2],
      ['05', 1],
      ['06', 0],
    ];
    expect(convert('judgment', judged, 'own')).toBe(judged);
    expect(convert('judgment', judged, 'approval')).toEqual(['01', '02', '03', '04']);
    // in each envelope; equally good, in the order of the list
    expect(convert('judgment', judged, 'three')).toEqual(['01', '02', '03']);
    // 40 €, then 30 € no more, then 10 €, then 20 € no more
    expect(convert('judgment', judged, 'knapsack')).toEqual(['01', '02']);
    // a low mention is still a preference, the lowest is none
    expect(convert('judgment', judged, 'points')).toEqual([
      ['01', 1],
      ['02', 3],
      ['03', 2],
      ['05', 3],
    ]);
  });

  it('R199 rankings by rank, points by points, answers by their yes', () => {
    expect(convert('ordinal', ['04', '01', '03', '02'], 'three')).toEqual(['01', '03', '04']);
    expect(convert('ordinal', ['04', '06', '01'], 'points')).toEqual([
      ['01', 2],
      ['04', 3],
      ['06', 3],
    ]);
    const shared: Choices = [
      ['01', 1],
      ['02', 5],
      ['03', 4],
    ];
    expect(convert('cumulative', shared, 'approval')).toEqual(['01', '02', '03']);
    expect(convert('cumulative', shared, 'knapsack')).toEqual(['01', '02']);
    const answers: Choices = [
      ['01', 1],
      ['02', 0],
    ];
    expect(convert('yes-no', answers, 'approval')).toEqual(['01']);
    expect(listViews('yes-no', true)).toEqual(['own', 'approval']);
    expect(listViews('approval', true)).toEqual(['own']);
    expect(listViews('ordinal', false)).not.toContain('knapsack');
  });

  it('R199 a ballot that supports nothing is blank, and still counts', () => {
    const ballots: BallotGroup[] = [{ choices: [['01', 0]], times: 4 }];
    expect(convertBallots(makeTerms('judgment'), ballots, 'approval')).toEqual([
      { choices: [], times: 4 },
    ]);
  });

  it('R199 converted ballots could have been cast, and name nothing that was not named', () => {
    const kinds = ['judgment', 'ordinal', 'cumulative', 'yes-no'] as const;
    const someBallot = fc.constantFrom(...kinds).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        view: fc.constantFrom(...listViews(kind, true)),
        keys: fc.shuffledSubarray(KEYS),
        grades: fc.array(fc.nat(kind === 'yes-no' ? 1 : 3), { minLength: 6, maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(someBallot, ({ kind, view, keys, grades }) => {
        const terms = makeTerms(kind);
        const choices: Choices =
          kind === 'ordinal'
            ? keys
            : [...keys].sort().map((key, at) => [key, grades[at]!] as const);
        const [converted] = convertBallots(terms, [{ choices, times: 3 }], view);
        expect(converted!.times).toBe(3);
        const written = converted!.choices.map((choice) =>
          typeof choice === 'string' ? choice : writeEntry({ key: choice[0], points: choice[1] }),
        );
        for (const one of written) expect(keys).toContain(one.split(':')[0]);
        if (written.length === 0 || view === 'own') return;
        const limits = { minimumChoices: 1, maximumChoices: 6 };
        expect(checkBallot({ ...convertTerms(terms, view), ...limits }, written)).toEqual({
          ok: true,
          choices: converted!.choices,
        });
      }),
      { numRuns: 400 },
    );
  });
});
