import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { openPaper, type Part } from '../../../platform/pdf/paper.ts';
import type { Poll } from '../poll.ts';
import { type BatchCover, pollMark } from './ballot-sheet.ts';

/** Ballots set aside that one sheet has lines for. */
const LINES = 5;

/** What lies on a batch of ballots: how many, who counted them, which are set aside; to fill in by hand. */
export function writeBatchCover(written: {
  /** Folder of the installation. */
  root: string;
  organisation: string;
  poll: Poll;
  cover: BatchCover;
}): Promise<Buffer> {
  const { poll, cover } = written;
  const paper = openPaper({
    root: written.root,
    sheet: 'A4',
    lang: getLocale(),
    title: `${m.printed_cover_title()} – ${poll.title}`,
    madeAt: poll.opensAt,
    colour: null,
    margin: 36,
    size: 11,
    running: {
      head: poll.title,
      foot: m.printed_foot({ mark: pollMark(poll) }),
      numbered: (page, pages) => m.printed_page({ page, pages }),
      overleaf: m.printed_overleaf(),
      size: 9,
    },
  });
  paper.paragraph(written.organisation, { before: 0 });
  paper.heading(m.printed_cover_title(), { before: 2 });
  const known: [string, string][] = [
    [m.printed_cover_poll(), poll.title],
    [m.printed_cover_mark(), pollMark(poll)],
    [m.printed_cover_point(), cover.point],
    [m.printed_cover_batch(), cover.batch],
    [m.printed_cover_count(), ''],
    [m.printed_cover_void(), ''],
    [m.printed_cover_when(), ''],
  ];
  paper.table({
    columns: [
      { width: paper.inner * 0.42, head: m.printed_cover_what() },
      { width: 'rest', head: m.printed_cover_fill() },
    ],
    names: 0,
    ruled: true,
    rows: known.map(([term, detail]) => [
      [{ words: term }],
      detail === '' ? [{ blank: 20 }] : [{ words: detail, bold: true }],
    ]),
  });
  paper.heading(m.printed_cover_people(), { level: 2, before: 18 });
  paper.table({
    columns: [
      { width: 80, head: m.printed_cover_person() },
      { width: 'rest', head: m.printed_cover_name() },
      { width: paper.inner * 0.38, head: m.printed_cover_signature() },
    ],
    names: 0,
    ruled: true,
    rows: [m.printed_cover_first(), m.printed_cover_second()].map((words): Part[][] => [
      [{ words }],
      [{ blank: 30 }],
      [{ blank: 30 }],
    ]),
  });
  paper.heading(m.printed_cover_aside(), { level: 2, before: 18 });
  paper.paragraph(m.printed_cover_aside_words(), { before: 2 });
  paper.table({
    columns: [
      { width: 60, head: m.printed_cover_place() },
      { width: 'rest', head: m.printed_cover_wrong() },
      { width: paper.inner * 0.38, head: m.printed_cover_decided() },
    ],
    names: 0,
    ruled: true,
    rows: Array.from({ length: LINES }, (): Part[][] => [[{ blank: 16 }], [], []]),
  });
  return paper.finish();
}
