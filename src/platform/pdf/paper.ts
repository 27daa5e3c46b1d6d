import { type Bars, drawBars } from './paper-bars.ts';
import { drawFacts, type Fact } from './paper-facts.ts';
import { type Running, writeRunning } from './paper-running.ts';
import { drawTable, type Table } from './paper-table.ts';
import { type Look, lineGap, type Sheet, setFont } from './sheet.ts';
import { openTagged, type TaggedTerms } from './tagged-document.ts';

export type { Column, Part } from './paper-table.ts';

/** Points: 72 to the inch. */
const SHEETS = { A4: [595.28, 841.89], A5: [419.53, 595.28] } as const;
const MARGIN = 40;
const GUTTER = 14;
/** That somebody needs to sign. */
const SIGNATURE = 56;
const HEADINGS = { 1: 20, 2: 14, 3: null } as const;
const INK = '#1D2321';
const SOFT = '#4C5652';
const LINE = '#D9D4C7';
const BLACK = '#000000';

export interface PaperTerms extends TaggedTerms {
  sheet: keyof typeof SHEETS;
  /** Of the organisation, for the edge and the lines: `#1B6B3A`; null: black ink alone, and no edge. */
  colour: string | null;
  /** Points of white around. */
  margin?: number;
  /** Points of ordinary words. */
  size?: number;
  /** Said again on every sheet, for the eye. */
  running?: Running;
}

/** Sheets on which words and figures are set one under the other, each where a screen reader finds it. */
export interface Paper {
  /** Between the margins, in points. */
  readonly inner: number;
  heading(words: string, look?: Look & { level?: 1 | 2 | 3 }): void;
  /** `whole`: never cut in two by the end of a sheet. */
  paragraph(words: string, look?: Look & { whole?: boolean }): void;
  /** Lines with a dash each. */
  list(items: readonly string[], look?: Look): void;
  /** Term and detail on one line, the detail at the right; `share` of the line is for the term: 0 to 1. */
  facts(items: readonly Fact[], share?: number): void;
  /** A name with its function, and room to sign. */
  signature(name: string, title: string): void;
  /**
   * A drawing or a photo at the left, `words` beside it. What follows stands under both.
   */
  picture(drawing: Drawing, alternative: string, words: () => void): void;
  table(table: Table): void;
  /** A drawing: each bar with its words. */
  bars(bars: Omit<Bars, 'colour'>): void;
  /** A line around what is written meanwhile, where that fits on one sheet. */
  frame(words: () => void): void;
  /** A dashed line across, for the eye only. */
  perforation(): void;
  /** A thin line across, under so many points of white. */
  rule(before: number): void;
  /** Turns to a new sheet unless so many points are left on this one. */
  makeRoom(points: number): void;
  /** Width of words on one line, in points. */
  measure(words: string, look?: Pick<Look, 'size' | 'bold'>): number;
  /** The file. Nothing can be added after. */
  finish(): Promise<Buffer>;
}

/** An SVG path of `units` units a side on `side` points, or a photo (JPEG) on so many points. */
type Drawing =
  | { path: string; units: number; side: number }
  | { photo: Buffer; width: number; height: number };

/** A tagged PDF 1.7 (PDF/UA-1), with its language and its title, in the text family of the pages. */
export function openPaper(terms: PaperTerms): Paper {
  const { margin = MARGIN, size: usual = 10.5, running, colour } = terms;
  const [width] = SHEETS[terms.sheet];
  const inner = width - 2 * margin;
  const [ink, soft, line] = colour === null ? [BLACK, BLACK, BLACK] : [INK, SOFT, LINE];
  const { pdf, body, written } = openTagged(terms, {
    size: terms.sheet,
    margins: {
      left: margin,
      right: margin,
      top: margin + (running ? running.size : 0),
      bottom: margin + (running ? running.size * 2 : 0),
    },
  });

  /** Where lines begin: further right beside a picture or in a frame. */
  let left = margin;
  /** Where lines end, from the right edge. */
  let right = margin;
  const put = (words: string, look: Look, from = left) => {
    const size = look.size ?? usual;
    setFont(pdf, size, look.bold)
      .fillColor(look.soft ? soft : ink)
      .text(words, from, pdf.y, { width: width - right - from, lineGap: lineGap(size) });
  };
  const set = (tag: string, words: string, look: Look) => {
    pdf.y += look.before ?? 6;
    body.add(pdf.struct(tag, {}, () => put(words, look)));
  };
  const heightOf = (words: string, look: Look) => {
    const size = look.size ?? usual;
    const room = { width: width - right - left, lineGap: lineGap(size) };
    return (look.before ?? 6) + setFont(pdf, size, look.bold).heightOfString(words, room);
  };
  const decorate = (draw: () => void) => {
    pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    pdf.endMarkedContent();
  };
  const rule = (y: number) => pdf.moveTo(margin, y).lineTo(width - margin, y);
  const makeRoom = (points: number) => {
    if (pdf.y + points <= pdf.page.maxY()) return false;
    pdf.addPage();
    return true;
  };
  const sheet: Sheet = {
    pdf,
    body,
    margin,
    inner,
    ink,
    soft,
    line,
    size: usual,
    decorate,
    makeRoom,
  };

  if (colour !== null) decorate(() => pdf.rect(0, 0, width, 10).fill(colour));
  return {
    inner,
    heading(words, { level = 1, ...look } = {}) {
      const size = HEADINGS[level] ?? usual;
      makeRoom(3 * (look.size ?? size));
      set(`H${level}`, words, { size, bold: true, ...look });
    },
    paragraph(words, { whole = false, ...look } = {}) {
      if (whole) makeRoom(heightOf(words, look));
      set('P', words, look);
    },
    list(items, look = {}) {
      const list = pdf.struct('L');
      body.add(list);
      const size = look.size ?? usual;
      for (const item of items) {
        pdf.y += look.before ?? 3;
        const from = left + size * 1.1;
        const room = { width: width - right - from, lineGap: lineGap(size) };
        makeRoom(setFont(pdf, size, look.bold).heightOfString(item, room));
        const top = pdf.y;
        const part = (tag: string, words: string, at: number) =>
          pdf.struct(tag, {}, () => {
            pdf.y = top;
            put(words, look, at);
          });
        list.add(pdf.struct('LI', {}, [part('Lbl', '–', left), part('LBody', item, from)]));
      }
      list.end();
    },
    facts: (items, share) => drawFacts(sheet, items, share),
    picture(drawing, alternative, words) {
      const { width: wide, height: high } =
        'photo' in drawing ? drawing : { width: drawing.side, height: drawing.side };
      const [y, sheets] = [pdf.y + 6, pdf.bufferedPageRange().count];
      const draw = () => {
        if ('photo' in drawing) pdf.image(drawing.photo, margin, y, { width: wide, height: high });
        else
          pdf
            .save()
            .translate(margin, y)
            .scale(wide / drawing.units)
            .path(drawing.path)
            .fill('#000000')
            .restore();
      };
      const bbox: [number, number, number, number] = [margin, y, margin + wide, y + high];
      const top = pdf.y;
      body.add(pdf.struct('Figure', { alt: alternative, bbox, placement: 'Block' }, draw));
      // a photo leaves the pen below itself
      pdf.y = top;
      left = margin + wide + GUTTER;
      words();
      left = margin;
      // words that went on overleaf have left the picture behind
      if (pdf.bufferedPageRange().count === sheets) pdf.y = Math.max(pdf.y, y + high);
    },
    signature(name, title) {
      const [first, second] = [
        { bold: true, before: 14 },
        { soft: true, before: 0 },
      ];
      makeRoom(heightOf(name, first) + heightOf(title, second) + SIGNATURE);
      set('P', name, first);
      set('P', title, second);
      pdf.y += SIGNATURE;
      decorate(() => rule(pdf.y).lineWidth(0.75).stroke(soft));
    },
    table: (table) => drawTable(sheet, table),
    bars: (bars) => drawBars(sheet, { ...bars, colour }),
    frame(words) {
      const [top, pages] = [pdf.y + 8, pdf.bufferedPageRange().count];
      pdf.y = top + 4;
      [left, right] = [margin + GUTTER, margin + GUTTER];
      words();
      [left, right] = [margin, margin];
      pdf.y += 10;
      if (pdf.bufferedPageRange().count === pages)
        decorate(() =>
          pdf
            .rect(margin, top, inner, pdf.y - top)
            .lineWidth(1.5)
            .stroke(ink),
        );
    },
    perforation() {
      pdf.y += 14;
      decorate(() =>
        rule(pdf.y)
          .lineWidth(1.2)
          .dash(5, { space: 4 })
          .stroke(colour ?? ink)
          .undash(),
      );
      pdf.y += 6;
    },
    rule(before) {
      pdf.y += before;
      decorate(() => rule(pdf.y).lineWidth(0.75).stroke(line));
    },
    makeRoom,
    measure: (words, look = {}) => setFont(pdf, look.size ?? usual, look.bold).widthOfString(words),
    finish() {
      if (running) writeRunning(sheet, running);
      body.end();
      pdf.end();
      return written;
    },
  };
}
