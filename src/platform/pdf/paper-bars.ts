/** Bars with their words, drawn to be looked at: the figures stand in a table too, or in the words of the lines. */
import { type Sheet, setFont } from './sheet.ts';

export interface Bars {
  /** What the drawing says, for those who do not see it. */
  alternative: string;
  lines: readonly {
    label: string;
    /** One or two; `share` of the longest: 0 to 1, null: nothing is drawn. `said`: in full, where the words are short. */
    bars: readonly {
      share: number | null;
      words: string;
      said?: string;
      look: 'full' | 'light';
    }[];
  }[];
  /** Of the full bars: `#1B6B3A`; the ink where sheets have no colour. */
  colour: string | null;
  /** What full and light bars are, where there are both. */
  legend?: readonly { words: string; look: 'full' | 'light' }[];
}

/** Points. */
const BAR = 10;
const GAP = { line: 7, bar: 2, words: 6 };
/** Of the width: labels at the left, then bars, then what they amount to. */
const LABEL = 0.34;
const WORDS = 0.16;

/** Each line is a figure with its words in it: none is cut in two by the end of a sheet. */
export function drawBars(sheet: Sheet, { alternative, lines, colour, legend }: Bars): void {
  const { pdf, body, margin, inner, ink, size } = sheet;
  const small = size * 0.92;
  const paint = (x: number, y: number, width: number, look: 'full' | 'light') => {
    const bar = pdf.rect(x, y, Math.max(width, 0.6), BAR).lineWidth(0.8);
    if (look === 'full') bar.fillAndStroke(colour ?? ink, colour ?? ink);
    else bar.fillAndStroke('#FFFFFF', colour ?? ink);
  };
  const words = (text: string, x: number, y: number, width: number, bold = false) =>
    setFont(pdf, small, bold).fillColor(ink).text(text, x, y, { width, lineGap: 1 });
  const figure = (alt: string, height: number, draw: (top: number) => void) => {
    sheet.makeRoom(height);
    const top = pdf.y;
    const bbox: [number, number, number, number] = [margin, top, margin + inner, top + height];
    body.add(pdf.struct('Figure', { alt, bbox, placement: 'Block' }, () => draw(top)));
    pdf.y = top + height;
    pdf.x = margin;
  };

  pdf.y += 4;
  if (legend)
    figure(legend.map((one) => one.words).join(', '), BAR + GAP.line, (top) => {
      let x = margin;
      for (const one of legend) {
        paint(x, top, 20, one.look);
        words(one.words, x + 26, top - 1, inner / 2);
        x += 26 + setFont(pdf, small).widthOfString(one.words) + 24;
      }
    });
  for (const [at, { label, bars }] of lines.entries()) {
    const labelHeight = setFont(pdf, small).heightOfString(label, {
      width: inner * LABEL - GAP.words,
      lineGap: 1,
    });
    const height = Math.max(labelHeight, bars.length * (BAR + GAP.bar)) + GAP.line;
    const said = `${label} : ${bars.map((bar) => bar.said ?? bar.words).join(', ')}`;
    figure(at === 0 ? `${alternative} ${said}` : said, height, (top) => {
      words(label, margin, top, inner * LABEL - GAP.words);
      const from = margin + inner * LABEL;
      const room = inner * (1 - LABEL - WORDS);
      for (const [row, bar] of bars.entries()) {
        const y = top + row * (BAR + GAP.bar);
        if (bar.share !== null) paint(from, y, bar.share * room, bar.look);
        words(bar.words, from + room + GAP.words, y - 1, inner * WORDS - GAP.words, true);
      }
    });
  }
}
