import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { openPaper, type Paper } from '../../platform/pdf/paper.ts';
import { formatDate } from '../../ui/format.ts';
import { type MarkedPiece, splitMarkup } from '../../ui/markup.ts';
import { sayBriefly, sayCell } from './cell-words.page.ts';
import { barLength, type Chapter, drawnColumns, type Part } from './chapter.ts';
import { reportTitle, textTitles } from './report.page.tsx';
import { type EditionReport, REPORT_TEXTS, type ReportText } from './report.ts';

interface ReportPaper {
  /** Folder of the installation. */
  root: string;
  organisation: { name: string; colour: string };
  edition: { title: string };
  report: EditionReport;
  chapters: readonly Chapter[];
  /** Whether what the office says is left out: a pre-electoral period. */
  silent: string | null;
  /** When it is made. */
  now: Date;
}

/** Points of what is kept together: a heading with what it introduces. */
const KEPT = { chapter: 110, part: 90, drawing: 340, bar: 16 };

/** The report on sheets: the very chapters of the page, drawn and set in tables. */
export function writeReport(source: ReportPaper): Promise<Buffer> {
  const { organisation, edition, report, chapters, silent, now } = source;
  const title = reportTitle(edition);
  const paper = openPaper({
    root: source.root,
    sheet: 'A4',
    lang: getLocale(),
    title,
    madeAt: now,
    colour: organisation.colour,
    running: {
      head: title,
      foot: organisation.name,
      numbered: (page, pages) => m.evaluation_pdf_page({ page, pages }),
      size: 8.5,
    },
  });
  paper.paragraph(organisation.name, { soft: true, before: 0 });
  paper.heading(title, { before: 0 });
  paper.paragraph(m.evaluation_pdf_made({ date: formatDate(now, 'day') }), { soft: true });
  if (report.publishedAt === null) paper.paragraph(m.evaluation_pdf_draft(), { bold: true });
  if (silent) paper.paragraph(silent);
  else writeText(paper, report, 'introduction');
  for (const chapter of chapters) writeChapter(paper, chapter);
  if (!silent) for (const name of REPORT_TEXTS.slice(1)) writeText(paper, report, name);
  return paper.finish();
}

function openChapter(paper: Paper, words: string): void {
  paper.makeRoom(KEPT.chapter);
  paper.heading(words, { level: 2, before: 18, size: 14 });
}

function writeChapter(paper: Paper, chapter: Chapter): void {
  openChapter(paper, chapter.title);
  if (chapter.sentences.length > 1) paper.list(chapter.sentences);
  else for (const sentence of chapter.sentences) paper.paragraph(sentence, { whole: true });
  for (const part of chapter.parts) writePart(paper, part);
}

function writePart(paper: Paper, part: Part): void {
  const { title, look, description, lines, heads } = part;
  const drawn = drawnColumns(part);
  // a short drawing is never cut in two
  paper.makeRoom(Math.min(KEPT.drawing, KEPT.part + drawn * lines.length * KEPT.bar));
  paper.heading(title, { level: 3, before: 12 });
  if (look === 'facts')
    paper.facts(
      lines.map(({ label, cells }) => ({ term: label, detail: cells.map(sayCell).join(' ') })),
      0.7,
    );
  if (drawn > 0)
    paper.bars({
      alternative: description,
      lines: lines.map(({ label, cells }) => ({
        label,
        bars: cells.slice(0, drawn).map((cell, at) => ({
          share: cell.value === null ? null : barLength(part, cell),
          words: sayBriefly(cell),
          said: sayCell(cell),
          look: look === 'pairs' && at === 0 ? 'light' : 'full',
        })),
      })),
      ...(look === 'pairs' && {
        legend: [
          { words: heads[0]!, look: 'light' },
          { words: heads[1]!, look: 'full' },
        ],
      }),
    });
  // bars of one figure each have said it all
  if (look === 'table' || heads.length > drawn + (look === 'facts' ? 1 : 0))
    writeTable(paper, part);
  const hidden = lines.some(({ cells }) => cells.some((cell) => cell.hidden));
  for (const note of [part.note, hidden && m.evaluation_hidden_note()])
    if (note) paper.paragraph(note, { size: 9, soft: true, whole: true });
}

/** Columns that fit across a sheet; of a table with more, lines are set side by side instead, so many at a time. */
const MOST = { columns: 6, lines: 4 };

function writeTable(paper: Paper, part: Part): void {
  const { labelHead, heads, lines } = part;
  if (heads.length > MOST.columns) {
    for (let from = 0; from < lines.length; from += MOST.lines)
      writeAcross(paper, part, from, from + MOST.lines);
    return;
  }
  const width = paper.inner * Math.min(0.3, 0.68 / heads.length);
  paper.table({
    columns: [
      { width: 'rest', head: labelHead },
      ...heads.map((head) => ({ width, head, align: 'right' as const })),
    ],
    names: 0,
    rows: lines.map(({ label, cells }) => [
      [{ words: label }],
      ...cells.map((cell) => [{ words: sayCell(cell), bold: true }]),
    ]),
  });
}

function writeAcross(paper: Paper, { heads, lines }: Part, from: number, to: number): void {
  const shown = lines.slice(from, to);
  paper.table({
    columns: [
      { width: 'rest', head: m.evaluation_head_measure() },
      ...shown.map(({ label }) => ({
        width: paper.inner * 0.19,
        head: label,
        align: 'right' as const,
      })),
    ],
    names: 0,
    rows: heads.map((head, at) => [
      [{ words: head }],
      ...shown.map(({ cells }) => [{ words: sayCell(cells[at]!), bold: true }]),
    ]),
  });
}

/** What the office says, with its titles and lists; a link is its words. */
function writeText(paper: Paper, report: EditionReport, name: ReportText): void {
  if (report[name] === '') return;
  openChapter(paper, textTitles[name]());
  for (const block of splitMarkup(report[name])) {
    if (block.kind === 'title') paper.heading(plain(block.pieces), { level: 3, before: 10 });
    else if (block.kind === 'list') paper.list(block.items.map(plain));
    else if (block.kind !== 'picture') paper.paragraph(block.lines.map(plain).join('\n'));
  }
}

const plain = (pieces: readonly MarkedPiece[]): string =>
  pieces.map((piece) => ('pieces' in piece ? plain(piece.pieces) : piece.words)).join('');
