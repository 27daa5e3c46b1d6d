import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOptions } from '../../../tests/make/terms.ts';
import { checkBallot } from '../polls/ballot/ballot.ts';
import { writeEntry } from '../polls/ballot/entry.ts';
import type { Choices } from '../polls/index.ts';
import { inventBox, inventTerms } from './invented-poll.ts';
import { inventVoters, POPULATIONS } from './population.ts';
import { SCREENS } from './simulator-request.ts';

const someElectorate = fc.record({
  population: fc.constantFrom(...POPULATIONS),
  voters: fc.integer({ min: 50, max: 80 }),
  seed: fc.nat(2 ** 32 - 1),
});

const someGround = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 400_00 }), { minLength: 1, maxLength: 12 }),
    zones: fc.array(fc.constantFrom('Centre', 'Gare', 'Rives', null), {
      minLength: 12,
      maxLength: 12,
    }),
    mostChoices: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ costs, zones, mostChoices }) => ({
    options: makeOptions(costs.length).map((option, at) => ({
      ...option,
      cost: costs[at]!,
      zone: zones[at]!,
    })),
    envelope: 1000_00,
    mostChoices,
  }));

/** Choices as a form writes them. */
const write = (choices: Choices) =>
  choices.map((choice) =>
    typeof choice === 'string' ? choice : writeEntry({ key: choice[0], points: choice[1] }),
  );

describe('people who do not exist', () => {
  it('R199 one seed always draws the same ballots, of every kind; another seed draws others', () => {
    fc.assert(
      fc.property(
        someGround,
        fc.constantFrom(...SCREENS),
        someElectorate,
        (ground, screen, who) => {
          const terms = inventTerms(ground, screen);
          expect(inventBox(terms, ground, screen, who)).toEqual(
            inventBox(terms, ground, screen, who),
          );
        },
      ),
      { numRuns: 60 },
    );
    const places = Array.from({ length: 8 }, () => ({ zone: null }));
    const draw = (seed: number) =>
      inventVoters(places, 4, { population: 'scattered', voters: 50, seed });
    expect(draw(2)).not.toEqual(draw(1));
    // known by heart: it must never change, or addresses that were shared would say something else
    expect(draw(1).slice(0, 3)).toEqual([
      { liked: [0, 4, 7], others: [6, 2, 3] },
      { liked: [3, 7, 2], others: [4, 0, 5] },
      { liked: [1], others: [4] },
    ]);
  });

  it('R199 every ballot that they fill in could have been cast', () => {
    fc.assert(
      fc.property(
        someGround,
        fc.constantFrom(...SCREENS),
        someElectorate,
        (ground, screen, who) => {
          const terms = inventTerms(ground, screen);
          const box = inventBox(terms, ground, screen, who);
          expect(box.ballots.reduce((sum, { times }) => sum + times, 0)).toBe(who.voters);
          const [envelope] = terms.settings.envelopes;
          const { minimumChoices, maximumChoices } = envelope!;
          for (const { choices } of box.ballots) {
            const checked = checkBallot(
              { ...terms, minimumChoices, maximumChoices },
              write(choices),
            );
            // nothing at all may fit in what somebody can spend
            if (choices.length > 0) expect(checked).toEqual({ ok: true, choices });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('R199 a population has the tastes that it says', () => {
    const zones = ['Centre', 'Gare', null];
    const places = Array.from({ length: 30 }, (_, at) => ({ zone: zones[at % 3]! }));
    const shareOfFirst = (population: (typeof POPULATIONS)[number]) => {
      const voters = inventVoters(places, 5, { population, voters: 2000, seed: 7 });
      const first = places.map(
        (_, at) => voters.filter(({ liked }) => liked.includes(at)).length / 2000,
      );
      return Math.max(...first);
    };
    expect(shareOfFirst('favourite')).toBeGreaterThan(0.75);
    expect(shareOfFirst('scattered')).toBeLessThan(0.2);
    const voters = inventVoters(places, 5, { population: 'districts', voters: 2000, seed: 7 });
    // of two choices of one person, both in one district far oftener than one in each
    const pairs = voters.map(({ liked }) => liked.map((at) => places[at]!.zone));
    const both = pairs.filter((own) => own.includes('Centre') && own.includes('Gare')).length;
    const twice = pairs.filter((own) =>
      ['Centre', 'Gare'].some((zone) => own.filter((one) => one === zone).length >= 2),
    ).length;
    expect(twice).toBeGreaterThan(2 * both);
  });
});
