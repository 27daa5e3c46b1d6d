import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { splitProse } from './prose.ts';
import { Prose } from './text.tsx';

const html = (text: string): string => renderToString(<Prose text={text} />);

/** What a text may never become, mixed with what it may. */
const pieces = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  'JaVaScRiPt&colon;alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:msgbox',
  'https://ville.fr/a?b=1&c="d"',
  'http://exemple.fr/%22onmouseover=alert(1)',
  'https://banque.fr@voleur.fr/',
  'https://javascript:alert(1)@x.fr',
  "https://ville.fr/'><b>",
  '\u202e',
  '\u0000',
  '\n\n',
  '\r\n',
  '&lt;b&gt;',
  ' ',
);
const nasty = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('Prose', () => {
  test('W1: no tag comes out but ours', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const tags = html(text).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(div class="prose" dir="auto"|p|br\/|a href="https?:\/\/[^"<>\s]*" rel="nofollow ugc noopener"|\/(div|p|a))>$/,
          );
        }
        expect(html(text).replace(/<[^>]*>/g, '')).not.toContain('<');
      }),
      { numRuns: 1000 },
    );
  });

  test('W2: only http and https addresses become links', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const piece of splitProse(text).flat(2)) {
          if (piece.kind === 'link') expect(piece.href).toMatch(/^https?:\/\/[^@/?#]+[/?#]/);
        }
      }),
      { numRuns: 1000 },
    );
    for (const scheme of [
      'javascript:',
      'data:',
      'vbscript:',
      'file:///',
      'ftp://',
      'JAVASCRIPT:',
    ]) {
      expect(html(`${scheme}alert(1)`)).not.toContain('<a');
    }
    expect(html('https://banque.fr@voleur.fr/')).not.toContain('<a');
  });

  test('no letter is lost on the way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '.', '(', 'h', '🌳') }),
        (text) => {
          const kept = splitProse(text)
            .flat(2)
            .map((piece) => piece.words)
            .join('');
          expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  test('blank lines part paragraphs, line ends break lines', () => {
    expect(html('Un\ndeux\n\n \ntrois\r\nquatre')).toBe(
      '<div class="prose" dir="auto"><p>Un<br/>deux</p><p>trois<br/>quatre</p></div>',
    );
    expect(html('  \n\n ')).toBe('<div class="prose" dir="auto"></div>');
  });

  test('the sentence keeps its own punctuation', () => {
    const words = (text: string) => splitProse(text).flat(2);
    expect(words('Voir (https://ville.fr/a_(b)).')).toEqual([
      { kind: 'words', words: 'Voir (' },
      { kind: 'link', words: 'https://ville.fr/a_(b)', href: 'https://ville.fr/a_(b)' },
      { kind: 'words', words: ').' },
    ]);
    expect(words('« https://ville.fr »')[1]).toEqual({
      kind: 'link',
      words: 'https://ville.fr',
      href: 'https://ville.fr/',
    });
  });

  test('W12: marks that turn the reading order around are dropped', () => {
    expect(html('abc\u202edef\u2066')).toContain('abcdef');
  });

  test('W9: a megabyte on one line is read in a moment', () => {
    for (const unit of ['https://a.fr/', ')', 'https://a.fr/(', '.', 'http://']) {
      const started = performance.now();
      splitProse(unit.repeat(Math.ceil(1_000_000 / unit.length)));
      splitProse(`https://a.fr/${unit.repeat(Math.ceil(1_000_000 / unit.length))}`);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
