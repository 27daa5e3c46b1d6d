import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed.ts';

const key = randomBytes(32);

describe('a sealed secret', () => {
  it('is read again under its key and purpose', () => {
    expect(unseal(key, 'a', seal(key, 'a', 'clé secrète'))).toBe('clé secrète');
  });

  it('is never twice the same', () => {
    expect(seal(key, 'a', 'x')).not.toBe(seal(key, 'a', 'x'));
  });

  it('is nothing under another key or purpose, cut or changed', () => {
    const sealed = seal(key, 'a', 'clé secrète');
    expect(unseal(randomBytes(32), 'a', sealed)).toBeNull();
    expect(unseal(key, 'b', sealed)).toBeNull();
    expect(unseal(key, 'a', '')).toBeNull();
    for (let at = 0; at < sealed.length - 1; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(unseal(key, 'a', changed), String(at)).toBeNull();
      expect(unseal(key, 'a', sealed.slice(0, at)), String(at)).toBeNull();
    }
  });
});
