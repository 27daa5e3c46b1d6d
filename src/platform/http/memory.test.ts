import { describe, expect, it, vi } from 'vitest';
import { Memory } from './memory.ts';

describe('what readers see alike', () => {
  it('is kept until something changes in that organisation, and in no other', () => {
    const memory = new Memory();
    memory.shelf('fleury').keep('page', 1);
    memory.shelf('braye').keep('page', 2);
    expect(memory.shelf('fleury').find('page')).toBe(1);
    memory.forget('fleury');
    expect(memory.shelf('fleury').find('page')).toBeNull();
    expect(memory.shelf('braye').find('page')).toBe(2);
    memory.forgetAll();
    expect(memory.shelf('braye').find('page')).toBeNull();
  });

  it('is never what was read before a change and kept after it', () => {
    const memory = new Memory();
    for (const change of [() => memory.forget('fleury'), () => memory.forgetAll()]) {
      const before = memory.shelf('fleury');
      change();
      before.keep('page', 'old');
      expect(memory.shelf('fleury').find('page')).toBeNull();
    }
  });

  it('is forgotten after some seconds, and the oldest first when there is too much of it', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const memory = new Memory({ seconds: 5, size: 2 });
      const shelf = memory.shelf('fleury');
      for (const key of ['a', 'b', 'c']) shelf.keep(key, key);
      expect(['a', 'b', 'c'].map((key) => shelf.find(key))).toEqual([null, 'b', 'c']);
      vi.advanceTimersByTime(5001);
      expect(shelf.find('c')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
