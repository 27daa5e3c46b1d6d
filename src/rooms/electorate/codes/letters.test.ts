import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { drawQr } from '../../../ui/qr-code.tsx';
import { listAddressLines } from './addressee.ts';
import { formatCode } from './code.ts';
import { type LettersTerms, WINDOW, writeLetters } from './letters.pdf.ts';

const terms: LettersTerms = {
  root: process.cwd(),
  organisation: { name: 'Fleury', defaultLocale: 'fr', contactEmail: 'participer@fleury.example' },
  edition: { title: 'Budget participatif 2026' },
  voteDates: { from: new Date('2026-11-23T07:00:00Z'), to: new Date('2026-12-06T22:59:00Z') },
  batch: { number: 3, inPerson: 'Hôtel de ville, du lundi au vendredi\nMédiathèque, le samedi' },
  voteAddress: 'https://participer.fleury.example/editions/2026/vote',
};
const CODE = 'A10B2C3D4E';
const MM = 72 / 25.4;
const to = listAddressLines({
  lastName: 'Martin-Lefèvre de La Tour d’Auvergne',
  usedName: '',
  firstNames: 'Maximilienne',
  address:
    'Résidence des Grands Magnolias, bâtiment B, 1234 bis, avenue du Maréchal de Lattre de Tassigny',
  postcode: '93100',
  town: 'Montreuil-sous-Bois-les-Grandes-Fontaines',
});
const letters = [
  { number: 7, code: CODE, to },
  { number: 8, code: '0123456789', to: ['Luc Petit', '1 RUE HAUTE', '93100 MONTREUIL'] },
];
const widthOf = (text: string, size: number) =>
  new PDFDocument({ font: 'src/platform/pdf/atkinson-regular.ttf' })
    .fontSize(size)
    .widthOfString(text);

describe('R53 letters for window envelopes', () => {
  it('have the whole address inside the window, and nothing else', async () => {
    const pdf = readPdf(await writeLetters(terms, letters));
    const [left, top] = [WINDOW.x * MM, WINDOW.y * MM];
    const [right, bottom] = [left + WINDOW.width * MM, top + WINDOW.height * MM];
    for (const page of [1, 2]) {
      const runs = pdf.places.filter((run) => run.page === page && run.text.trim() !== '');
      const shown = runs.filter(
        ({ x, y, text, size }) =>
          y > top && y - size < bottom && x + widthOf(text, size) > left && x < right,
      );
      expect(shown.map(({ text }) => text.trim())).toEqual(letters[page - 1]!.to);
      for (const { x, y, text, size } of shown) {
        expect(x, text).toBeGreaterThanOrEqual(left);
        expect(y - size, text).toBeGreaterThanOrEqual(top);
        expect(x + widthOf(text, size), text).toBeLessThanOrEqual(right);
        expect(y + size * 0.3, text).toBeLessThanOrEqual(bottom);
        expect(size, text).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it('say what is voted on, when, where, the code and how to type it: one sheet each', async () => {
    const pdf = readPdf(await writeLetters(terms, letters));
    expect(pdf.pages).toBe(2);
    const words = pdf.text.replaceAll(/\s+/g, ' ');
    for (const said of [
      'Fleury',
      'Budget participatif 2026',
      formatCode(CODE),
      formatCode('0123456789'),
      'participer.fleury.example/editions/2026/vote',
      'Hôtel de ville, du lundi au vendredi',
      'Lot 3, lettre 7',
      'lundi 23 novembre 2026',
    ])
      expect(words).toContain(said);
    expect(pdf.values('Lang').concat(pdf.everything.match(/\/Lang \(fr\)/g) ?? [])).not.toEqual([]);
    expect(pdf.values('Alt')).toHaveLength(2);
  });

  it('are a sheet each however much there is to say, and without an address for codes without a name', async () => {
    const longest = {
      ...terms,
      edition: { title: 'Le grand budget participatif des quartiers '.repeat(3).trim() },
      batch: { number: 99, inPerson: `${'Salle des fêtes, '.repeat(17)}\n\n\n\nfin` },
    };
    const pdf = readPdf(await writeLetters(longest, [{ number: 1, code: CODE, to: [] }]));
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain('fin');
  });

  it('W11 the QR code holds the code behind the # of the address, where no server sees it', () => {
    // the drawing is a function of its text alone: as the letter draws it, so does the test
    const { path } = drawQr(`${terms.voteAddress}#code=${formatCode(CODE)}`);
    return writeLetters(terms, letters.slice(0, 1)).then((file) => {
      const drawn = readPdf(file).everything.match(/\b[\d.]+ [\d.]+ m\n/g) ?? [];
      // one mark of the pen for each bar of the code
      expect(drawn.length).toBeGreaterThanOrEqual(path.split('M').length - 1);
    });
  });

  it('500 of them in less than a minute, others are served meanwhile', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ number: at + 1, code: CODE, to }));
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const begun = performance.now();
    const file = await writeLetters(terms, many);
    clearInterval(watch);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(readPdf(file).pages).toBe(500);
    expect(longest).toBeLessThan(3000);
  }, 90_000);
});
