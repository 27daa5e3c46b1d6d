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
