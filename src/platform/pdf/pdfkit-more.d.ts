/** What pdfkit 0.20 takes and its published types do not know yet. */
declare namespace PDFKit {
  interface PDFDocument {
    /** Writes title and dates into the XML metadata, once, at the end. */
    _addInfo(): void;
  }
  namespace Mixins {
    interface StructureElementOptions {
      /** Left, top, right, bottom, in points from the top left corner of the sheet. */
      bbox?: [number, number, number, number];
      placement?: 'Block' | 'Inline';
    }
  }
}
