import { describe, expect, it } from 'vitest';
import { makeCamt053, makeIban } from '../../../tests/make/bank.ts';
import { findSchemaFaults, hasSchemas } from '../../../tests/xml-schema.ts';
import { readStatements } from './read-statements.ts';

const iban = makeIban(1);
const entries = [
  {
    day: '2026-11-20',
    amount: -30_000,
    reference: 'REF1',
    transactions: [
      { amount: 30_000, endToEndId: 'PALABRE-1-1', name: 'Nadège & fils', words: 'Tracts' },
    ],
  },
  {
    day: '2026-11-20',
    amount: -1500,
    reference: 'LOT7',
    words: 'VIREMENTS SEPA',
    transactions: [
      { amount: 1000, endToEndId: 'PALABRE-1-2' },
      { amount: 500, endToEndId: 'PALABRE-1-3' },
    ],
  },
  {
    day: '2026-11-21',
    amount: 1000,
    reference: 'RET1',
    transactions: [{ amount: 1000, endToEndId: 'PALABRE-1-2', returnReason: 'AC04' }],
  },
  { day: '2026-11-21', amount: 4200, words: 'Don de Zoé' },
  { day: '2026-11-22', amount: -100, status: 'PDNG' },
];
const camt = makeCamt053([{ iban, entries }]);
const read = (text: string | Buffer, named = {}) =>
  readStatements(Buffer.from(text as string), named);
const movementsOf = (text: string | Buffer, named = {}) => {
  const done = read(text, named);
  if (!done.ok) throw new Error(done.refusal);
  return done.statements.flatMap(({ movements }) => movements);
};
const refusalOf = (text: string | Buffer) => {
  const done = read(text);
  return done.ok ? null : done.refusal;
};

describe('statements in XML', () => {
  it.runIf(hasSchemas)('R22 what the tests make up is what the published schema asks', () => {
    expect(findSchemaFaults('camt.053.001.08', camt)).toBe('');
  });

  it('R22 are read: movements one by one, parts of a batch, returns, balances', () => {
    const done = read(camt);
    expect(done.ok && done.format).toBe('camt.053');
    if (!done.ok) return;
    const [statement] = done.statements;
    expect(statement).toMatchObject({
      iban,
      firstDay: '2026-11-20',
      lastDay: '2026-11-22',
      opening: 1_000_000,
    });
    expect(statement!.movements).toEqual([
      {
        day: '2026-11-20',
        amount: -30_000,
        bankReference: 'REF1/PALABRE-1-1',
        endToEndId: 'PALABRE-1-1',
        words: 'Nadège & fils Tracts',
        returned: false,
      },
      expect.objectContaining({ amount: -1000, bankReference: 'LOT7/PALABRE-1-2' }),
      expect.objectContaining({ amount: -500, bankReference: 'LOT7/PALABRE-1-3' }),
      expect.objectContaining({ amount: 1000, endToEndId: 'PALABRE-1-2', returned: true }),
      expect.objectContaining({ amount: 4200, returned: false, words: 'Don de Zoé' }),
    ]);
  });

  it('R22 older ones, with prefixes, and several accounts in a file are read alike', () => {
    const prefixed = camt
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:')
      .replace('xmlns=', 'xmlns:n=')
      .replace('camt.053.001.08', 'camt.053.001.02')
      .replaceAll(/<n:Sts><n:Cd>(\w+)<\/n:Cd><\/n:Sts>/g, '<n:Sts>$1</n:Sts>');
    expect(movementsOf(prefixed)).toEqual(movementsOf(camt));
    const two = makeCamt053([
      { iban, entries },
      { iban: makeIban(2), entries },
    ]);
    const done = read(two);
    expect(done.ok && done.statements.map((one) => one.iban)).toEqual([iban, makeIban(2)]);
  });

  it('W7 entities, external files and bombs are refused unread', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Document>&b;</Document>`;
    expect(refusalOf(bomb)).toBe('file-active');
    const reading = camt.replace(
      '<Document',
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document',
    );
    expect(refusalOf(reading)).toBe('file-active');
    expect(refusalOf(Buffer.from(reading, 'utf16le'))).not.toBeNull();
    expect(refusalOf(`<Document>${'<a>'.repeat(50_000)}`)).toBe('file-damaged');
    expect(
      refusalOf(`<Document>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Document>`),
    ).not.toBeNull();
  });

  it('W7 what is no statement is refused in words', () => {
    expect(refusalOf('')).toBe('file-empty');
    expect(refusalOf('%PDF-1.7 …')).toBe('file-kind');
    expect(refusalOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBe('file-kind');
    expect(refusalOf('<?xml version="1.0"?><Document><Other/></Document>')).toBe('no-statement');
    expect(refusalOf('<html><body>Connexion</body></html>')).toBe('file-kind');
    expect(refusalOf(camt.slice(0, 900))).toBe('file-damaged');
    expect(refusalOf(camt.replaceAll('Ccy="EUR"', 'Ccy="USD"'))).toBe('other-currency');
    expect(refusalOf(camt.replace('300.00', '-300.00'))).toBe('unreadable-amount');
    expect(refusalOf(camt.replace('300.00', '300.005'))).toBe('unreadable-amount');
    expect(refusalOf(camt.replaceAll('<Dt>2026-11-20', '<Dt>2026-02-30'))).toBe('unreadable-day');
    expect(refusalOf(Buffer.alloc(11 * 1024 * 1024, 0x20))).toBe('file-too-large');
    expect(refusalOf('bonjour')).toBe('file-kind');
  });

  it('W7 ten megabytes are read within a bounded memory and a bound of movements', () => {
    const many = (count: number, words = '') =>
      makeCamt053([
        {
          iban,
          entries: Array.from({ length: count }, (_, index) => ({
            day: '2026-11-20',
            amount: -100 - index,
            reference: `R${index}`,
            transactions: [{ amount: 100 + index, endToEndId: `E-${index}`, words }],
          })),
        },
      ]);
    const large = many(15_000, 'Tracts & affiches '.repeat(10));
    expect(large.length).toBeGreaterThan(7 * 1024 * 1024);
    const before = process.memoryUsage().heapUsed;
    expect(movementsOf(large)).toHaveLength(15_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400 * 1024 * 1024);
    expect(refusalOf(many(20_001))).toBe('too-many-movements');
  });
});

describe('statements for spreadsheets', () => {
  const columns = ['day', 'amount', 'words'] as const;
  const shortly = (text: string | Buffer, named = {}) =>
    movementsOf(text, named).map((one) => columns.map((column) => one[column]));

  it('R22 what went out and what came in, in Windows-1252 with a preamble, as French banks write it', () => {
    const text = [
      'Compte chèques n° 00012345678;;;',
      'Solde au 22/11/2026;;;1 234,56',
      '',
      'Date;Libellé;Débit euros;Crédit euros',
      '20/11/2026;"VIR SEPA; Nadège\nTracts";300,00;',
      '21/11/2026;DON DE ZOÉ;;1 042,50',
      ';;;',
      ';Total;300,00;1 042,50',
    ].join('\r\n');
    const expected = [
      ['2026-11-20', -30_000, 'VIR SEPA; Nadège Tracts'],
      ['2026-11-21', 104_250, 'DON DE ZOÉ'],
    ];
    expect(shortly(Buffer.from(text, 'latin1'))).toEqual(expected);
    expect(shortly(`\ufeff${text}`)).toEqual(expected);
    expect(shortly(text.replace('300,00;', '-300,00;'))).toEqual(expected);
  });

  it('R22 one signed amount, commas or tabs, days of every shape', () => {
    expect(
      shortly('dateOp,label,amount\n2026-11-20,"Virement, Zoé",-12.5\n2026-11-21,Don,"1,234.56"'),
    ).toEqual([
      ['2026-11-20', -1250, 'Virement, Zoé'],
      ['2026-11-21', 123_456, 'Don'],
    ]);
    expect(shortly('Date\tLibellé\tMontant\n01-12-26\tA\t−1.234,56 €\n1.12.2026\tB\t+3')).toEqual([
      ['2026-12-01', -123_456, 'A'],
      ['2026-12-01', 300, 'B'],
    ]);
  });

  it('R22 columns that nobody knows are named by who sends the file', () => {
    const text = 'Quand;Quoi;Combien\n20/11/2026;Tracts;-300,00\n';
    expect(read(text)).toEqual({
      ok: false,
      refusal: 'unknown-columns',
      columns: ['Quand', 'Quoi', 'Combien'],
    });
    expect(shortly(text, { day: 'Quand', words: 'Quoi', amount: 'Combien' })).toEqual([
      ['2026-11-20', -30_000, 'Tracts'],
    ]);
  });

  it('W7 a line that cannot be read is named', () => {
    expect(read('Date;Libellé;Montant\n20/11/2026;A;-1,00\n21/11/2026;B;douze\n')).toEqual({
      ok: false,
      refusal: 'unreadable-amount',
      row: 3,
    });
    expect(read('Date;Libellé;Montant\n31/02/2026;A;-1,00\n')).toMatchObject({
      refusal: 'unreadable-day',
      row: 2,
    });
    expect(refusalOf('Date;Libellé;Montant\n')).toBe('no-statement');
  });
});
