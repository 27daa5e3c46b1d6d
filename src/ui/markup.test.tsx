import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { MarkedText } from './marked-text.tsx';
import { splitMarkup, wordsOf } from './markup.ts';

const html = (text: string): string => renderToString(<MarkedText text={text} />);

const pieces = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '[ici](javascript:alert(1))',
  '[ici](JaVaScRiPt&colon;alert(1))',
  '[ici](data:text/html,<script>)',
  '[ici](vbscript:msgbox)',
  '[ici](//voleur.fr)',
  '[ici](/\\voleur.fr)',
  '[ici](/a"onmouseover="alert(1))',
  '[ici](https://banque.fr@voleur.fr/)',
  '[ici](https://ville.fr/"onclick=1)',
  '[ici](/administration)',
  '## ',
  '- ',
  '1. ',
  '> ',
  '[image 1]',
  '**',
  '*',
  '\n',
  '\n\n',
  '\u202e',
  '&lt;b&gt;',
  ' ',
);
const nasty = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 14 })
  .map((parts) => parts.join(''));

describe('a text with marks', () => {
  test('W1 a line of its own places a picture of the page, and no other', () => {
    const pictures = new Map([[1, { src: '/fichiers/a.webp', alt: '"><b>', width: 4, height: 3 }]]);
    const shown = renderToString(
      <MarkedText
        text={'Avant\n[image 1]\n[image 2]\ndans [image 1] la ligne'}
        pictures={pictures}
      />,
    );
    expect(shown.match(/<img/g)).toHaveLength(1);
    expect(shown).toContain('alt="&quot;>&lt;b>"');
    expect(shown).toContain('<p>[image 2]</p>');
    expect(shown).toContain('dans [image 1] la ligne');
    expect(wordsOf(splitMarkup('Avant\n[image 1]'))).toBe('Avant');
  });

  test('W1 W2 no tag comes out but ours, no link but to a page of the site or the web', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const tag of html(text).match(/<[^>]*>/g) ?? []) {
          expect(tag).toMatch(
            /^<(div class="(prose marked|marked-aside)"|p|br\/|h2|h3|ul|ol|li|strong|em|a href="(https?:\/\/[^"<>\s@]*" rel="nofollow noopener|\/|\/[^/\\"<>\s][^"<>\s]*)"|\/(div|p|a|h2|h3|ul|ol|li|strong|em))>$/,
          );
        }
        expect(html(text).replace(/<[^>]*>/g, '')).not.toContain('<');
      }),
      { numRuns: 1000 },
    );
  });

  test('titles follow each other without a gap, whatever was typed', () => {
    expect(html('### Un\n\n##### Deux\n\n# Trois')).toBe(
      '<div class="prose marked"><h2>Un</h2><h3>Deux</h3><h2>Trois</h2></div>',
    );
  });

  test('lists, strong words, links and what is set apart', () => {
    expect(
      html(
        '1. Ouvrez le [journal](/administration/journal)\n\n2. **Lisez**\n   *tout*\n\n> Jamais seul·e',
      ),
    ).toBe(
      '<div class="prose marked"><ol><li>Ouvrez le <a href="/administration/journal">journal</a></li><li><strong>Lisez</strong> <em>tout</em></li></ol><div class="marked-aside"><p>Jamais seul·e</p></div></div>',
    );
    expect(html('- un\n- deux\nfin')).toBe(
      '<div class="prose marked"><ul><li>un</li><li>deux</li></ul><p>fin</p></div>',
    );
  });

  test('what is no mark stays as it was typed', () => {
    expect(html('2 * 3 * 4, [sic], a**b')).toContain('2 * 3 * 4, [sic], a**b');
    expect(html('[ici](javascript:alert(1))')).toContain('[ici](javascript:alert(1))');
  });

  test('its words alone', () => {
    expect(wordsOf(splitMarkup('## Un\n- **deux** [trois](/)\n\nquatre'))).toBe(
      'Un\ndeux trois\nquatre',
    );
  });

  test('W9: a megabyte is read in a moment', () => {
    for (const unit of ['*a', '[a](', '**', '- a\n', '> ', '#', '[', '*a ', '1. ']) {
      const started = performance.now();
      splitMarkup(unit.repeat(Math.ceil(1_000_000 / unit.length)));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
