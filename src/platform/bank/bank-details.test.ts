import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { lastFour, readBic, readIban } from './iban.ts';
import { type BankOwner, openBank, sealBank } from './sealed-details.ts';
import { writeSepaText } from './sepa-text.ts';
import { readAccount } from './typed-account.ts';

/** Published by banks and by the registry of IBANs as examples. */
const FRENCH = 'FR7630006000011234567890189';
const BELGIAN = 'BE68539007547034';
const refusalOf = (typed: string, countries?: Parameters<typeof readIban>[1]) => {
  const read = readIban(typed, countries);
  return read.ok ? read.iban : read.refusal;
};

describe('W15 bank details', () => {
  it('W15 an IBAN is read as people copy it from a paper', () => {
    for (const typed of [
      FRENCH,
      'FR76 3000 6000 0112 3456 7890 189',
      ' fr76 3000 6000 0112 3456 7890 189\n',
      'FR76\u00a03000\u00a06000\u202f0112\u2009345678 90189',
      'IBAN : FR76 3000 6000 0112 3456 7890 189',
      'Iban: FR76-3000-6000-0112-3456-7890-189',
      'I.B.A.N. FR76.3000.6000.0112.3456.7890.189',
      'Code IBAN\u00a0: \u200bFR76 3000 6000 0112 3456 7890 189',
      'ＦＲ76 3000 6000 0112 3456 7890 189',
    ])
      expect(refusalOf(typed), typed).toBe(FRENCH);
    expect(lastFour(FRENCH)).toBe('0189');
  });

  it('W15 each wrong IBAN is refused by its own name', () => {
    expect(refusalOf('')).toBe('iban-empty');
    expect(refusalOf(' IBAN : ')).toBe('iban-empty');
    expect(refusalOf('FR76 3000 6000 0112 3456 7890 18é')).toBe('iban-signs');
    expect(refusalOf('F'.repeat(500))).toBe('iban-signs');
    expect(refusalOf(BELGIAN)).toBe('iban-country');
    expect(refusalOf('12345')).toBe('iban-country');
    expect(refusalOf('US64SVBKUS6S3300958879', 'SEPA')).toBe('iban-country');
    expect(refusalOf(FRENCH.slice(0, -1))).toBe('iban-length');
    expect(refusalOf('FR7630006000011234567890188')).toBe('iban-checksum');
    expect(refusalOf('FR7730006000011234567890189')).toBe('iban-checksum');
    expect(refusalOf(BELGIAN, ['FR', 'BE'])).toBe(BELGIAN);
    expect(refusalOf(BELGIAN, 'SEPA')).toBe(BELGIAN);
  });

  it('W15 one digit typed wrong, or two neighbours exchanged, is always seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 26 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digit = (Number(FRENCH[at]) + more) % 10;
        const wrong = FRENCH.slice(0, at) + digit + FRENCH.slice(at + 1);
        return !readIban(wrong).ok;
      }),
    );
    for (let at = 2; at < 26; at += 1) {
      if (FRENCH[at] === FRENCH[at + 1]) continue;
      const wrong = FRENCH.slice(0, at) + FRENCH[at + 1] + FRENCH[at] + FRENCH.slice(at + 2);
      expect(readIban(wrong).ok, wrong).toBe(false);
    }
  });

  it('W15 a BIC is of the country of its account, overseas included', () => {
    const bic = (typed: string, iban = FRENCH) => {
      const read = readBic(typed, iban);
      return read.ok ? read.bic : read.refusal;
    };
    expect(bic('agri fr pp')).toBe('AGRIFRPP');
    expect(bic('BIC : AGRIFRPP882')).toBe('AGRIFRPP882');
    expect(bic('BIC/SWIFT : BNPARERX')).toBe('BNPARERX');
    expect(bic('')).toBe('bic-empty');
    expect(bic('AGRIFRP')).toBe('bic-not-one');
    expect(bic('AGRIFRPP8')).toBe('bic-not-one');
    expect(bic(FRENCH)).toBe('bic-not-one');
    expect(bic('GEBABEBB')).toBe('bic-other-country');
    expect(bic('GEBABEBB', BELGIAN)).toBe('GEBABEBB');
  });
});

describe('W15 sealed bank details', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-bank-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const owner: BankOwner = { organisationId: 'movement', kind: 'request', id: 'one' };
  const details = { holder: 'Nadège Œuvrard', iban: FRENCH, bic: 'AGRIFRPP' };

  it('W15 open for the request and the organisation that they were sealed for, and for nothing else', () => {
    const sealed = sealBank(folder, owner, details);
    expect(sealed).not.toContain('FR76');
    expect(openBank(folder, owner, sealed)).toEqual(details);
    expect(sealBank(folder, owner, details)).not.toBe(sealed);
    expect(openBank(folder, { ...owner, id: 'two' }, sealed)).toBeNull();
    expect(openBank(folder, { ...owner, organisationId: 'other' }, sealed)).toBeNull();
    expect(openBank(folder, { ...owner, kind: 'payer' }, sealed)).toBeNull();
    expect(openBank(folder, owner, `${sealed.slice(0, -4)}AAAA`)).toBeNull();
  });
});

describe('text for banks', () => {
  it('W15 is written with the signs of the SEPA area, and cut to its length', () => {
    expect(writeSepaText('Élan & Cie, n° 3', 70)).toBe('Elan + Cie, no 3');
    expect(writeSepaText('L’œuvre « Ça » — 12 €', 70)).toBe("L'oeuvre ' Ca ' - 12 EUR");
    expect(writeSepaText('//Łódź//', 70)).toBe('Lodz');
    expect(writeSepaText('محمد 🌳', 70)).toBe('');
    expect(writeSepaText('Noël et Zoé', 5)).toBe('Noel');
    expect(writeSepaText('e\u0301te\u0301', 70)).toBe('ete');
  });

  it('W15 never holds another sign, nor more than asked, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 140 }),
        (text, most) => {
          const written = writeSepaText(text, most);
          return (
            written.length <= most &&
            /^[A-Za-z0-9/\-?:().,'+ ]*$/.test(written) &&
            !written.startsWith('/') &&
            !written.includes('//')
          );
        },
      ),
    );
  });
});

it('W15 an account is read whole, or each of its fields says what is wrong with it', () => {
  const iban = 'FR76 3000 6000 0112 3456 7890 189';
  const typed = { holder: ' Rosa  Martin ', iban, bic: 'agrifrpp' };
  const details = { holder: 'Rosa Martin', iban: iban.replaceAll(' ', ''), bic: 'AGRIFRPP' };
  expect(readAccount(typed, ['FR'])).toEqual({ ok: true, details });
  const refusalsOf = (changed: Partial<typeof typed>) => {
    const read = readAccount({ ...typed, ...changed }, ['FR']);
    return read.ok ? null : read.refusals;
  };
  expect(refusalsOf({ holder: '' })).toEqual({ holder: 'holder-empty' });
  expect(refusalsOf({ holder: 'a'.repeat(71) })).toEqual({ holder: 'holder-long' });
  // nothing of it would stand in the file for the bank
  expect(refusalsOf({ holder: '李娜' })).toEqual({ holder: 'holder-signs' });
  expect(refusalsOf({ iban: '', bic: 'DEUTDEFF' })).toEqual({ iban: 'iban-empty' });
  expect(refusalsOf({ bic: 'DEUTDEFF' })).toEqual({ bic: 'bic-other-country' });
});
