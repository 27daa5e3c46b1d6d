import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { formatDate, formatNumber, formatTime } from '../../../ui/format.ts';
import type { Option } from '../poll.ts';
import { type CadenceSignal, type Channel, type HourCount, placeOf } from './cadence.ts';
import type { CountedRefusal } from './counting.ts';
import type { DeviceStep } from './device.ts';
import type { SameBallots, SingleBlock } from './patterns.ts';
import type { WatchReport } from './report.ts';

export const channelWords: Record<Channel, () => string> = {
  online: m.watch_online,
  paper: m.watch_paper,
};

/** « Médiathèque, sur papier » */
export function sayPlace(
  { channel, pointId }: Pick<HourCount, 'channel' | 'pointId'>,
  points: WatchReport['points'],
): string {
  const said = channelWords[channel]();
  if (pointId === null) return said;
  return m.watch_at_point({ point: points.get(pointId) ?? m.watch_point_gone(), channel: said });
}

function sayHour(at: Date): string {
  return `${formatDate(at, 'weekday')}, ${formatTime(at)}`;
}

export const stepWords: Record<DeviceStep, () => string> = {
  1: m.watch_device_1,
  2: m.watch_device_2,
  3: m.watch_device_3,
  6: m.watch_device_6,
  11: m.watch_device_11,
};

export const refusalWords: Record<CountedRefusal, () => string> = {
  'birth-impossible': m.watch_refusal_birth_impossible,
  'too-young': m.watch_refusal_too_young,
  'register-not-found': m.watch_refusal_register_not_found,
  'mark-used': m.watch_refusal_mark_used,
};

/** One thing worth a look, where and when. */
export interface SignalLine {
  what: string;
  where: string;
  when: string;
}

export function listSignals(report: WatchReport, options: readonly Option[]): SignalLine[] {
  const labels = new Map(options.map(({ key, label }) => [key, label]));
  const inBox = { where: m.watch_in_the_box(), when: m.watch_whole_vote() };
  return [
    ...report.cadence.flatMap((signal) =>
      signal.kind === 'outside-hours'
        ? []
        : [
            {
              what: sayCadence(signal),
              where: sayPlace(signal.hour, report.points),
              when: sayHour(signal.hour.hour),
            },
          ],
    ),
    ...listOutside(report),
    ...(report.sharedDevices > 0
      ? [
          {
            what: m.watch_signal_devices({ devices: formatNumber(report.sharedDevices) }),
            where: m.watch_online(),
            when: m.watch_whole_vote(),
          },
        ]
      : []),
    ...(report.ballots?.singles ?? [])
      .filter(({ flagged }) => flagged)
      .map((block) => ({ what: saySingle(block, labels), ...inBox })),
    ...(report.ballots?.same ?? [])
      .filter(({ flagged }) => flagged)
      .map((block) => ({ what: saySame(block), ...inBox })),
  ];
}

/** A day at a time: a point that opened early says so once. */
function listOutside(report: WatchReport): SignalLine[] {
  const days = new Map<string, { hour: HourCount; votes: number }>();
  for (const { kind, hour } of report.cadence) {
    if (kind !== 'outside-hours') continue;
    const key = `${placeOf(hour)} ${dayInParis(hour.hour)}`;
    days.set(key, { hour, votes: (days.get(key)?.votes ?? 0) + hour.votes });
  }
  return [...days.values()].map(({ hour, votes }) => ({
    what: m.watch_signal_outside({ votes: formatNumber(votes) }),
    where: sayPlace(hour, report.points),
    when: formatDate(hour.hour, 'weekday'),
  }));
}

type OfOneHour = Exclude<CadenceSignal, { kind: 'outside-hours' }>;

function sayCadence(signal: OfOneHour): string {
  const votes = formatNumber(signal.hour.votes);
  switch (signal.kind) {
    case 'busy-hour':
      return m.watch_signal_busy_hour({ votes, usual: formatNumber(signal.usual) });
    case 'busy-minute':
      return m.watch_signal_busy_minute({
        busiest: formatNumber(signal.hour.busiest ?? 0),
        usual: formatNumber(signal.usual),
      });
    case 'steady':
      return m.watch_signal_steady({ votes });
  }
}

function saySingle(block: SingleBlock, labels: ReadonlyMap<string, string>): string {
  return m.watch_signal_single({
    project: labels.get(block.key) ?? block.key,
    alone: formatNumber(block.alone),
    expected: sayExpected(block.expected),
  });
}

function saySame({ times, keys, expected }: SameBallots): string {
  return m.watch_signal_same({
    times: formatNumber(times),
    projects: formatNumber(keys.length),
    expected: sayExpected(expected),
  });
}

export const sayExpected = (expected: number): string => formatNumber(Math.round(expected));
