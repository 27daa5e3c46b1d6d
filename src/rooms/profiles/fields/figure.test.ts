import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST, type Figure, moveFigures, tellPeople } from './figure.ts';

describe('R95 what is told of optional answers', () => {
  it.each([
    [0, 4, 0],
    [0, 5, 5],
    [5, 9, 5],
    [5, 10, 10],
    // four of them went: it stays as it was told
    [5, 1, 5],
    [5, 0, 0],
    [12, 6, 6],
    [12, 3, 0],
  ])('told %i, counted %i: tells %i', (told, counted, tells) => {
    expect(tellPeople(told, counted)).toBe(tells);
  });

  it('R95 W3 over any history no number, no sum and no difference of two nights stands for fewer than five', () => {
    // each act: somebody, of one field, answers, changes their mind, or takes it back; null: a night
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.nat(39), fc.integer({ min: -1, max: 3 })) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const answers = new Map<number, number>();
        let told: Figure[] = [];
        let before = new Map<number, ReadonlySet<number>>();
        for (const one of [...acts, null]) {
          if (one) {
            if (one[1] < 0) answers.delete(one[0]);
            else answers.set(one[0], one[1]);
            continue;
          }
          const who = (choice: number) =>
            new Set([...answers].flatMap(([person, said]) => (said === choice ? [person] : [])));
          const counted = [0, 1, 2, 3].map((choice) => ({
            fieldId: 'f',
            choice,
            people: who(choice).size,
          }));
          const moved = moveFigures(told, counted);
          for (const { choice, people } of moved) {
            const known = told.find((figure) => figure.choice === choice)?.people ?? 0;
            expect(Math.abs(people - known)).toBeGreaterThanOrEqual(FEWEST);
            // at least five came or went since this number was last told
            const [then, now] = [before.get(choice) ?? new Set<number>(), who(choice)];
            const others = [...then, ...now].filter((one) => !(then.has(one) && now.has(one)));
            expect(others.length).toBeGreaterThanOrEqual(FEWEST);
            before = new Map([...before, [choice, now]]);
          }
          const still = told.filter(({ choice }) => !moved.some((one) => one.choice === choice));
          told = [...still, ...moved];
          for (const { people } of told) expect(people === 0 || people >= FEWEST).toBe(true);
          const sum = told.reduce((all, { people }) => all + people, 0);
          expect(sum === 0 || sum >= FEWEST).toBe(true);
        }
      }),
    );
  });
});
