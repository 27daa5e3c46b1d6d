import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Points: 72 to the inch. */
const SHEETS = { A4: [595.28, 841.89], A5: [419.53, 595.28] } as const;
const MARGIN = 40;
const GUTTER = 14;
const INK = '#1D2321';
const SOFT = '#4C5652';
const LINE = '#D9D4C7';

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
  paragraph(words: string, look?: Look): void;
  /** Term and detail on one line, the detail at the right. */
  facts(items: readonly { term: string; detail: string }[]): void;
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
  const [width] = SHEETS[terms.sheet];
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
  const set = (tag: string, words: string, look: Look) => {
    pdf.y += look.before ?? 6;
    const draw = () => {
      pdf
        .font(look.bold ? 'strong' : 'text')
        .fontSize(look.size ?? 10.5)
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

  decorate(() => pdf.rect(0, 0, width, 10).fill(terms.colour));
  return {
    heading: (words, look) => set('H1', words, { size: 20, bold: true, ...look }),
    paragraph: (words, look = {}) => set('P', words, look),
    facts(items) {
      const list = pdf.struct('L');
      body.add(list);
      for (const { term, detail } of items) {
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
              .fontSize(10.5)
              .fillColor(right ? INK : SOFT)
              .text(words, MARGIN + (right ? inner * 0.4 : 0), top, {
                width: inner * (right ? 0.6 : 0.38),
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
    finish() {
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

/** pdfkit writes the title into XML as it is: a town's « Fêtes & jeux » would not be read. */
class TaggedDocument extends PDFDocument {
  override _addInfo(): void {
    const { Title = '' } = this.info;
    const escaped = Title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    this.info.Title = escaped.replaceAll('>', '&gt;');
    super._addInfo();
    this.info.Title = Title;
  }
}
