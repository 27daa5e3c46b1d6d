import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';

const names = {
  emailClaim: 'email',
  nameClaims: 'given_name family_name',
  birthDateClaim: 'birthdate',
};
const read = (claims: Record<string, unknown>, asked = names) =>
  readClaims(claims, asked, (text) => text);

describe('what a provider says of somebody', () => {
  it('is read where it was set to be', () => {
    const claims = {
      email: 'a@exemple.fr',
      given_name: 'Ada',
      family_name: 'Byron',
      birthdate: '1990-12-10',
    };
    expect(read({ ...claims, email_verified: true })).toEqual({
      email: 'a@exemple.fr',
      emailVerified: true,
      names: 'Ada Byron',
      birthDate: '1990-12-10',
    });
    expect(
      read({ usual_name: 'Byron' }, { ...names, nameClaims: 'given_name usual_name' }).names,
    ).toBe('Byron');
  });

  it.each([undefined, false, 'true', 1, null])(
    'W10 an address is proven by true alone, not by %j',
    (email_verified) => {
      expect(read({ email: 'a@exemple.fr', email_verified }).emailVerified).toBe(false);
    },
  );

  it('W10 a claim of another name is vouched for by nobody', () => {
    const asked = { ...names, emailClaim: 'mail' };
    expect(
      read({ mail: 'a@exemple.fr', email: 'b@exemple.fr', email_verified: true }, asked),
    ).toMatchObject({
      email: 'a@exemple.fr',
      emailVerified: false,
    });
    expect(read({ email_verified: true }).emailVerified).toBe(false);
  });

  it.each([
    '1990',
    '0000-12-10',
    '1990-02-30',
    '1990-12-10T00:00',
    '10/12/1990',
    '1899-01-01',
    19901210,
    null,
  ])('W12 %j is no birth date', (birthdate) => {
    expect(read({ birthdate }).birthDate).toBeNull();
  });

  it('W12 what is no word is as if it were not there', () => {
    expect(
      read({ email: ['a@exemple.fr'], given_name: { fr: 'Ada' }, family_name: 'x'.repeat(5000) }),
    ).toMatchObject({ email: null, names: null });
    expect(read({}, { ...names, nameClaims: 'constructor toString' }).names).toBeNull();
  });
});
