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
  sayEnvelope,
  sayFingerprints,
  sayTerms,
  sayTurnout,
} from './minutes-words.page.ts';

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
    footer: (sheet, of) => m.proclamation_pdf_footer({ title, sheet, of }),
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

  paper.subheading(m.proclamation_part_poll());
  paper.facts(sayTerms(minutes, reading));
  paper.subheading(m.proclamation_part_turnout());
  paper.facts(sayTurnout(minutes), 0.6);
  for (const envelope of result.envelopes)
    writeEnvelope(paper, envelope, reading, result.envelopes.length > 1);

  paper.subheading(m.results_ties());
  const ties = listTieLines(minutes, reading);
  for (const words of ties.length > 0 ? ties : [m.results_ties_none()]) paper.paragraph(words);
  paper.subheading(m.proclamation_part_acts());
  paper.facts(sayActs(minutes));
  paper.subheading(m.proclamation_part_fingerprints());
  for (const { term, detail } of sayFingerprints(minutes))
    paper.paragraph(`${term}\n${detail}`, { size: 9 });
  paper.subheading(m.proclamation_part_bureau());
  if (bureau.length === 0) paper.paragraph(m.proclamation_bureau_none());
  for (const signatory of bureau) paper.signature(signatory.name, signatory.function);
  return paper.finish();
}

function writeEnvelope(
  paper: Paper,
  envelope: EnvelopeResult,
  reading: Reading,
  several: boolean,
): void {
  paper.subheading(
    several
      ? m.proclamation_part_result_of({ label: envelope.label })
      : m.proclamation_part_result(),
  );
  paper.facts(sayEnvelope(envelope, reading), 0.4);
  const lines = listProjectLines(envelope, reading);
  const won = lines.filter(({ story }) => story.outcome !== 'lost');
  paper.paragraph(won.length > 0 ? reading.subject.winners() : m.results_winners_none(), {
    bold: true,
    before: 14,
  });
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
  paper.paragraph(m.proclamation_others(), { bold: true, before: 14 });
  paper.facts(rows(others), 0.6);
}
