import { describe, expect, it } from 'vitest';
import { checkPopulation, readPopulationLines, type TypedPopulation } from './population.ts';

const lines = (text: string) =>
  text.split('\n').map((line, at) => ({ row: at + 1, cells: line.split(';') }));
const known = (name: string) =>
  ['Centre', 'La Gare'].find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;

const typed: TypedPopulation = {
  inhabitants: '21\u202f000',
  source: 'Insee',
  year: '2023',
  ages: { '18-25': '2 520', '26-39': '' },
  districts: { Centre: '6200' },
};

describe('R88 the population of a town', () => {
  it('R88 is read as it is typed, parts left empty are unknown', () => {
    expect(checkPopulation(typed, 2026)).toEqual({
      ok: true,
      population: {
        inhabitants: 21_000,
        source: 'Insee',
        year: 2023,
        ages: { '18-25': 2520 },
        districts: { Centre: 6200 },
      },
    });
  });

  it('R88 what does not hold is told field by field', () => {
    const wrong = {
      inhabitants: '10',
      source: '',
      year: '2031',
      ages: { '18-25': 'beaucoup' },
      districts: { Centre: '11' },
    };
    expect(checkPopulation(wrong, 2026)).toEqual({
      ok: false,
      problems: {
        source: 'source-missing',
        year: 'year-wrong',
        'age:18-25': 'not-a-number',
        districts: 'more-than-all',
      },
    });
    expect(checkPopulation({ ...typed, inhabitants: '' }, 2026)).toMatchObject({
      problems: { inhabitants: 'inhabitants-missing' },
    });
  });

  it('R88 a file fills in ages of any width, districts and the total; what is odd is told with its line', () => {
    const read = readPopulationLines(
      lines(
        [
          'Tranche;Habitants',
          '18;300',
          '19 à 25 ans;2 220',
          '75 ans et plus;1890',
          'moins de 18 ans;4410',
          'centre;6\u202f200',
          'Total;21000',
          '15-29;3000',
          'Atlantide;12',
          'La Gare;douze',
          'Centre;7',
        ].join('\n'),
      ),
      known,
    );
    expect(read).toEqual({
      inhabitants: '21000',
      ages: { '18-25': '2520', '75': '1890', '0-17': '4410' },
      districts: { Centre: '6200' },
      oddities: [
        { row: 8, cell: '15-29', odd: 'across-bands' },
        { row: 9, cell: 'Atlantide', odd: 'unknown-name' },
        { row: 10, cell: 'douze', odd: 'not-a-number' },
        { row: 11, cell: 'Centre', odd: 'twice' },
      ],
    });
  });
});
