import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import type { EnvelopeResult } from '../result/result.ts';
import type { Reading } from '../result/result-reading.page.ts';
import { countInvalid } from '../sealed/opened-ballot.ts';
import type { Minutes } from './minutes.ts';
import {
  type Line,
  listProjectLines,
  listTieLines,
  sayActs,
  sayChannel,
  sayFingerprints,
  sayPaper,
  sayTerms,
} from './minutes-words.page.ts';

/** One value of the minutes, and what it is the value of. */
interface Cells {
  part: string;
  envelope?: string;
  channel?: string;
  point?: string;
  number?: number;
  label?: string;
  measure: string;
  value: string | number;
}

/** The minutes with one value a line, for spreadsheets: figures as numbers, amounts in units of the currency. */
export function writeMinutesCsv(minutes: Minutes, reading: Reading): string {
  const heads = [
    m.proclamation_csv_part(),
    m.proclamation_csv_envelope(),
    m.proclamation_csv_channel(),
    m.proclamation_csv_point(),
    m.proclamation_csv_number(),
    m.proclamation_csv_label(),
    m.proclamation_csv_measure(),
    m.proclamation_csv_value(),
  ];
  const lines = listCells(minutes, reading).map((cells) => [
    cells.part,
    cells.envelope ?? '',
    cells.channel ?? '',
    cells.point ?? '',
    cells.number ?? '',
    cells.label ?? '',
    cells.measure,
    cells.value,
  ]);
  return CSV_MARK + [heads, ...lines].map(writeCsvLine).join('');
}

function listCells(minutes: Minutes, reading: Reading): Cells[] {
  const bureau = minutes.bureau.map((one) => ({ term: one.function, detail: one.name }));
  return [
    ...inWords(m.proclamation_part_poll(), sayTerms(minutes, reading)),
    ...listTurnoutCells(minutes),
    ...minutes.result.envelopes.flatMap((envelope) => listEnvelope(envelope, reading)),
    ...listTieLines(minutes, reading).map((value) => ({
      part: m.results_ties(),
      measure: m.proclamation_csv_tie(),
      value,
    })),
    ...inWords(m.proclamation_part_acts(), sayActs(minutes)),
    ...inWords(m.proclamation_part_fingerprints(), sayFingerprints(minutes)),
    ...inWords(m.proclamation_part_bureau(), bureau),
  ];
}

const inWords = (part: string, lines: readonly Line[]): Cells[] =>
  lines.map(({ term, detail }) => ({ part, measure: term, value: detail }));

function listTurnoutCells(minutes: Minutes): Cells[] {
  const { result, turnout, poll } = minutes;
  const invalid = countInvalid(poll);
  const part = m.proclamation_part_turnout();
  return [
    { part, measure: m.proclamation_voters(), value: result.voters },
    { part, measure: m.proclamation_ballots(), value: result.ballots },
    { part, measure: m.proclamation_blank(), value: result.blank },
    ...(invalid === null ? [] : [{ part, measure: m.sealed_invalid_title(), value: invalid }]),
    ...inWords(part, sayPaper(minutes)),
    ...turnout.flatMap(({ channel, point, voters, ballots }) => {
      const where = { part, channel: sayChannel(channel), point: point ?? '' };
      return [
        { ...where, measure: m.proclamation_signed(), value: voters ?? m.proclamation_few() },
        { ...where, measure: m.proclamation_ballots(), value: ballots ?? m.proclamation_few() },
      ];
    }),
  ];
}

function listEnvelope(envelope: EnvelopeResult, reading: Reading): Cells[] {
  const { money, currency } = reading;
  const of = { part: m.proclamation_part_result(), envelope: envelope.label };
  const amount = (measure: string, cents: number): Cells[] =>
    money
      ? [{ ...of, measure: m.proclamation_csv_amount({ measure, currency }), value: units(cents) }]
      : [];
  return [
    { ...of, measure: m.results_ballots(), value: envelope.ballots },
    ...amount(m.results_envelope_amount(), envelope.budget),
    ...amount(m.results_envelope_used(), envelope.cost),
    ...amount(m.results_envelope_left(), envelope.left),
    ...listProjectLines(envelope, reading).flatMap((line): Cells[] => {
      const { number, label, story } = line;
      const about = { number, label };
      return [
        { ...of, ...about, measure: m.proclamation_csv_outcome(), value: line.outcome },
        ...amount(m.proclamation_csv_cost(), line.cost).map((cells) => ({ ...cells, ...about })),
        { ...of, ...about, measure: m.proclamation_csv_score(), value: story.score },
        { ...of, ...about, measure: m.proclamation_csv_namings(), value: story.namings },
        { ...of, ...about, measure: m.proclamation_csv_standing(), value: line.standing },
        ...(line.house === ''
          ? []
          : [{ ...of, ...about, measure: m.proclamation_csv_house(), value: line.house }]),
      ];
    }),
  ];
}

/** « 12500,50 »: as the reader's spreadsheets read a number. */
function units(cents: number): string {
  const written = (cents / 100).toFixed(2);
  return getLocale() === 'fr' ? written.replace('.', ',') : written;
}
