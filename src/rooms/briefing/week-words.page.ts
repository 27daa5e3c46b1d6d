import * as m from '../../paraglide/messages.js';
import { formatDate, formatDateTime, formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { sayDay, stageWords } from '../delivery/index.page.ts';
import type { Happening, PlannedStep } from '../delivery/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { numberedSegment, stepWords } from '../spaces/index.page.ts';
import type { Turn, Week } from './week.ts';

/** The same words for the page and for the letter, whose addresses the page makes links. */
export interface WeekSection {
  title: string;
  lines: readonly { words: string; href: string | null }[];
  /** Where the rest of it is. */
  more?: { words: string; href: string };
}

/** What advanced, money, what is late, what comes: sections without a line are left out. */
export function tellWeek(week: Week): WeekSection[] {
  const { delivery, meetings, turns } = week;
  const at = (one: { editionId: string; number: number }) => {
    const edition = week.editions.get(one.editionId);
    return edition ? urls.delivery({ edition, project: one.number }) : null;
  };
  const planned = (one: PlannedStep) => ({ words: sayPlanned(one), href: at(one) });
  const isInauguration = ({ stage }: PlannedStep) => stage === 'inaugurated';
  const opens = ({ kind }: Meeting) => kind === 'inauguration';
  const late = delivery.lateCount - delivery.late.length;
  return [
    {
      title: m.week_advanced(),
      lines: delivery.happenings.map((one) => ({ words: sayHappening(one), href: at(one) })),
    },
    { title: m.week_money(), lines: moneyLines(week) },
    {
      title: m.week_late({ count: delivery.lateCount }),
      lines: delivery.late.map(planned),
      ...(late > 0 && {
        more: {
          words: m.week_late_more({ count: late }),
          href: urls.globalDelivery({ situation: 'en-retard' }),
        },
      }),
    },
    {
      title: m.week_inaugurations(),
      lines: [
        ...delivery.due.filter(isInauguration).map(planned),
        ...meetings.filter(opens).map(meetingLine),
      ],
    },
    {
      title: m.week_due(),
      lines: delivery.due.filter((one) => !isInauguration(one)).map(planned),
    },
    {
      title: m.week_calendar(),
      lines: turns.map((turn) => ({
        words: sayTurn(turn),
        href: urls.edition({ edition: turn.edition.slug }),
      })),
    },
    {
      title: m.week_meetings(),
      lines: meetings.filter((one) => !opens(one)).map(meetingLine),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function sayHappening(one: Happening): string {
  const { title } = one;
  switch (one.kind) {
    case 'advanced':
      return m.week_line_advanced({ title, stage: stageWords[one.stage]() });
    case 'suspended':
      return m.week_line_suspended({ title, reason: one.reason });
    case 'abandoned':
      return m.week_line_abandoned({ title, reason: one.reason });
    case 'resumed':
      return m.week_line_resumed({ title });
    case 'told':
      return m.week_line_told({ title, post: one.post });
  }
}

const sayPlanned = ({ title, stage, on, isMonth }: PlannedStep): string => {
  const words = { title, stage: stageWords[stage](), date: sayDay(on, isMonth) };
  return isMonth ? m.week_line_planned_month(words) : m.week_line_planned(words);
};

function moneyLines({ delivery }: Week): WeekSection['lines'] {
  const line = (cents: number, words: (inputs: { amount: string }) => string) =>
    cents === 0 ? [] : [{ words: words({ amount: formatMoney(cents) }), href: null }];
  return [
    ...line(delivery.committed, m.week_line_committed),
    ...line(delivery.spent, m.week_line_spent),
  ];
}

const sayTurn = ({ edition, step, edge, at }: Turn): string => {
  const words = { edition: edition.title, step: stepWords[step].name(), date: formatDateTime(at) };
  return edge === 'begins' ? m.week_line_begins(words) : m.week_line_ends(words);
};

const meetingLine = ({ number, title, startsAt, place }: Meeting) => ({
  words: m.week_line_meeting({ date: formatDateTime(startsAt), title, place }),
  href: urls.meeting({ meeting: numberedSegment(number, title) }),
});

/** `YYYY-MM-DD` in words. */
export const sayWeekDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');
