import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Differences } from './differences.tsx';
import { compareWords, type Piece } from './word-differences.ts';

const textOf = (pieces: readonly Piece[], left: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

describe('R200 what changed between two texts', () => {
  it('pieces make both texts again, whatever they hold', () => {
    const words = fc.array(fc.constantFrom('un', 'projet', 'l’école', '100 000 €', '\n', ' ', '!'));
    const text = words.map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const pieces = compareWords(before, after);
        expect(textOf(pieces, 'added')).toBe(before);
        expect(textOf(pieces, 'removed')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('words changed side by side stand together, and only they are marked', () => {
    expect(
      compareWords('Une enveloppe de cent euros', 'Une enveloppe de deux mille euros'),
    ).toEqual([
      { kind: 'same', text: 'Une enveloppe de ' },
      { kind: 'removed', text: 'cent' },
      { kind: 'added', text: 'deux mille' },
      { kind: 'same', text: ' euros' },
    ]);
  });

  it('two long texts that share nothing are compared in a moment', () => {
    const long = (word: string) =>
      Array.from({ length: 8000 }, (_, at) => `${word}${at}`).join(' ');
    const pieces = compareWords(long('a'), long('b'));
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('is said aloud, keeps paragraphs, and never trusts the text', () => {
    const html = renderToString(
      <Differences before={'Seize ans.\n\nFin'} after={'Dix-huit ans <b>.\n\nFin'} />,
    );
    expect(html).toContain('<del><span class="visually-hidden"> début du texte retiré');
    expect(html).toContain('&lt;b>');
    expect(html.match(/<p /g)).toHaveLength(2);
  });
});
