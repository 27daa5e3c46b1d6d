import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cursor, readCursor, readFilter, readWords, writeCursor } from './idea-list.ts';

const count = fc.nat({ max: 999_999_999 });
const snapshot = fc
  .uniqueArray(fc.integer({ min: 3, max: 1_000_000 }), { minLength: 2, maxLength: 30 })
  .map((ids) => {
    const sorted = ids.sort((a, b) => a - b);
    return `${sorted[0]}:${sorted.at(-1)}:${sorted.slice(0, -1).join(',')}`;
  });
const cursors: fc.Arbitrary<Cursor> = fc.record({
  direction: fc.constantFrom('after', 'before'),
  key: count,
  number: count,
  moment: fc.option(fc.record({ snapshot, at: fc.nat({ max: 2e15 }), lastNumber: count })),
});

describe('cursors of lists', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it('W1 W14 anything else is none', () => {
    const packed = (text: string) => btoa(text).replaceAll('=', '');
    for (const text of [
      '',
      'a',
      '<script>alert(1)</script>',
      '%00',
      'x'.repeat(10_000),
      '__proto__',
      packed('a~1'),
      packed('a~-1~2'),
      packed('a~1e9~2'),
      packed('a~99999999999999999~2'),
      packed('a~1~9999999999'),
      packed('c~1~2'),
      packed('a~1~2~3'),
      packed('a~1~2~3~4~5:4:'),
      packed('a~1~2~3~4~0:4:'),
      packed('a~1~2~3~4~3:9:2,4'),
      packed('a~1~2~3~4~3:9:4,4'),
      packed('a~1~2~3~4~3:9:9'),
      packed('a~1~2~3~4~3:9:4~more'),
      packed("a~1~2~3~4~3:9:'; drop table idea"),
    ])
      expect([text, readCursor(text)]).toEqual([text, null]);
  });

  it('whatever is typed in an address, it is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const query = new URLSearchParams({ page: one, recherche: other, tri: one });
        const filter = readFilter(query, []);
        expect(filter.search.isWellFormed()).toBe(true);
        expect(readWords(filter.search).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('what an address asks for', () => {
  const categories = [{ slug: 'nature' }];
  const read = (query: string) => readFilter(new URLSearchParams(query), categories);

  it('nonsense is left out', () => {
    expect(read('tri=tout&categorie=autre&page=3&recherche[]=a')).toEqual({
      sort: 'recentes',
      category: null,
      outcome: null,
      language: null,
      search: '',
      cursor: null,
      page: '',
    });
    expect(readFilter(new URLSearchParams('langue=de'), [], ['de', 'fr']).language).toBe('de');
    expect(read('langue=de').language, 'nothing is written in it here').toBeNull();
    expect(read(`recherche=${'a'.repeat(10_000)}`).search).toHaveLength(100);
    expect(read('recherche=%00%E2%80%AEabri%0A').search).toBe('abri');
  });

  it('a cursor of one sort does not serve another', () => {
    const page = writeCursor({
      direction: 'after',
      key: 5,
      number: 2,
      moment: null,
    });
    expect(read(`page=${page}`).cursor).not.toBeNull();
    expect(read(`page=${page}&tri=soutenues`).cursor).toBeNull();
  });

  it('R198 words are letters and figures; elisions fall apart', () => {
    expect(readWords('l’élagage des arbres, rue A86 !')).toEqual([
      'élagage',
      'des',
      'arbres',
      'rue',
      'A86',
    ]);
    expect(readWords("'); drop table idea; --")).toEqual(['drop', 'table', 'idea']);
    expect(readWords('les & | ! :* <-> 😀')).toEqual([]);
  });
});
