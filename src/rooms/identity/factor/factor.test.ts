import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStep, newSecret, writeAppAddress, writeCode } from './app-code.crypto.ts';
import {
  formatRecoveryCode,
  formatSecret,
  RECOVERY_LENGTH,
  RECOVERY_SIGNS,
  readFactorCode,
  readPasskeyName,
} from './factor.ts';

const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an application', () => {
  it('is that of RFC 6238: the test vector of its appendix, cut to six digits', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(writeCode(secret, at(59))).toBe('287082');
    expect(writeCode(secret, at(1111111109))).toBe('081804');
    expect(findStep(secret, '287082', at(59))).toBe(1);
  });

  it('counts one step before and one after, and no further', () => {
    const secret = newSecret();
    const code = writeCode(secret, at(1_700_000_000));
    const step = Math.floor(1_700_000_000 / 30);
    for (const [seconds, found] of [
      [-61, null],
      [-30, step],
      [0, step],
      [30, step],
      [61, null],
    ] as const)
      expect(findStep(secret, code, at(1_700_000_000 + seconds)), `${seconds}`).toBe(found);
  });

  it('is nothing else than six digits', () => {
    const secret = newSecret();
    for (const code of ['', '12345', '1234567', 'abcdef', '12 456', '１２３４５６'])
      expect(findStep(secret, code, at(0))).toBeNull();
  });

  it('comes from a key of 160 bits, in an address that says whose it is', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(writeAppAddress(secret, 'Fleury & Cie', 'a+b@exemple.fr'));
    expect(address.protocol).toBe('otpauth:');
    expect(address.searchParams.get('secret')).toBe(secret);
    expect(address.searchParams.get('issuer')).toBe('Fleury & Cie');
    expect(formatSecret('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });
});

describe('what is typed', () => {
  it('W12 is read with its spaces and hyphens, whatever their kind', () => {
    expect(readFactorCode(' 123\u202f456 ')).toEqual({ kind: 'app', code: '123456' });
    expect(readFactorCode('ABCDE-fgh23')).toEqual({ kind: 'recovery', code: 'abcdefgh23' });
    expect(readFactorCode('   ')).toBe('code-missing');
    for (const typed of ['12345', 'abcde-fghi1', '0'.repeat(5000), '１２３４５６'])
      expect(readFactorCode(typed), typed.slice(0, 20)).toBe('code-refused');
  });

  it('gives back any recovery code as it was shown', () => {
    const sign = fc.constantFrom(...RECOVERY_SIGNS);
    const code = fc.array(sign, { minLength: RECOVERY_LENGTH, maxLength: RECOVERY_LENGTH });
    fc.assert(
      fc.property(code, (signs) => {
        const drawn = signs.join('');
        expect(readFactorCode(formatRecoveryCode(drawn))).toEqual({
          kind: 'recovery',
          code: drawn,
        });
      }),
    );
  });

  it('W13 names a passkey in one line of sixty characters', () => {
    expect(readPasskeyName(' \n ')).toEqual({ ok: false, refusal: 'passkey-name-missing' });
    expect(readPasskeyName('🔑'.repeat(60)).ok).toBe(true);
    expect(readPasskeyName('🔑'.repeat(61))).toEqual({
      ok: false,
      refusal: 'passkey-name-too-long',
    });
    expect(readPasskeyName('Clé\r\nBcc: x')).toEqual({ ok: true, name: 'Clé Bcc: x' });
  });
});
