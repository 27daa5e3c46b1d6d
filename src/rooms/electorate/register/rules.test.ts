import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBirthDate } from './birth-date.ts';
import { checkMapping, guessMapping } from './columns.ts';
import { CsvReader, type CsvRow } from './csv-reader.ts';
import { distanceTo, isClaimed } from './matching.ts';
import { nameKey } from './name-key.ts';
import { isKeyedNationalNumber, isNationalColumn, isNationalNumber } from './national-number.ts';
import { readRow } from './row.ts';

const TODAY = '2026-11-22';

/** Rows of a text that comes in pieces of so many characters. */
function readAll(text: string, size = text.length || 1, separator = ';'): CsvRow[] {
  const reader = new CsvReader(separator);
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size)
    rows.push(...reader.push(text.slice(at, at + size)));
  return [...rows, ...reader.end()];
}

const cellsOf = (rows: CsvRow[]) => rows.map((row) => ('cells' in row ? row.cells : row.fault));

describe('rows of a file', () => {
  it('W8 are those that another reader finds, however the file is cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ';', '\n', '\r\n', ' ', "'", '='),
      maxLength: 8,
    });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (rows, end, size) => {
          const text = rows.map((cells) => cells.map(quote).join(';')).join(end);
          const theirs = parse(text, { delimiter: ';', relax_column_count: true });
          expect(cellsOf(readAll(text, size))).toEqual(theirs);
        },
      ),
    );
  });

  it('end with LF, CR LF or CR alone', () => {
    for (const end of ['\n', '\r\n', '\r'])
      for (const size of [1, 2, 100])
        expect(readAll(['a;b', '', 'c;"d"', 'e;f'].join(end), size)).toEqual([
          { line: 1, cells: ['a', 'b'] },
          { line: 3, cells: ['c', 'd'] },
          { line: 4, cells: ['e', 'f'] },
        ]);
  });

  it('hold separators, quotes and ends of lines in quotes, and count the lines', () => {
    expect(readAll('"12; rue ""Bleue""\nbât. B";x\ny;z\n', 3)).toEqual([
      { line: 1, cells: ['12; rue "Bleue"\nbât. B', 'x'] },
      { line: 3, cells: ['y', 'z'] },
    ]);
    expect(cellsOf(readAll('Jean "Jeannot";D\n'))).toEqual([['Jean "Jeannot"', 'D']]);
  });

  it('cost themselves only when a quote never closes, or a line is a megabyte', () => {
    const lines = Array.from({ length: 100 }, (_, at) => `nom${at};x`);
    const torn = readAll(['a;b', '"ouvert;b', ...lines].join('\n'), 1000);
    expect(torn[1]).toMatchObject({ line: 2, fault: 'quote-never-closed' });
    expect(torn).toHaveLength(102);
    expect(torn.at(-1)).toEqual({ line: 102, cells: ['nom99', 'x'] });
    const long = readAll(['a;b', 'x'.repeat(1_000_000), 'c;d'].join('\n'), 64_000);
    expect(long).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, fault: 'line-too-long', text: 'x'.repeat(200) },
      { line: 3, cells: ['c', 'd'] },
    ]);
    expect(readAll(`${'x'.repeat(50_000)}\r\ny;z`, 1)).toHaveLength(2);
  });
});

describe('W17 a date of birth', () => {
  const read = (typed: string) => {
    const date = readBirthDate(typed, TODAY);
    return date.ok ? date.day : date.refusal;
  };

  it('is read as offices write it', () => {
    for (const typed of [
      '31/12/1980',
      '31-12-1980',
      '31.12.1980',
      '31 12 1980',
      '1980-12-31',
      '1980/12/31',
      '31121980',
      '19801231',
      '31 décembre 1980',
      '31 Déc. 1980',
      '31/12/1980 00:00:00',
      '1980-12-31T00:00:00Z',
    ])
      expect(read(typed), typed).toBe('1980-12-31');
    expect(read('1er août 1999')).toBe('1999-08-01');
    expect(read('29/02/2004')).toBe('2004-02-29');
  });

  it('is refused when nobody alive can have it', () => {
    expect(read('31/02/1980')).toBe('birth-date-impossible');
    expect(read('29/02/2003')).toBe('birth-date-impossible');
    expect(read('00/00/1950')).toBe('birth-date-impossible');
    expect(read('12/31/1980')).toBe('birth-date-impossible');
    expect(read('23/11/2026')).toBe('not-born-yet');
    expect(read('22/11/2026')).toBe('2026-11-22');
    expect(read('01/01/1826')).toBe('too-old');
    expect(read('22/11/1905')).toBe('too-old');
    expect(read('23/11/1905')).toBe('1905-11-23');
    for (const typed of ['31/12/80', '29586', 'inconnue', '1980', '٣١/١٢/١٩٨٠'])
      expect(read(typed), typed).toBe('birth-date-unreadable');
  });
});

describe('a national number', () => {
  it('is told by its form and its key', () => {
    const keyed = (body: string, figures = body) =>
      `${body}${String(97 - (Number(figures) % 97)).padStart(2, '0')}`;
    expect(isKeyedNationalNumber(keyed('1801275116001'))).toBe(true);
    expect(isKeyedNationalNumber(`2 85 05 99 123 456 ${keyed('2850599123456').slice(13)}`)).toBe(
      true,
    );
    expect(isKeyedNationalNumber(keyed('185052A004007', '1850519004007'))).toBe(true);
    expect(isNationalNumber('1801275116001')).toBe(true);
    expect(isNationalNumber(`${keyed('1801275116001').slice(0, 14)}0`)).toBe(false);
    for (const other of ['0033612345678', '12345678901234567', 'matricule 13', ''])
      expect(isNationalNumber(other), other).toBe(false);
  });

  it('makes a column refused by its name or its values', () => {
    expect(isNationalColumn('nir', [])).toBe(true);
    expect(isNationalColumn(nameKey('N° de sécurité sociale'), [])).toBe(true);
    expect(isNationalColumn('numero', ['1801275116001', '', '2850599123456'])).toBe(true);
    expect(isNationalColumn('numero', ['12', '13', '14'])).toBe(false);
  });
});

describe('W12 names', () => {
  it('have one key for all their spellings', () => {
    for (const [one, other] of [
      ['Le Goff', 'LE-GOFF'],
      ['Le Goff', 'Legoff'],
      ["D'Artagnan", 'd’artagnan'],
      ['Élodie', 'E\u0301LODIE'],
      ['İbrahim', 'ibrahim'],
      ['Yıldız', 'YILDIZ'],
      ['Lœuvre', 'LOEUVRE'],
      ['Zoe\u200b', 'Zoë'],
    ])
      expect(nameKey(one!), one).toBe(nameKey(other!));
    expect(nameKey('Дмитрий')).not.toBe('');
  });

  const terms = { mapping: { lastName: 0, firstNames: 1, birthDate: 2 }, width: 3, today: TODAY };
  const read = (...cells: string[]) => {
    const row = readRow(cells, terms);
    return row.ok ? row.entry : row.refusal;
  };

  it('are taken composed, without what nobody sees', () => {
    expect(read(' Lefe\u0301vre\u200b ', 'Anne  Marie', '1/2/1990')).toMatchObject({
      lastName: 'Lefévre',
      firstNames: 'Anne Marie',
      birthDate: '1990-02-01',
    });
  });

  it('W8 are refused when they look like another', () => {
    expect(read('Мartin', 'Paul', '01/02/1990')).toBe('mixed-alphabets');
    expect(read('Мартин', 'Paul', '01/02/1990')).toMatchObject({ lastName: 'Мартин' });
    expect(read('', 'Paul', '01/02/1990')).toBe('name-missing');
    expect(read('Martin', ' ', '01/02/1990')).toBe('first-name-missing');
    expect(read('Martin', '???', '01/02/1990')).toBe('name-unreadable');
    expect(read('Mar\0tin', 'Paul', '01/02/1990')).toBe('control-sign');
    expect(read('Lef\ufffdvre', 'Paul', '01/02/1990')).toBe('unreadable');
    expect(read('x'.repeat(101), 'Paul', '01/02/1990')).toBe('value-too-long');
    expect(read('Martin', 'Paul', '')).toBe('birth-date-missing');
    expect(read('Martin', 'Paul')).toBe('cell-count');
    expect(read(...Array.from({ length: 200 }, () => 'x'))).toBe('cell-count');
    expect(read('Martin', 'Paul', '01/02/1990', '', ' ')).toMatchObject({ lastName: 'Martin' });
  });
});

describe('columns', () => {
  it('are known by the names that offices give', () => {
    expect(
      guessMapping([
        'Nom de naissance',
        "NOM D'USAGE",
        'Prénom(s)',
        'Date de naissance',
        'N° électeur',
        'Code postal',
      ]),
    ).toEqual({ lastName: 0, usedName: 1, firstNames: 2, birthDate: 3, number: 4, postcode: 5 });
  });

  it('must name people, each column once', () => {
    expect(checkMapping({ firstNames: 1 })).toEqual({ lastName: 'names-needed' });
    expect(checkMapping({ usedName: 0, firstNames: 1, town: 1 })).toEqual({ town: 'column-twice' });
    expect(checkMapping({ lastName: 0 })).toEqual({ firstNames: 'first-names-needed' });
  });
});

describe('somebody looked for', () => {
  const entry = {
    id: '',
    lastName: 'Le Goff',
    usedName: 'Martin',
    firstNames: 'Marie Claire, Anne',
    birthDate: '1990-02-01',
    number: 'E-12',
    address: '',
    postcode: '',
    town: '',
    district: '',
    email: '',
  };

  it('R53 is found in any order, by a beginning, with one typing error', () => {
    for (const typed of [
      'legoff',
      'Marie Le Goff',
      'LE GOFF marie',
      'martin',
      'mart mar',
      'claire martin',
    ])
      expect(distanceTo(typed, entry), typed).toBe(0);
    for (const typed of ['le gogf marie', 'martni', 'lgoff', 'matrin', 'martin mraie'])
      expect(distanceTo(typed, entry), typed).toBe(1);
    for (const typed of ['dupont', 'martni mraie', 'mxt', 'le goff paul'])
      expect(distanceTo(typed, entry), typed).toBeNull();
  });

  it('R191 is claimed exactly but for spelling', () => {
    const claim = { lastName: 'LEGOFF', firstName: 'marie-claire', birthDate: '1990-02-01' };
    expect(isClaimed(claim, entry)).toBe(true);
    expect(isClaimed({ ...claim, lastName: 'Martin', firstName: 'Anne' }, entry)).toBe(true);
    expect(isClaimed({ ...claim, number: 'e12' }, entry)).toBe(true);
    expect(isClaimed({ ...claim, number: 'e13' }, entry)).toBe(false);
    expect(isClaimed({ ...claim, lastName: 'Le Gof' }, entry)).toBe(false);
    expect(isClaimed({ ...claim, firstName: 'mar' }, entry)).toBe(false);
    expect(isClaimed({ ...claim, birthDate: '1990-02-02' }, entry)).toBe(false);
    const dateless = { ...entry, birthDate: null };
    expect(isClaimed(claim, dateless)).toBe(false);
    expect(isClaimed({ ...claim, number: 'E 12' }, dateless)).toBe(true);
  });
});
