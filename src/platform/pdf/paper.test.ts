import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../tests/read-pdf.ts';
import { openPaper, type PaperTerms } from './paper.ts';

const terms: PaperTerms = {
  root: process.cwd(),
  sheet: 'A5',
  lang: 'fr',
  title: 'Fêtes & jeux <2026>',
  madeAt: new Date('2026-05-01T00:00:00Z'),
  colour: '#1B6B3A',
};

function writeSheet(more: Partial<PaperTerms> = {}): Promise<Buffer> {
  const paper = openPaper({ ...terms, ...more });
  paper.heading('Un titre');
  paper.paragraph('« Œuvre » : 12 500,50 €, l’été ; à bientôt — Łódź');
  paper.facts([{ term: 'Scrutin', detail: 'Budget participatif' }]);
  paper.perforation();
  paper.picture({ path: 'M0 0h1v1h-1z', units: 2, side: 50 }, 'Un carré noir', () =>
    paper.paragraph('À côté'),
  );
  return paper.finish();
}

describe('a paper', () => {
  it('A1 says its language and title, and is tagged for screen readers', async () => {
    const pdf = readPdf(await writeSheet());
    expect(pdf.pages).toBe(1);
    expect(pdf.everything).toContain('/Lang (fr)');
    expect(pdf.everything).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf.everything).toContain('/Marked true');
    expect(pdf.everything).toContain('/DisplayDocTitle true');
    expect(pdf.everything).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Figure'])
      expect(pdf.everything).toContain(`/S /${tag}`);
    expect(pdf.values('Alt')).toEqual(['Un carré noir']);
  });

  it('holds its words with French signs, in a font that it carries, none missing', async () => {
    const file = await writeSheet();
    const { text, everything } = readPdf(file);
    expect(text).toContain('« Œuvre » : 12 500,50 €, l’été ; à bientôt — Łódź');
    expect(text).toContain('Budget participatif');
    expect(everything).toMatch(/\/FontFile2 \d+ 0 R/);
    expect(everything).not.toContain('Helvetica');
    // glyph 0 is the empty box of a letter that the font does not have
    expect(everything).not.toMatch(/<0000>[^\]]*\] TJ/);
  });

  it('escapes its title where it is XML, and only there', async () => {
    const pdf = readPdf(await writeSheet());
    expect(pdf.values('Title')).toEqual(['Fêtes & jeux <2026>']);
    expect(pdf.everything).toContain('Fêtes &amp; jeux &lt;2026&gt;');
  });

  it('tells no author and no time but the one it is given: the same words are the same bytes', async () => {
    const [one, other] = [await writeSheet(), await writeSheet()];
    expect(one.equals(other)).toBe(true);
    const pdf = readPdf(one);
    expect(pdf.values('Author')).toEqual([]);
    expect(pdf.values('CreationDate')).toEqual(['D:20260501000000Z']);
    expect(pdf.values('ModDate')).toEqual([]);
    expect(pdf.everything.match(/20\d\d-\d\d-\d\dT[\d:]+/g)).toEqual(['2026-05-01T00:00:00']);
  });

  it('A1 goes on over several sheets, numbered, no line of facts cut in two', async () => {
    const running = {
      head: 'Le titre encore',
      foot: 'Commune',
      numbered: (sheet: number, sheets: number) => `feuille ${sheet}/${sheets}`,
      size: 8.5,
    };
    const paper = openPaper({ ...terms, running });
    paper.heading('Un titre');
    const items = Array.from({ length: 40 }, (_, at) => ({
      term: `terme ${at}\nsa suite`,
      detail: `valeur ${at}`,
    }));
    paper.facts(items, 0.6);
    paper.heading('Une partie', { level: 2 });
    paper.heading('Un détail', { level: 3 });
    paper.paragraph('Ce qui reste ensemble', { whole: true });
    paper.signature('Jeanne Łukasik', 'Maire');
    const { pages, text, everything } = readPdf(await paper.finish());
    expect(pages).toBeGreaterThan(2);
    for (const tag of ['H2', 'H3']) expect(everything).toContain(`/S /${tag}`);
    const sheets = text.split(/feuille \d\/\d/).slice(0, -1);
    expect(sheets).toHaveLength(pages);
    for (let at = 0; at < items.length; at += 1) {
      const whole = sheets.filter(
        (sheet) => sheet.includes(`terme ${at}\n`) && sheet.includes(`valeur ${at}\n`),
      );
      expect(whole, `${at}`).toHaveLength(1);
    }
    // one font of each face on every sheet: a new sheet does not forget the look of its words
    expect(sheets.at(-1)).toContain('Jeanne Łukasik');
  });
});
