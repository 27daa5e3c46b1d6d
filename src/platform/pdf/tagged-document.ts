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
