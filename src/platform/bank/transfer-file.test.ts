import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIC, makeIban } from '../../../tests/make/bank.ts';
import { findSchemaFaults, hasSchemas } from '../../../tests/xml-schema.ts';
import { readIban } from './iban.ts';
import { writeTransferFile } from './transfer-file.ts';

const order = (amounts: readonly number[], words = 'Élan « & » Cie <b>') => ({
  messageId: 'PALABRE-12',
  madeAt: new Date('2026-11-22T23:30:15Z'),
  executedOn: '2026-11-24',
  from: { holder: 'Élan commun & amis', iban: makeIban(1), bic: BIC },
  transfers: amounts.map((amount, index) => ({
    endToEndId: `PALABRE-12-${index + 1}`,
    amount,
    to: { holder: `Nadège ${words} ${index}`, iban: makeIban(100 + index), bic: BIC },
    label: `${words} – demande n° ${index}`,
  })),
});

describe('transfer files', () => {
  it('R22 makes up accounts with right check digits', () => {
    for (const number of [0, 1, 97, 12_345_678_901])
      expect(readIban(makeIban(number)).ok, makeIban(number)).toBe(true);
  });

  it('R22 tells who pays whom, when, how much and with which words, alike each time', () => {
    const xml = writeTransferFile(order([30_000, 1, 1999]));
    expect(writeTransferFile(order([30_000, 1, 1999]))).toBe(xml);
    expect(xml).toContain('<CreDtTm>2026-11-23T00:30:00</CreDtTm>');
    expect(xml).toContain('<ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>');
    expect(xml.match(/<NbOfTxs>3<\/NbOfTxs><CtrlSum>320\.00<\/CtrlSum>/g)).toHaveLength(2);
    expect(xml).toContain('<Nm>Elan commun + amis</Nm>');
    expect(xml).toContain('<InstdAmt Ccy="EUR">0.01</InstdAmt>');
    expect(xml).toContain('<EndToEndId>PALABRE-12-3</EndToEndId>');
    expect(xml).not.toContain('<b>');
  });

  it.runIf(hasSchemas)(
    'R22 W15 the published schema takes the file, whatever people are called and the amounts are',
    () => {
      expect(findSchemaFaults('pain.001.001.09', writeTransferFile(order([1])))).toBe('');
      expect(
        findSchemaFaults('pain.001.001.09', writeTransferFile(order(Array(200).fill(99_999_99)))),
      ).toBe('');
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 30_000_000 }), { minLength: 1, maxLength: 40 }),
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          (amounts, words) => {
            const xml = writeTransferFile(order(amounts, words));
            expect(findSchemaFaults('pain.001.001.09', xml)).toBe('');
            const sum = amounts.reduce((a, b) => a + b, 0);
            const written = `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`;
            expect(xml.match(/<CtrlSum>([^<]*)</)?.[1]).toBe(written);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
