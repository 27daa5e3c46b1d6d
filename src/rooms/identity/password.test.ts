import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '../../platform/secrets/password.ts';
import { checkPassword } from './password.ts';

const own = ['Camille Durand', 'Camille75', 'camille.durand@exemple.fr'];

describe('a password', () => {
  it.each([
    'un platane devant la mairie',
    'xkcdhorsebattery',
    'éèàùçôïœ🌳a',
    'aaaaaaaaab',
    'Tr0ub4dor&3',
  ])('« %s » is taken: no rule about its composition', (password) => {
    expect(checkPassword(password, own)).toBeNull();
  });

  it.each([
    ['', 'password-missing'],
    ['court', 'password-too-short'],
    ['123456789', 'password-too-short'],
    ['a'.repeat(201), 'password-too-long'],
    ['1234567890', 'password-common'],
    ['azertyuiop', 'password-common'],
    ['AzertyUiop', 'password-common'],
    ['poiuytreza', 'password-common'],
    ['motdepasse1', 'password-common'],
    ['Password123', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['abcabcabcabc', 'password-common'],
    ['Vacances2026', 'password-common'],
    ['mot de passe 1', 'password-common'],
    ['camille.durand@exemple.fr', 'password-personal'],
    ['Camille.Durand', 'password-personal'],
    ['camille durand', 'password-personal'],
  ])('« %s » is refused: %s', (password, refusal) => {
    expect(checkPassword(password, own)).toBe(refusal);
  });

  it('W9: a long one is refused at once', () => {
    const begun = performance.now();
    expect(checkPassword('ab'.repeat(500_000), own)).toBe('password-too-long');
    expect(performance.now() - begun).toBeLessThan(200);
  });

  it('is stored as argon2id, and compared whatever keyboard typed its accents (W12)', async () => {
    const hash = await hashPassword('été à la mairie');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'été à la mairie'.normalize('NFD'))).toBe(true);
    expect(await verifyPassword(hash, 'ete a la mairie')).toBe(false);
    expect(await verifyPassword(null, 'a password that nobody has')).toBe(false);
  });
});
