import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../realisation.ts';
import { guessColumns, guessStages } from './guess.ts';
import { readAmount } from './line.ts';
import { readDate, readSteps } from './line-steps.ts';
import { FILE_STAGES } from './mapping.ts';

const today = '2024-06-15';
const month = (day: string) => ({ day: `${day}-01`, isMonth: true });

describe('a line of a programme', () => {
  it.each([
    ['2017-07', { day: '2017-07-01', isMonth: true }],
    ['07/2017', { day: '2017-07-01', isMonth: true }],
    ['14/07/2017', { day: '2017-07-14', isMonth: false }],
    ['2017-07-14 00:00:00', { day: '2017-07-14', isMonth: false }],
    ['2017-13', null],
    ['31/02/2017', null],
    ['0000-00', null],
    ['bientôt', null],
  ])('reads the date « %s »', (typed, expected) => {
    expect(readDate(typed)).toEqual(expected);
  });

  it.each([
    ['1500000', 150_000_000],
    ['1 500 000,50 €', 150_000_050],
    ['1,500,000.5', 150_000_050],
    ['1.500.000', 150_000_000],
    ['-3', null],
    ['environ 200', null],
  ])('reads the amount « %s »', (typed, expected) => {
    expect(readAmount(typed)).toBe(expected);
  });

  it('R59 every step up to the stage is done, no step after it, whatever the dates', () => {
    const date = fc.option(
      fc.tuple(fc.integer({ min: 2010, max: 2030 }), fc.integer({ min: 1, max: 12 })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FILE_STAGES),
        fc.record({
          study: date,
          procurement: date,
          works: date,
          plannedDelivery: date,
          delivered: date,
          inaugurated: date,
        }),
        fc.option(fc.integer({ min: 2014, max: 2024 })),
        (stage, drawn, year) => {
          const dates = Object.fromEntries(
            Object.entries(drawn)
              .filter(([, value]) => value)
              .map(([field, value]) => [
                field,
                month(`${value![0]}-${String(value![1]).padStart(2, '0')}`),
              ]),
          );
          const { steps } = readSteps({ stage, year, dates, today });
          expect(steps.map((step) => step.stage)).toEqual([...STAGES]);
          const done = steps.map((step) => step.done !== null);
          expect(done).toEqual([...done].sort((one, other) => Number(other) - Number(one)));
          if (stage !== 'abandoned' && stage !== 'suspended')
            expect(done.lastIndexOf(true)).toBe(STAGES.indexOf(stage));
        },
      ),
    );
  });

  it('a date of a passed step that is missing is bound by the next one known, and said to be', () => {
    const { steps, notes } = readSteps({
      stage: 'works',
      year: 2019,
      dates: { works: month('2020-06'), plannedDelivery: month('2021-01') },
      today,
    });
    expect(steps.map(({ done, worth }) => [done?.day ?? null, worth])).toEqual([
      ['2019-12-01', 'at-latest'],
      ['2020-06-01', 'at-latest'],
      ['2020-06-01', 'at-latest'],
      ['2020-06-01', null],
      [null, null],
      [null, null],
    ]);
    expect(steps[4]!.planned).toEqual(month('2021-01'));
    expect(notes.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'procurement date-missing',
      'study date-missing',
    ]);
  });

  it('dates that cannot be are told, each with its reason', () => {
    const { notes } = readSteps({
      stage: 'works',
      year: 2019,
      dates: {
        study: month('2018-01'),
        procurement: month('2021-03'),
        works: month('2020-03'),
        inaugurated: month('2022-01'),
      },
      today,
    });
    expect(notes.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'study date-before-edition',
      'works date-out-of-order',
      'inaugurated date-planned-past',
    ]);
  });

  it('headings and stages of other towns are recognised', () => {
    const columns = guessColumns(['N°', 'Année', 'Intitulé', 'Montant voté', 'Statut', 'Quartier']);
    expect(columns).toMatchObject({ edition: 1, title: 2, cost: 3, stage: 4, district: 5 });
    expect(guessStages(['En travaux', 'Terminé', '(non démarré)', 'Mystère'])).toEqual({
      entravaux: 'works',
      termine: 'inaugurated',
      nondemarre: 'to-launch',
    });
  });
});
