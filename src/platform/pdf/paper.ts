import { join } from 'node:path';
import { TaggedDocument } from './tagged-document.ts';

/** Points: 72 to the inch. */
const SHEETS = { A4: [595.28, 841.89], A5: [419.53, 595.28] } as const;
const MARGIN = 40;
const GUTTER = 14;
const SIZE = 10.5;
const INK = '#1D2321';
const SOFT = '#4C5652';
const LINE = '#D9D4C7';
/** Points that a heading keeps under it, so that no sheet ends with one. */
const UNDER_HEADING = 45;
/** Points that somebody needs to sign. */
const SIGNATURE = 56;

export interface PaperTerms {
  /** Folder of the installation, for the two fonts beside this file's source. */
  root: string;
  sheet: keyof typeof SHEETS;
  /** Of the words: `fr`, `en`. */
  lang: string;
  title: string;
  /**
   * What the file says of its making, and all that it says: the caller chooses an instant that tells
   * nothing. The same words with the same instant are the same bytes.
   */
  madeAt: Date;
  /** Of the organisation, for the edge and the lines: `#1B6B3A`. */
  colour: string;
  /** At the foot of every sheet: « 2 / 5 ». */
  footer?: (sheet: number, sheets: number) => string;
}

interface Look {
  /** Points. */
  size?: number;
  bold?: boolean;
  soft?: boolean;
  /** Points of white before it. */
  before?: number;
}

/** A sheet on which words and figures are set one under the other, each where a screen reader finds it. */
export interface Paper {
  heading(words: string, look?: Look): void;
  /** Of a part; it never stands alone at the end of a sheet. */
  subheading(words: string): void;
  paragraph(words: string, look?: Look): void;
  /** Term and detail on one line, the detail at the right. `share` of the line that the term may take: 0 to 1. */
  facts(items: readonly { term: string; detail: string }[], share?: number): void;
  /** A name with its function, and room to sign. */
  signature(name: string, title: string): void;
  /**
   * A drawing at the left, `words` beside it: an SVG path of `units` units a side, on `side` points.
   * What follows stands under both.
   */
  picture(
    drawing: { path: string; units: number },
    side: number,
    alternative: string,
    words: () => void,
  ): void;
  /** A line across, for the eye only. */
  perforation(): void;
  /** The file. Nothing can be added after. */
  finish(): Promise<Buffer>;
}

/** A tagged PDF 1.7 (PDF/UA-1), with its language and its title, in the text family of the pages. */
export function openPaper(terms: PaperTerms): Paper {
  const [width, height] = SHEETS[terms.sheet];
  const inner = width - 2 * MARGIN;
  const font = (name: string) => join(terms.root, 'src/platform/pdf', `atkinson-${name}.ttf`);
  const pdf = new TaggedDocument({
    size: terms.sheet,
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: terms.lang,
    displayTitle: true,
    font: font('regular'),
    bufferPages: terms.footer !== undefined,
    info: {
      Title: terms.title,
      CreationDate: terms.madeAt,
      Producer: 'Palabre',
      Creator: 'Palabre',
    },
    ...({ subset: 'PDF/UA' } as object),
  });
  const written = gather(pdf);
  pdf.registerFont('text', font('regular')).registerFont('strong', font('bold'));
  const body = pdf.struct('Document');
  pdf.addStructure(body);

  /** Where lines begin: further right beside a picture. */
  let left = MARGIN;
  /** A new sheet, unless this much is left on the one under way. */
  const keep = (points: number) => {
    if (pdf.y > MARGIN && pdf.y + points > height - MARGIN) pdf.addPage();
  };
  const measure = (words: string, room: number, { bold = false, size = SIZE } = {}) =>
    pdf
      .font(bold ? 'strong' : 'text')
      .fontSize(size)
      .heightOfString(words, { width: room, lineGap: 2 });
  const set = (tag: string, words: string, look: Look) => {
    const size = look.size ?? SIZE;
    const tall = measure(words, width - MARGIN - left, { bold: look.bold === true, size });
    // never cut by the end of a sheet, where the library would forget its look; what is bold introduces something
    keep(tall + (look.before ?? 6) + (look.bold ? UNDER_HEADING : 0));
    pdf.y += look.before ?? 6;
    const draw = () => {
      pdf
        .font(look.bold ? 'strong' : 'text')
        .fontSize(size)
        .fillColor(look.soft ? SOFT : INK)
        .text(words, left, pdf.y, { width: width - MARGIN - left, lineGap: 2 });
    };
    body.add(pdf.struct(tag, {}, draw));
  };
  const decorate = (draw: () => void) => {
    pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    pdf.endMarkedContent();
  };
  const rule = (y: number) => pdf.moveTo(MARGIN, y).lineTo(width - MARGIN, y);

  const edge = () => pdf.rect(0, 0, width, 10).fill(terms.colour);

  decorate(edge);
  return {
    heading: (words, look) => set('H1', words, { size: 20, bold: true, ...look }),
    subheading(words) {
      set('H2', words, { size: 13, bold: true, before: 16 });
    },
    paragraph: (words, look = {}) => set('P', words, look),
    facts(items, share = 0.4) {
      const gap = inner * 0.02;
      const halves = { term: inner * share - gap, detail: inner * (1 - share) };
      const list = pdf.struct('L');
      body.add(list);
      for (const { term, detail } of items) {
        keep(
          12 + Math.max(measure(term, halves.term), measure(detail, halves.detail, { bold: true })),
        );
        decorate(() =>
          rule(pdf.y + 6)
            .lineWidth(0.75)
            .stroke(LINE),
        );
        const top = pdf.y + 12;
        let bottom = top;
        const half = (tag: string, words: string, right: boolean) =>
          pdf.struct(tag, {}, () => {
            pdf
              .font(right ? 'strong' : 'text')
              .fontSize(SIZE)
              .fillColor(right ? INK : SOFT)
              .text(words, MARGIN + (right ? inner * share : 0), top, {
                width: right ? halves.detail : halves.term,
                align: right ? 'right' : 'left',
                lineGap: 2,
              });
            bottom = Math.max(bottom, pdf.y);
          });
        list.add(pdf.struct('LI', {}, [half('Lbl', term, false), half('LBody', detail, true)]));
        pdf.y = bottom;
      }
      list.end();
    },
    picture({ path, units }, side, alternative, words) {
      const y = pdf.y + 6;
      const draw = () => {
        pdf
          .save()
          .translate(MARGIN, y)
          .scale(side / units)
          .path(path)
          .fill('#000000')
          .restore();
      };
      const bbox: [number, number, number, number] = [MARGIN, y, MARGIN + side, y + side];
      body.add(pdf.struct('Figure', { alt: alternative, bbox, placement: 'Block' }, draw));
      left = MARGIN + side + GUTTER;
      words();
      left = MARGIN;
      pdf.y = Math.max(pdf.y, y + side);
    },
    perforation() {
      pdf.y += 14;
      decorate(() =>
        rule(pdf.y).lineWidth(1.2).dash(5, { space: 4 }).stroke(terms.colour).undash(),
      );
      pdf.y += 6;
    },
    signature(name, title) {
      keep(SIGNATURE + 48);
      set('P', name, { bold: true, before: 14 });
      set('P', title, { soft: true, before: 0 });
      pdf.y += SIGNATURE;
      decorate(() => rule(pdf.y).lineWidth(0.75).stroke(SOFT));
    },
    finish() {
      const { footer } = terms;
      const sheets = footer ? pdf.bufferedPageRange().count : 0;
      for (let sheet = 1; footer && sheet <= sheets; sheet += 1) {
        pdf.switchToPage(sheet - 1);
        // below the margin, where a line of text would otherwise begin a new sheet
        pdf.page.margins.bottom = 0;
        decorate(() => {
          if (sheet > 1) edge();
          pdf
            .font('text')
            .fontSize(8.5)
            .fillColor(SOFT)
            .text(footer(sheet, sheets), MARGIN, height - MARGIN + 12, {
              width: inner,
              align: 'right',
              lineBreak: false,
            });
        });
      }
      body.end();
      pdf.end();
      return written;
    },
  };
}

function gather(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
