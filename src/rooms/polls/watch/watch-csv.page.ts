import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import type { Poll } from '../poll.ts';
import { COUNTED_REFUSALS } from './counting.ts';
import type { WatchReport } from './report.ts';
import {
  channelWords,
  listSignals,
  refusalWords,
  sayPlace,
  stepWords,
} from './watch-words.page.ts';

type Cells = [part: string, what: string, where: string, when: string, value: string | number];

/** Every figure of the report, one a line. */
export function writeWatchCsv(report: WatchReport, { options }: Poll): string {
  const heads = [
    m.watch_csv_part(),
    m.watch_head_what(),
    m.watch_head_where(),
    m.watch_head_when(),
    m.watch_csv_value(),
  ];
  return CSV_MARK + [heads, ...listCells(report, options)].map(writeCsvLine).join('');
}

function listCells(report: WatchReport, options: Poll['options']): Cells[] {
  const labels = new Map(options.map(({ key, label }) => [key, label]));
  const singles = report.ballots?.singles ?? [];
  const same = report.ballots?.same ?? [];
  return [
    ...listSignals(report, options).map(
      ({ what, where, when }): Cells => [m.watch_signals(), what, where, when, ''],
    ),
    ...report.hours.map((hour): Cells => {
      const { day, time } = toLocalTime(hour.hour);
      const where = sayPlace(hour, report.points);
      return [m.watch_cadence(), m.watch_head_votes(), where, `${day} ${time}`, hour.votes];
    }),
    ...report.devices.map(
      ({ step, devices }): Cells => [m.watch_devices(), stepWords[step](), '', '', devices],
    ),
    ...COUNTED_REFUSALS.map(
      (kind): Cells => [
        m.watch_refusals(),
        refusalWords[kind](),
        '',
        '',
        report.refusals.get(kind) ?? 0,
      ],
    ),
    ...singles.map(
      ({ key, channel, alone }): Cells => [
        m.watch_singles(),
        labels.get(key) ?? key,
        channelWords[channel](),
        '',
        alone,
      ],
    ),
    ...same.map(
      ({ keys, channel, times }): Cells => [
        m.watch_same(),
        keys.map((key) => labels.get(key) ?? key).join(', '),
        channelWords[channel](),
        '',
        times,
      ],
    ),
  ];
}
