import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_SHOWN, suppressSmall, suppressSmallCells } from './small-cells.ts';

describe('small counts', () => {
  it('V15 a count under ten is not shown, ten is, and nobody at all is nobody', () => {
    expect([0, 1, 9, 10, 11].map(suppressSmall)).toEqual([0, null, null, 10, 11]);
  });

  it('V15 no subtraction from a public total tells a single count that is not shown', () => {
    expect(suppressSmallCells([120, 4])).toEqual([null, null]);
    expect(suppressSmallCells([120, 4, 37])).toEqual([120, null, null]);
    expect(suppressSmallCells([120, 4, 0])).toEqual([null, null, 0]);
    expect(suppressSmallCells([120, 4, 5])).toEqual([120, null, null]);
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (counts) => {
        const shown = suppressSmallCells(counts);
        const hidden = counts.filter((_, at) => shown[at] === null);
        expect(shown.filter((count) => count && count < SMALLEST_SHOWN)).toEqual([]);
        // alone among empty ones there is nothing to hide it behind
        if (counts.filter((count) => count > 0).length > 1) expect(hidden.length).not.toBe(1);
      }),
    );
  });
});
