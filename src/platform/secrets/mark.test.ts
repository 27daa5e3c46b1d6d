import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { markOf } from './mark.ts';

const key = randomBytes(32);

describe('a mark', () => {
  it('keeps its parts apart and hangs on its key', () => {
    expect(markOf(key, 'a', 'b')).toBe(markOf(key, 'a', 'b'));
    expect(markOf(key, 'a', 'b')).not.toBe(markOf(key, 'ab', ''));
    expect(markOf(key, 'a')).not.toBe(markOf(randomBytes(32), 'a'));
  });
});
