import { describe, expect, it } from 'vitest';
import { listScreens } from './result-wall.ts';

const winners = (count: number) => Array.from({ length: count }, (_, at) => `p${at + 1}`);

describe('R57 a result on a wall', () => {
  it('shows five winners at most on a screen, shared out evenly, numbered on', () => {
    const screens = listScreens([{ key: 'a', winners: winners(11) }]);
    expect(screens.map((screen) => screen.winners.length)).toEqual([4, 4, 3]);
    expect(screens.map(({ from }) => from)).toEqual([1, 5, 9]);
    expect(screens.map(({ part }) => part?.at)).toEqual([1, 2, 3]);
    expect(screens.flatMap((screen) => screen.winners)).toEqual(winners(11));
  });

  it('begins a screen for each envelope, and none for one that nobody won', () => {
    const screens = listScreens([
      { key: 'a', winners: winners(5) },
      { key: 'b', winners: [] },
      { key: 'c', winners: winners(1) },
    ]);
    expect(screens.map(({ envelope, part }) => [envelope, part])).toEqual([
      ['a', null],
      ['c', null],
    ]);
  });
});
