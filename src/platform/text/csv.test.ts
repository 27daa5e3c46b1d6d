import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsvLine } from './csv.ts';

const read = (text: string) => parse(text, { delimiter: ';' }) as string[][];

describe('a line for spreadsheets', () => {
  it('W8 holds back what a spreadsheet would run', () => {
    const attacks = [
      '=1+1',
      '+33',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      '|calc',
      '%0A',
    ];
    for (const attack of attacks) expect(read(writeCsvLine([attack]))).toEqual([[`'${attack}`]]);
    expect(writeCsvLine(['Jardin', -3, 12.5])).toBe('Jardin;-3;12.5\r\n');
  });

  it('is read back as it was written, whatever the text holds', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const [back] = read(writeCsvLine(cells));
        expect(back!.map((one, at) => (one === `'${cells[at]}` ? cells[at] : one))).toEqual(cells);
      }),
    );
  });
});
