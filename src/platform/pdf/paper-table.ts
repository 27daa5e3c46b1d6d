/**
 * Rows of words and of boxes to fill in by hand. A row is never cut in two; the heads of the columns stand
 * again on every sheet, for the eye, and once for a screen reader. Measures in points.
 */
import { lineGap, type Sheet, setFont } from './sheet.ts';

export interface Column {
  /** `rest`: what the others leave; for one column. */
  width: number | 'rest';
  head: string;
  align?: 'left' | 'center' | 'right';
}

export type Part =
  | { words: string; size?: number; bold?: boolean }
  /** A box to tick or to write in, with its words beside it. */
  | { box: { width: number; height: number }; says: string; label?: string }
  /** Nothing, so high. */
  | { blank: number };

export interface Table {
  columns: readonly Column[];
  rows: readonly (readonly (readonly Part[])[])[];
  /** The column whose cells name their row. */
  names: number;
  /** Lines between columns too, to write in. */
  ruled?: boolean;
  /** White before it. */
  before?: number;
}

const PAD = { x: 5, y: 6 };
/** Between a box and its words, and from these to the next box. */
const GAP = { label: 6, next: 18, line: 6 };

interface Piece {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a box, for whoever does not see it. */
  says?: string;
  draw: (x: number, y: number) => void;
}

interface Laid {
  height: number;
  pieces: Piece[];
}

export function drawTable(
  sheet: Sheet,
  { columns, rows, names, ruled = false, before = 8 }: Table,
): void {
  const { pdf, body } = sheet;
  pdf.y += before;
  const widths = shareWidths(columns, sheet.inner);
  const lefts = widths.map((_, at) =>
    widths.slice(0, at).reduce((sum, one) => sum + one, sheet.margin),
  );
  const lay = (cells: readonly (readonly Part[])[]) =>
    cells.map((cell, at) => layCell(sheet, cell, widths[at]! - 2 * PAD.x, columns[at]!.align));
  const heightOf = (laid: readonly Laid[]) =>
    Math.max(...laid.map(({ height }) => height)) + 2 * PAD.y;
  const place = (laid: readonly Laid[], write: (at: number, piece: Piece) => void) => {
    const top = pdf.y;
    const height = heightOf(laid);
    for (const [at, { pieces, height: own }] of laid.entries()) {
      const down = top + (height - own) / 2;
      for (const piece of pieces)
        write(at, { ...piece, x: lefts[at]! + PAD.x + piece.x, y: down + piece.y });
    }
    pdf.y = top + height;
    sheet.decorate(() => drawLines(sheet, ruled ? lefts : [], top, pdf.y));
  };

  const head = lay(
    columns.map(({ head: words }) => [{ words, bold: true, size: headSize(sheet.size) }]),
  );
  const table = pdf.struct('Table');
  body.add(table);
  const writeRow = (laid: readonly Laid[], tagOf: (at: number) => [string, object]) => {
    const row = pdf.struct('TR');
    table.add(row);
    const cells = laid.map((_, at) => {
      const cell = pdf.struct(...tagOf(at));
      row.add(cell);
      return cell;
    });
    place(laid, (at, piece) => writePiece(pdf, cells[at]!, piece));
    for (const cell of cells) cell.end();
    row.end();
  };
  const laidRows = rows.map(lay);
  sheet.makeRoom(heightOf(head) + (laidRows[0] ? heightOf(laidRows[0]) : 0));
  writeRow(head, () => ['TH', { scope: 'Column' }]);
  for (const laid of laidRows) {
    if (sheet.makeRoom(heightOf(laid)))
      place(head, (_, piece) => sheet.decorate(() => piece.draw(piece.x, piece.y)));
    writeRow(laid, (at) => (at === names ? ['TH', { scope: 'Row' }] : ['TD', {}]));
  }
  table.end();
  pdf.x = sheet.margin;
}

/** Of the words above a column. */
const headSize = (size: number): number => (size < 14 ? size * 0.85 : size);

function shareWidths(columns: readonly Column[], inner: number): number[] {
  const taken = columns.reduce(
    (sum, { width }) => sum + (typeof width === 'number' ? width : 0),
    0,
  );
  return columns.map(({ width }) => (width === 'rest' ? inner - taken : width));
}

function writePiece(
  pdf: PDFKit.PDFDocument,
  cell: PDFKit.PDFStructureElement,
  { x, y, width, height, says, draw }: Piece,
): void {
  if (says === undefined) {
    cell.add(() => draw(x, y));
    return;
  }
  const bbox: [number, number, number, number] = [x, y, x + width, y + height];
  cell.add(pdf.struct('Figure', { alt: says, bbox, placement: 'Block' }, () => draw(x, y)));
}

function drawLines(sheet: Sheet, lefts: readonly number[], top: number, bottom: number): void {
  const { pdf, margin, inner } = sheet;
  pdf.moveTo(margin, bottom).lineTo(margin + inner, bottom);
  if (lefts.length > 0) {
    pdf.moveTo(margin, top).lineTo(margin + inner, top);
    for (const left of [...lefts, margin + inner]) pdf.moveTo(left, top).lineTo(left, bottom);
  }
  pdf.lineWidth(0.6).stroke(sheet.line);
}

function layCell(
  sheet: Sheet,
  cell: readonly Part[],
  width: number,
  align: Column['align'] = 'left',
): Laid {
  const pieces: Piece[] = [];
  let [x, y, line] = [0, 0, 0];
  const endLine = () => {
    if (line > 0) y += line + GAP.line;
    [x, line] = [0, 0];
  };
  for (const part of cell) {
    if ('blank' in part) {
      endLine();
      y += part.blank;
    } else if ('words' in part) {
      endLine();
      const piece = layWords(sheet, part, width, align);
      pieces.push({ ...piece, x: 0, y });
      y += piece.height + 1;
    } else {
      const laid = layBox(sheet, part, width);
      const [own] = laid;
      const taken = Math.max(...laid.map((piece) => piece.x + piece.width));
      if (x > 0 && x + taken > width) endLine();
      const shift = own!.x + (align === 'center' && !part.label ? (width - taken) / 2 : x);
      for (const piece of laid) pieces.push({ ...piece, x: piece.x + shift, y: y + piece.y });
      x += taken + GAP.next;
      line = Math.max(line, ...laid.map((piece) => piece.y + piece.height));
    }
  }
  return { height: y + line, pieces };
}

function layWords(
  { pdf, ink, size: usual }: Sheet,
  { words, size = usual, bold = false }: { words: string; size?: number; bold?: boolean },
  width: number,
  align: Column['align'] = 'left',
): Omit<Piece, 'x' | 'y'> {
  const options = { width, align, lineGap: lineGap(size) };
  const height = setFont(pdf, size, bold).heightOfString(words, options);
  const draw = (x: number, y: number) => {
    setFont(pdf, size, bold).fillColor(ink).text(words, x, y, options);
  };
  return { width, height, draw };
}

function layBox(
  sheet: Sheet,
  { box, says, label }: { box: { width: number; height: number }; says: string; label?: string },
  width: number,
): Piece[] {
  const draw = (x: number, y: number) => {
    sheet.pdf.rect(x, y, box.width, box.height).lineWidth(1.1).stroke(sheet.ink);
  };
  const own: Piece = { ...box, x: 0, y: 0, says, draw };
  if (label === undefined) return [own];
  const free = width - box.width - GAP.label;
  const natural = setFont(sheet.pdf, sheet.size).widthOfString(label) + 1;
  const words = layWords(sheet, { words: label }, Math.min(free, natural));
  const middle = (box.height - words.height + lineGap(sheet.size)) / 2;
  return [
    { ...own, y: Math.max(0, -middle) },
    { ...words, x: box.width + GAP.label, y: Math.max(0, middle) },
  ];
}
