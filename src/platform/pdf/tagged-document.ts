import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** pdfkit writes the title into XML as it is: a town's « Fêtes & jeux » would not be read. */
export class TaggedDocument extends PDFDocument {
  override _addInfo(): void {
    const { Title = '' } = this.info;
    const escaped = Title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    this.info.Title = escaped.replaceAll('>', '&gt;');
    super._addInfo();
    this.info.Title = Title;
  }
}

/** The bytes, once the document is ended. */
export function gather(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

export interface TaggedTerms {
  /** Folder of the installation, for the two fonts beside this file's source. */
  root: string;
  /** Of the words: `fr`, `en`. */
  lang: string;
  title: string;
  /**
   * What the file says of its making, and all that it says: the caller chooses an instant that tells
   * nothing. The same words with the same instant are the same bytes.
   */
  madeAt: Date;
}

/** Where one of the two faces of our documents lies. */
export const fontFile = (root: string, face: 'regular' | 'bold'): string =>
  join(root, 'src/platform/pdf', `atkinson-${face}.ttf`);

/** An empty tagged PDF 1.7 (PDF/UA-1) with its language, its title and the fonts `text` and `strong`. */
export function openTagged(
  terms: TaggedTerms,
  { size, margins }: { size: string; margins: PDFKit.PDFDocumentOptions['margins'] },
): { pdf: PDFKit.PDFDocument; body: PDFKit.PDFStructureElement; written: Promise<Buffer> } {
  const pdf = new TaggedDocument({
    size,
    ...(margins && { margins }),
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: terms.lang,
    displayTitle: true,
    // neither Helvetica nor a font read twice: ours are named below
    font: '',
    info: {
      Title: terms.title,
      CreationDate: terms.madeAt,
      Producer: 'Palabre',
      Creator: 'Palabre',
    },
    ...({ subset: 'PDF/UA' } as object),
  });
  const written = gather(pdf);
  pdf
    .registerFont('text', fontFile(terms.root, 'regular'))
    .registerFont('strong', fontFile(terms.root, 'bold'))
    .font('text');
  const body = pdf.struct('Document');
  pdf.addStructure(body);
  return { pdf, body, written };
}
