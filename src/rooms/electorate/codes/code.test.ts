import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAddressLines } from './addressee.ts';
import { listRanges, readBatch } from './batch.ts';
import { CODE_LENGTH, checkCharacter, formatCode, readCode, spellCode } from './code.ts';
import { drawCode, hashCode } from './codes.crypto.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const key = randomBytes(32);
const whole = (code: string) => code + checkCharacter(code);

describe('R53 a personal code', () => {
  it('has fifty bits: every character of every place is as likely as any other', () => {
    const draws = 32_000;
    const seen = Array.from({ length: CODE_LENGTH }, () => new Map<string, number>());
    const codes = new Set<string>();
    for (let number = 1; number <= draws; number += 1) {
      const code = drawCode(key, number);
      codes.add(code);
      [...code].forEach((sign, at) => {
        seen[at]!.set(sign, (seen[at]!.get(sign) ?? 0) + 1);
      });
    }
    expect(codes.size).toBe(draws);
    for (const place of seen) {
      expect([...place.keys()].sort().join('')).toBe(LETTERS);
      const expected = draws / 32;
      const chi = [...place.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // 31 degrees of freedom: one key in a billion is above
      expect(chi).toBeLessThan(110);
    }
  });

  it('uses the first fifty bits of its bytes and all of them', () => {
    expect(spellCode(new Uint8Array(7))).toBe('0000000000');
    expect(spellCode(new Uint8Array(7).fill(255))).toBe('ZZZZZZZZZZ');
    for (let bit = 0; bit < 50; bit += 1) {
      const bytes = new Uint8Array(7);
      bytes[bit >> 3] = 128 >> (bit & 7);
      expect(spellCode(bytes)).not.toBe('0000000000');
    }
    expect(spellCode(Uint8Array.from([0, 0, 0, 0, 0, 0, 0b00111111]))).toBe('0000000000');
  });

  it('is another with another key, and hashed otherwise in another edition', () => {
    expect(drawCode(key, 1)).not.toBe(drawCode(randomBytes(32), 1));
    expect(hashCode(key, 'a', '0123456789')).not.toBe(hashCode(key, 'b', '0123456789'));
    expect(hashCode(key, 'a', '0123456789')).not.toBe(hashCode(randomBytes(32), 'a', '0123456789'));
  });
});

describe('W10 a code as it is typed', () => {
  const code = 'A10B2C3D4E';

  it('in any case, with any spaces and hyphens; O is 0, I and L are 1', () => {
    const check = checkCharacter(code);
    for (const typed of [
      formatCode(code),
      whole(code).toLowerCase(),
      ` a10b2 c3d4e ${check} `,
      `A10B2–C3D4E–${check}`,
      `A1OB2\u202fC3D4E\u00a0${check}`,
      `AIOB2-C3D4E-${check}`,
      `AloB2.C3D4E.${check}`,
    ])
      expect(readCode(typed), typed).toEqual({ ok: true, code });
  });

  it('with any one wrong character, or two exchanged, it is a typing error', () => {
    const right = whole(code);
    for (let at = 0; at < right.length; at += 1) {
      for (const sign of LETTERS) {
        if (sign === right[at]) continue;
        const typed = right.slice(0, at) + sign + right.slice(at + 1);
        expect(readCode(typed), typed).toEqual({ ok: false, refusal: 'code-unreadable' });
      }
      for (let other = at + 1; other < right.length; other += 1) {
        if (right[at] === right[other]) continue;
        const signs = [...right];
        [signs[at], signs[other]] = [signs[other]!, signs[at]!];
        expect(readCode(signs.join('')), signs.join('')).toMatchObject({ ok: false });
      }
    }
  });

  it('anything else is none, however long', () => {
    expect(readCode(' - ')).toEqual({ ok: false, refusal: 'code-missing' });
    for (const typed of [
      'A10B2',
      `${whole(code)}0`,
      'UUUUU-UUUUU-U',
      "' or 1=1 --",
      'é'.repeat(11),
      '١'.repeat(11),
      '0'.repeat(1_000_000),
      '😀'.repeat(11),
    ])
      expect(readCode(typed), typed.slice(0, 20)).toEqual({
        ok: false,
        refusal: 'code-unreadable',
      });
  });
});

describe('a batch as it is asked for', () => {
  const typed = (more: object) => ({ kind: 'anonymous', count: '', inPerson: '', ...more });

  it('has a kind, a number of codes from 1 to 50,000, and somebody to write to', () => {
    const refusalsOf = (more: object, people = 1) => {
      const reading = readBatch(typed(more), people);
      return reading.ok ? [] : reading.refusals;
    };
    expect(refusalsOf({ kind: 'autre' })).toEqual(['kind-missing']);
    expect(refusalsOf({})).toEqual(['count-missing']);
    for (const count of ['0', '50001', '-1', '1e3', '1.5', '9'.repeat(400)])
      expect(refusalsOf({ count }), count).toEqual(['count-out-of-range']);
    expect(refusalsOf({ kind: 'named' }, 0)).toEqual(['nobody-to-write-to']);
    expect(refusalsOf({ count: '1', inPerson: 'x'.repeat(301) })).toEqual(['in-person-too-long']);
    expect(refusalsOf({ count: '1', inPerson: '\n'.repeat(5) })).toEqual(['in-person-too-long']);
    expect(readBatch(typed({ count: '50 000' }), 0)).toMatchObject({ batch: { asked: 50_000 } });
    expect(readBatch(typed({ kind: 'named', count: '3' }), 2)).toMatchObject({
      batch: { kind: 'named', asked: null },
    });
  });

  it('is printed in files of 500 letters', () => {
    expect(listRanges(0)).toEqual([]);
    expect(listRanges(500)).toEqual([{ from: 1, to: 500 }]);
    expect(listRanges(1001)).toEqual([
      { from: 1, to: 500 },
      { from: 501, to: 1000 },
      { from: 1001, to: 1001 },
    ]);
  });
});

it('an address has six lines of 38 characters at most, the town last, capitals without signs', () => {
  const to = {
    lastName: 'Le Goff',
    usedName: 'Martin',
    firstNames: 'Élodie Marie',
    address: 'Bât. B, esc. 3\n12 bis, rue de l’Église',
    postcode: '93100',
    town: 'Saint-Ouen',
  };
  expect(listAddressLines(to)).toEqual([
    'Élodie Martin',
    'BÂT B',
    'ESC 3',
    '12 BIS RUE DE L’ÉGLISE',
    '93100 SAINT-OUEN',
  ]);
  const long = listAddressLines({ ...to, usedName: '', address: 'avenue '.repeat(60) });
  expect(long).toHaveLength(6);
  expect(long.at(-1)).toBe('93100 SAINT-OUEN');
  expect(long.every((line) => [...line].length <= 38)).toBe(true);
});
