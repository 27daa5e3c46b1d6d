import * as m from '../../../paraglide/messages.js';
import { openPaper, type Paper, type Part } from '../../../platform/pdf/paper.ts';
import { formatDateTime, formatMoney } from '../../../ui/format.ts';
import type { Poll } from '../poll.ts';
import type { Envelope } from '../settings.ts';
import { chooseGrid, layLine, measureLetters } from './ballot-lines.pdf.ts';
import { layOutBallot, listVoidings, pollMark, type SheetLook } from './ballot-sheet.ts';
import { listRules, sayGesture, sayTotal, sayVoiding } from './ballot-sheet-words.page.ts';

interface PrintedBallot {
  /** Folder of the installation. */
  root: string;
  organisation: string;
  poll: Poll;
  currency: string;
  district: Envelope | null;
  look: SheetLook;
}

/**
 * The ballot of a poll on paper, in black ink alone. Every copy is the same to the byte: it has no number,
 * and says no time but those of the poll.
 */
export function writeBallot(printed: PrintedBallot): Promise<Buffer> {
  const { poll, look, district, currency } = printed;
  const sheet = layOutBallot(poll, district);
  const sizes = measureLetters(look);
  const paper = openPaper({
    root: printed.root,
    sheet: look.format,
    lang: look.lang,
    title: district
      ? m.printed_pdf_title_district({ title: poll.title, district: district.label })
      : m.printed_pdf_title({ title: poll.title }),
    madeAt: poll.opensAt,
    colour: null,
    margin: look.format === 'A4' ? 42 : 28,
    size: sizes.words,
    running: {
      head: district ? `${poll.title} – ${district.label}` : poll.title,
      foot: m.printed_foot({ mark: pollMark(poll) }),
      numbered: (page, pages) => m.printed_page({ page, pages }),
      overleaf: m.printed_overleaf(),
      size: sizes.running,
    },
  });
  const dates = { from: formatDateTime(poll.opensAt), to: formatDateTime(poll.closesAt) };
  paper.paragraph(`${printed.organisation} · ${m.printed_kicker()}`, { before: 0 });
  paper.heading(poll.title, { before: 2, size: sizes.title });
  if (district)
    paper.paragraph(m.printed_for_district({ district: district.label }), {
      bold: true,
      size: sizes.part,
      before: 2,
    });
  paper.paragraph(m.printed_dates(dates), { before: 4 });
  paper.frame(() => {
    paper.heading(m.printed_how(), { level: 2, size: sizes.part, before: 4 });
    paper.paragraph(sayGesture(poll.settings, sheet), { bold: true, before: 4 });
    const rules = listRules(poll, sheet, currency);
    if (rules.length > 0) paper.list(rules);
    paper.paragraph(m.printed_pen(), { before: 4 });
    paper.paragraph(m.printed_void(), { bold: true, before: 8 });
    paper.list(listVoidings(poll, sheet).map((one) => sayVoiding(one, sheet)));
  });
  const grid = chooseGrid(paper, poll, sheet, currency, sizes);
  for (const { envelope, options } of sheet.parts) {
    writePartTitle(paper, envelope, currency, sizes.part);
    paper.table({
      columns: grid.columns,
      names: grid.names,
      rows: options.map((option): Part[][] => layLine(grid, option, poll, currency, sizes)),
    });
    const total = sayTotal(envelope, currency);
    if (total !== null) paper.paragraph(total, { before: 12 });
  }
  return paper.finish();
}

/** The name of an envelope and what it holds, where the ballot says them. */
function writePartTitle(paper: Paper, envelope: Envelope, currency: string, size: number): void {
  const { label, amount } = envelope;
  const money = formatMoney(amount, currency);
  paper.makeRoom(size * 8);
  if (label !== '') {
    const words = amount > 0 ? m.printed_part_amount({ label, amount: money }) : label;
    paper.heading(words, { level: 2, size, before: 16 });
  } else if (amount > 0)
    paper.paragraph(m.printed_envelope({ amount: money }), { bold: true, before: 14 });
}
