import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openSealed, sealText } from './seal.ts';

it('what is sealed opens with its key and for its purpose only, and never once changed', () => {
  const key = randomBytes(32);
  const sealed = sealText(key, 'one', 'Évry 🌳');
  expect(openSealed(key, 'one', sealed)).toBe('Évry 🌳');
  expect(sealText(key, 'one', 'Évry 🌳')).not.toBe(sealed);
  expect(openSealed(key, 'two', sealed)).toBeNull();
  expect(openSealed(randomBytes(32), 'one', sealed)).toBeNull();
  for (const broken of ['', 'a', sealed.slice(0, -2), sealed.slice(2), `${sealed}AA`])
    expect(openSealed(key, 'one', broken), broken).toBeNull();
});
