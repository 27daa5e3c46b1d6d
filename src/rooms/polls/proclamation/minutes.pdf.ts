import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { openPaper, type Paper } from '../../../platform/pdf/paper.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { findAct } from '../poll.ts';
import type { EnvelopeResult } from '../result/result.ts';
import type { Reading } from '../result/result-reading.page.ts';
import type { Minutes } from './minutes.ts';
import {
  listProjectLines,
  listTieLines,
  sayActs,
  sayCount,
  sayEnvelope,
  sayFingerprints,
  sayTerms,
  sayTurnout,
  sayWhere,
} from './minutes-words.page.ts';

/**
 * Points of what is kept together on a sheet: a heading with what it introduces; those who sign with what they
 * sign, the fingerprints, where all that fits on one.
 */
const KEPT = { part: 100, list: 80, fingerprints: 220, signature: 105 };

interface MinutesPaper {
  /** Folder of the installation. */
  root: string;
  organisation: { name: string; colour: string };
  edition: string;
  minutes: Minutes;
  reading: Reading;
}

/** The minutes on sheets to be signed. The file says no time but that of the latest act it tells. */
export function writeMinutes(source: MinutesPaper): Promise<Buffer> {
  const { minutes, reading, organisation } = source;
  const { poll, result, audience, bureau } = minutes;
  const title = m.proclamation_pdf_title({ poll: poll.title });
  const published = findAct(poll, 'published');
  const paper = openPaper({
    root: source.root,
    sheet: 'A4',
    lang: getLocale(),
    title,
    madeAt: (published ?? findAct(poll, 'counted') ?? poll.acts[0]!).at,
    colour: organisation.colour,
    running: {
      head: title,
      foot: organisation.name,
      numbered: (page, pages) => m.proclamation_pdf_page({ page, pages }),
      size: 8.5,
    },
  });
  paper.paragraph(`${organisation.name} · ${source.edition}`, { soft: true, before: 0 });
  paper.heading(m.proclamation_minutes(), { before: 0 });
  paper.paragraph(poll.title, { bold: true, size: 13, before: 0 });
  if (published) {
    paper.paragraph(m.proclamation_pdf_published({ date: formatDateTime(published.at) }));
  } else {
    paper.paragraph(m.proclamation_pdf_embargo(), { bold: true });
  }
  if (audience === 'office' && published) paper.paragraph(m.proclamation_pdf_office());

  openPart(paper, m.proclamation_part_poll());
  paper.facts(sayTerms(minutes, reading));
  openPart(paper, m.proclamation_part_turnout());
  paper.facts(sayTurnout(minutes), 0.6);
  writeTurnout(paper, minutes);
  for (const envelope of result.envelopes)
    writeEnvelope(paper, envelope, reading, result.envelopes.length > 1);

  openPart(paper, m.results_ties());
  const ties = listTieLines(minutes, reading);
  for (const words of ties.length > 0 ? ties : [m.results_ties_none()])
    paper.paragraph(words, { whole: true });
  openPart(paper, m.proclamation_part_acts());
  paper.facts(sayActs(minutes));
  paper.makeRoom(KEPT.fingerprints + bureau.length * KEPT.signature);
  openPart(paper, m.proclamation_part_fingerprints());
  for (const { term, detail } of sayFingerprints(minutes))
    paper.paragraph(`${term}\n${detail}`, { size: 9, whole: true });
  openPart(paper, m.proclamation_part_bureau());
  if (bureau.length === 0) paper.paragraph(m.proclamation_bureau_none());
  for (const signatory of bureau) paper.signature(signatory.name, signatory.function);
  return paper.finish();
}

/** A heading never stands alone at the end of a sheet. */
function openPart(paper: Paper, words: string): void {
  paper.makeRoom(KEPT.part);
  paper.heading(words, { level: 2, before: 16, size: 13 });
}

function openList(paper: Paper, words: string): void {
  paper.makeRoom(KEPT.list);
  paper.heading(words, { level: 3, before: 14 });
}

function writeTurnout(paper: Paper, { turnout }: Minutes): void {
  if (turnout.length === 0) return;
  openList(paper, m.proclamation_by_point());
  paper.table({
    columns: [
      { width: 'rest', head: m.proclamation_where() },
      { width: paper.inner * 0.22, head: m.proclamation_signed(), align: 'right' },
      { width: paper.inner * 0.22, head: m.proclamation_ballots(), align: 'right' },
    ],
    names: 0,
    rows: turnout.map((line) => [
      [{ words: sayWhere(line) }],
      [{ words: sayCount(line.voters), bold: true }],
      [{ words: sayCount(line.ballots), bold: true }],
    ]),
  });
}

function writeEnvelope(
  paper: Paper,
  envelope: EnvelopeResult,
  reading: Reading,
  several: boolean,
): void {
  openPart(
    paper,
    several
      ? m.proclamation_part_result_of({ label: envelope.label })
      : m.proclamation_part_result(),
  );
  paper.facts(sayEnvelope(envelope, reading), 0.4);
  const lines = listProjectLines(envelope, reading);
  const won = lines.filter(({ story }) => story.outcome !== 'lost');
  openList(paper, won.length > 0 ? reading.subject.winners() : m.results_winners_none());
  const rows = (of: typeof lines) =>
    of.map(({ number, label, cost, outcome, standing, house }) => ({
      term: [
        m.proclamation_project_line({ number, label }),
        reading.money ? reading.say(cost) : '',
        house,
      ]
        .filter((words) => words !== '')
        .join('\n'),
      detail: `${standing}\n${outcome}`,
    }));
  if (won.length > 0) paper.facts(rows(won), 0.6);
  const others = lines.filter(({ story }) => story.outcome === 'lost');
  if (others.length === 0) return;
  openList(paper, m.proclamation_others());
  paper.facts(rows(others), 0.6);
}
