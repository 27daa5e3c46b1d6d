import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDestination, groupByName, type Holder } from './destination.ts';
import { checkDay, checkReference, USUAL_BOUNDS } from './donation.ts';
import { findColumns } from './donation-file.ts';
import { readAmount, readLines, readWrittenDay } from './donation-lines.store.ts';

const lilas: Holder = {
  kind: 'group',
  id: 'lilas',
  slug: 'les-lilas',
  name: 'Les Lilas Solidaires',
  address: '/groupes/les-lilas',
};
const other: Holder = { ...lilas, id: 'other', slug: 'les-lilas-2' };
const fund: Holder = { ...lilas, kind: 'fund', id: 'fund', slug: 'fonds-2026', name: 'Élan 2026' };

const refusalOf = (typed: string) => {
  const read = readAmount(typed, USUAL_BOUNDS);
  return read.ok ? read.cents : read.refusal;
};

describe('R25 amounts of a donation', () => {
  it('part 2.1: 1 € to 4 600 €, ends included', () => {
    for (const [typed, read] of [
      ['1', 100],
      ['0,99', 'amount-too-small'],
      ['0', 'amount-too-small'],
      ['4 600,00 €', 460_000],
      ['4600.01', 'amount-too-large'],
      ['40,5', 4050],
    ] as const)
      expect(refusalOf(typed), typed).toBe(read);
  });

  it('W8 W14 nothing but euros: no sign, power, formula, third decimal, nor figure of another script', () => {
    for (const [typed, refusal] of [
      ['', 'amount-missing'],
      ['-5', 'amount-negative'],
      ['−5', 'amount-negative'],
      ['1e3', 'amount-unreadable'],
      ['=1+1', 'amount-unreadable'],
      ['+10', 'amount-unreadable'],
      ['12,345', 'amount-unreadable'],
      ['NaN', 'amount-unreadable'],
      ['٣٠', 'amount-unreadable'],
      ['9'.repeat(40), 'amount-too-large'],
    ] as const)
      expect(refusalOf(typed), typed).toBe(refusal);
  });
});

describe('a day and a reference', () => {
  it('a day is read as people write it; none is to come', () => {
    expect(readWrittenDay('22/11/2026')).toBe('2026-11-22');
    expect(readWrittenDay('2026-11-22')).toBe('2026-11-22');
    expect(readWrittenDay('5.1.2026')).toBe('2026-01-05');
    for (const typed of ['31/02/2026', '2026-13-01', '22/11/26', '46348', '', '=TODAY()'])
      expect(readWrittenDay(typed), typed).toBeNull();
    expect(checkDay('2026-11-22', '2026-11-22')).toBeNull();
    expect(checkDay('2026-11-23', '2026-11-22')).toBe('day-to-come');
    expect(checkDay('1999-12-31', '2026-11-22')).toBe('day-too-old');
    expect(checkDay(null, '2026-11-22')).toBe('day-unreadable');
  });

  it('W14 a reference is no formula and no sentence', () => {
    for (const good of ['HA-2026/00017', '1', 'réf_12 #4'])
      expect(checkReference(good, { required: true }), good).toBeNull();
    for (const bad of ['=HYPERLINK("x")', '+33', '@a', '-1', '<b>', 'a\nb', 'x'.repeat(81)])
      expect(checkReference(bad, { required: true }), bad).toBe('reference-unreadable');
    expect(checkReference('', { required: true })).toBe('reference-missing');
    expect(checkReference('', { required: false })).toBeNull();
  });
});

describe('where a donation goes', () => {
  const find = (typed: string, holders: Holder[] = [lilas, fund]) => {
    const found = findDestination(typed, groupByName(holders));
    return found.ok
      ? found.destination.kind === 'solidarity'
        ? 'solidarity'
        : found.destination.id
      : found.refusal;
  };

  it('R25 a group or a fund by its name or its address, the solidarity fund by its own', () => {
    for (const typed of [
      'Les Lilas Solidaires',
      ' les lilas  SOLIDAIRES ',
      'les-lilas',
      'groupe : les-lilas',
    ])
      expect(find(typed), typed).toBe('lilas');
    for (const typed of ['élan 2026', 'Fonds : Elan 2026', 'fonds-2026'])
      expect(find(typed), typed).toBe('fund');
    for (const typed of ['Caisse nationale de solidarité', 'solidarité', 'CNS'])
      expect(find(typed), typed).toBe('solidarity');
    expect(find('')).toBe('destination-missing');
    expect(find('Les Lilas')).toBe('destination-unknown');
    expect(find('fonds : les-lilas')).toBe('destination-unknown');
  });

  it('two of one name are told apart by their address only', () => {
    expect(find('Les Lilas Solidaires', [lilas, other])).toBe('destination-ambiguous');
    expect(find('les-lilas-2', [lilas, other])).toBe('other');
  });
});

describe('lines of a file', () => {
  const columns = { reference: 0, givenOn: 1, amount: 2, destination: 3 };
  const terms = { bounds: USUAL_BOUNDS, today: '2026-11-22', holders: [lilas, fund] };
  const read = (...lines: string[][]) =>
    readLines(
      lines.map((cells, at) => ({ row: at + 2, cells })),
      columns,
      terms,
    );

  it('columns are found by their heading, in any order', () => {
    expect(findColumns(['Montant (€)', 'Destination', 'Nom', 'Référence', 'Date du don'])).toEqual({
      ok: true,
      columns: { amount: 0, destination: 1, reference: 3, givenOn: 4 },
    });
    expect(findColumns(['date', 'nom'])).toEqual({
      ok: false,
      missing: ['reference', 'amount', 'destination'],
    });
  });

  it('every fault of a line is told with its number; the same reference twice for the same destination', () => {
    const { lines, faults, faulty } = read(
      ['A1', '22/11/2026', '40,00', 'les-lilas'],
      ['A1', '22/11/2026', '10', 'CNS'],
      ['A1', '22/11/2026', '5', 'Les Lilas Solidaires'],
      ['=1', '23/11/2026', '1e3', 'nobody'],
    );
    expect(lines.map(({ row, amount }) => [row, amount])).toEqual([
      [2, 4000],
      [3, 1000],
    ]);
    expect(faulty).toBe(2);
    expect(faults.map(({ row, refusal }) => `${row} ${refusal}`)).toEqual([
      '4 reference-twice',
      '5 reference-unreadable',
      '5 day-to-come',
      '5 amount-unreadable',
      '5 destination-unknown',
    ]);
  });

  it('W8 whatever the cells hold, a line is either good or told of', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 4, maxLength: 4 })), (cells) => {
        const { lines, faulty } = read(...cells);
        expect(lines.length + faulty).toBe(cells.length);
      }),
    );
  });
});
