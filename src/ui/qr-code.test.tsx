import { renderToString } from 'preact-render-to-string';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { drawQr, QrCode } from './qr-code.tsx';

const RECEIPT = `{"commitment":"${'a1'.repeat(32)}","manifest":"${'0f'.repeat(32)}","nonceBy":"browser"}`;

/** The squares of the path, as a telephone sees them: row by row, with the white around. */
function look({ path, units }: ReturnType<typeof drawQr>): string[] {
  const rows = Array.from({ length: units }, () => Array<string>(units).fill(' '));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]!.fill('#', Number(x), Number(x) + Number(width));
  return rows.map((row) => row.join(''));
}

describe('a QR code', () => {
  it.each(['A'.repeat(52), RECEIPT])(
    'draws each dark square, and nothing else, with four white ones around: %s',
    (text) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' });
      const seen = look(drawQr(text));
      expect(seen).toHaveLength(modules.size + 8);
      const empty = ' '.repeat(modules.size + 8);
      expect(seen.slice(0, 4)).toEqual(Array(4).fill(empty));
      expect(seen.slice(-4)).toEqual(Array(4).fill(empty));
      for (let row = 0; row < modules.size; row += 1)
        expect(seen[row + 4]).toBe(
          `    ${Array.from({ length: modules.size }, (_, at) => (modules.get(row, at) ? '#' : ' ')).join('')}    `,
        );
    },
  );

  it('A1 is a picture with words, black on white whatever the colours of the page', () => {
    const html = renderToString(<QrCode text={RECEIPT} alternative="Ce que contient le code" />);
    expect(html).toContain('role="img" aria-label="Ce que contient le code"');
    expect(html).toMatch(/<rect [^>]*fill="#fff"/);
    expect(html).toMatch(/<path [^>]*fill="#000"/);
    expect(html).not.toMatch(/ style=|<script|href=/);
  });
});
