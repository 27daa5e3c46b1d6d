import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { gather, TaggedDocument } from '../../../platform/pdf/tagged-document.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { drawQr } from '../../../ui/qr-code.tsx';
import { formatCode } from './code.ts';

export interface Letter {
  number: number;
  code: string;
  /** Lines of the address; none on a letter to be handed out. */
  to: readonly string[];
}

export interface LettersTerms {
  /** Folder of the installation, for the fonts. */
  root: string;
  organisation: { name: string; defaultLocale: Locale; contactEmail: string };
  edition: { title: string };
  /** When votes are taken; null: not known. */
  voteDates: { from: Date; to: Date } | null;
  batch: { number: number; inPerson: string };
  /** Of the vote's page, whole: `https://…`. */
  voteAddress: string;
}

/** Points of a millimetre. */
const MM = 72 / 25.4;

/**
 * Where the window of a French DL or C5 envelope shows an A4 letter, in millimetres from its left and upper
 * edges: the recipient's block of NF Z 11-001 (from 105 and 45, 90 by 35). Printers of mail place the lines a
 * little inside it (from 110 and 55, 85 by 33: edics.fr, « Rédiger vos adresses »). They stand where both agree.
 */
export const WINDOW = { x: 105, y: 45, width: 90, height: 35 } as const;
const ADDRESS = { x: 110, y: 55, width: 82, line: 4 } as const;

/** Under the first fold of a sheet folded in three: the code is not near the window. */
const BODY_TOP = 101;
/** What stands under the places of vote needs the rest of the sheet. */
const IN_PERSON_BOTTOM = 256;
const MARGIN = 20;
const INK = '#000000';

/** One sheet a letter. Other requests are served between two of them. */
export async function writeLetters(
  terms: LettersTerms,
  letters: readonly Letter[],
): Promise<Buffer> {
  const { organisation, root } = terms;
  const font = (name: string) => join(root, 'src/platform/pdf', `atkinson-${name}.ttf`);
  const words = <T>(say: () => T): T => withLocale(organisation.defaultLocale, say);
  const pdf = new TaggedDocument({
    size: 'A4',
    margins: { left: MARGIN * MM, right: MARGIN * MM, top: 12 * MM, bottom: 12 * MM },
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: organisation.defaultLocale,
    displayTitle: true,
    font: '',
    info: {
      Title: words(() => m.codes_letter_title({ edition: terms.edition.title })),
      // the day of printing is nobody's business
      CreationDate: new Date(0),
      Producer: 'Palabre',
      Creator: 'Palabre',
    },
    ...({ subset: 'PDF/UA' } as object),
  });
  const written = gather(pdf);
  pdf.registerFont('text', font('regular')).registerFont('strong', font('bold')).font('text');
  const body = pdf.struct('Document');
  pdf.addStructure(body);
  for (const letter of letters) {
    pdf.addPage();
    words(() => drawLetter(pdf, body, terms, letter));
    await nextTurn();
  }
  body.end();
  pdf.end();
  return written;
}

function drawLetter(
  pdf: PDFKit.PDFDocument,
  body: PDFKit.PDFStructureElement,
  { organisation, edition, voteDates, batch, voteAddress }: LettersTerms,
  { number, code, to }: Letter,
): void {
  const width = (210 - 2 * MARGIN) * MM;
  const part = pdf.struct('Sect');
  body.add(part);
  const put = (
    tag: string,
    text: string,
    look: {
      x?: number;
      y?: number;
      width?: number;
      size?: number;
      bold?: boolean;
      before?: number;
    },
  ) => {
    const y = look.y === undefined ? pdf.y + (look.before ?? 2.5) * MM : look.y * MM;
    const draw = () => {
      pdf
        .font(look.bold ? 'strong' : 'text')
        .fontSize(look.size ?? 11)
        .fillColor(INK)
        .text(text, (look.x ?? MARGIN) * MM, y, {
          width: look.width === undefined ? width : look.width * MM,
          lineGap: 2,
        });
    };
    part.add(pdf.struct(tag, {}, draw));
  };

  put('P', organisation.name, { y: 14, width: 80, size: 14, bold: true });
  put('P', edition.title, { width: 80, size: 11, before: 1 });
  to.forEach((line, at) => {
    const size = sizeFor(pdf, line, ADDRESS.width * MM);
    put('P', line, { x: ADDRESS.x, y: ADDRESS.y + at * ADDRESS.line, width: 100, size });
  });

  put('H1', m.codes_letter_heading(), { y: BODY_TOP, size: 18, bold: true });
  put('P', m.codes_letter_what({ edition: edition.title }), {});
  if (voteDates) {
    const dates = { from: formatDateTime(voteDates.from), to: formatDateTime(voteDates.to) };
    put('P', m.codes_letter_when(dates), { bold: true });
  }
  put('P', m.codes_letter_code(), { before: 5 });
  const top = pdf.y + 2 * MM;
  pdf.y = top;
  put('P', formatCode(code), { size: 30, bold: true, before: 2.5, x: MARGIN + 6, width: 150 });
  pdf.y += 1.5 * MM;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .rect(MARGIN * MM, top, width, pdf.y - top)
    .lineWidth(1.5)
    .stroke(INK);
  pdf.endMarkedContent();

  put('H2', m.codes_letter_online(), { size: 14, bold: true, before: 6 });
  const qrTop = pdf.y + 1.5 * MM;
  const side = 32;
  const { units, path } = drawQr(`${voteAddress}#code=${formatCode(code)}`);
  const draw = () => {
    pdf
      .save()
      .translate(MARGIN * MM, qrTop)
      .scale((side * MM) / units)
      .path(path)
      .fill(INK)
      .restore();
  };
  const bbox: [number, number, number, number] = [
    MARGIN * MM,
    qrTop,
    (MARGIN + side) * MM,
    qrTop + side * MM,
  ];
  part.add(
    pdf.struct('Figure', { alt: m.codes_letter_qr_alternative(), bbox, placement: 'Block' }, draw),
  );
  const beside = { x: MARGIN + side + 4, width: 170 - side - 4 };
  pdf.y = qrTop;
  put('P', m.codes_letter_scan(), { ...beside, before: 2 });
  put('P', m.codes_letter_type(), beside);
  put('P', voteAddress.replace(/^https?:\/\//, ''), { ...beside, bold: true, before: 1 });
  pdf.y = Math.max(pdf.y, qrTop + side * MM);
  if (batch.inPerson !== '') {
    put('H2', m.codes_letter_in_person(), { size: 14, bold: true, before: 4 });
    const room = IN_PERSON_BOTTOM * MM - pdf.y;
    const fits = (size: number) =>
      pdf.font('text').fontSize(size).heightOfString(batch.inPerson, { width, lineGap: 2 }) <= room;
    put('P', batch.inPerson, { size: [10.5, 9.5, 8.5].find(fits) ?? 7.5, before: 1.5 });
  }
  put('P', m.codes_letter_once(), { size: 10, before: 4 });
  put('P', m.codes_letter_privacy({ contact: organisation.contactEmail }), {
    size: 9.5,
    before: 1.5,
  });
  put('P', m.codes_letter_number({ batch: String(batch.number), number: String(number) }), {
    x: 150,
    y: 14,
    width: 40,
    size: 8,
  });
  part.end();
}

/** Points: ten where the line fits, down to eight; mail machines read from nine, and a name may be longer. */
function sizeFor(pdf: PDFKit.PDFDocument, line: string, width: number): number {
  for (const size of [10, 9.5, 9, 8.5])
    if (pdf.font('text').fontSize(size).widthOfString(line) <= width) return size;
  return 8;
}
