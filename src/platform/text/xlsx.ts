import { Zip, ZipDeflate } from 'fflate';

/** A spreadsheet written as it is sent: of any number of lines only a piece is held. */

/** A text is a text, whatever it looks like: no cell of ours is ever a formula. A day is `YYYY-MM-DD`. */
export type Cell = string | number | { day: string };

export interface Sheet {
  name: string;
  /** The first is the headings. */
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${KIND}.sheet`;
/** What a cell of Excel can hold. */
const LONGEST_CELL = 32_767;
/** Characters of a sheet that are packed at once. */
const PIECE = 64 * 1024;

export async function* writeXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const open = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    return entry;
  };
  for (const [name, text] of frame(sheets.map((sheet) => sheet.name)))
    open(name).push(Buffer.from(text), true);
  for (const [at, sheet] of sheets.entries()) {
    const entry = open(`xl/worksheets/sheet${at + 1}.xml`);
    let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
    let row = 0;
    for await (const cells of sheet.rows) {
      row += 1;
      text += `<row r="${row}">${cells.map((cell, column) => writeCell(cell, row, column)).join('')}</row>`;
      if (text.length < PIECE) continue;
      entry.push(Buffer.from(text), false);
      text = '';
      yield* packed;
      packed = [];
    }
    entry.push(Buffer.from(`${text}</sheetData></worksheet>`), true);
  }
  zip.end();
  yield* packed;
}

function frame(names: readonly string[]): [string, string][] {
  const each = (write: (number: number, name: string) => string) =>
    names.map((name, at) => write(at + 1, name)).join('');
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${KIND}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${each((number, name) => `<sheet name="${escape(name.slice(0, 31))}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

const DAY = 86_400_000;
/** Day 0 of spreadsheets. */
const EPOCH = Date.UTC(1899, 11, 30);

function writeCell(cell: Cell, row: number, column: number): string {
  const at = `${columnName(column)}${row}`;
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'object')
    return `<c r="${at}" s="2"><v>${(Date.parse(`${cell.day}T00:00:00Z`) - EPOCH) / DAY}</v></c>`;
  if (cell === '') return '';
  const style = row === 1 ? ' s="1"' : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(cell.slice(0, LONGEST_CELL))}</t></is></c>`;
}

/** A … Z, AA … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** XML 1.0 has no place for controls and lone halves of pairs. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
