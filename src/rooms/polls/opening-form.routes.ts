import * as m from '../../paraglide/messages.js';
import { readDay, readTime, toInstant, toLocalTime } from '../../platform/clock/paris.ts';
import type { Form } from '../../platform/http/form.ts';
import type { Problems } from '../../ui/form.tsx';
import { type Edition, findPhase } from '../spaces/index.ts';
import { isGreedyRule } from '../tally/index.ts';
import type { Typed } from './opening-form.page.tsx';
import type { PollTerms } from './poll.ts';
import { TIE_BREAK_LISTS } from './tie-break-lists.ts';

const DATES = ['opens', 'closes'] as const;
const PARTS = ['day', 'month', 'year', 'time'] as const;
const NAMES = [
  'title',
  'minimum',
  'maximum',
  'rule',
  'ties',
  ...DATES.flatMap((date) => PARTS.map((part) => `${date}-${part}`)),
];

/** What the edition already says, as the form proposes it. */
export function proposeTerms(edition: Edition, projects: number): Typed {
  const vote = findPhase(edition, 'vote');
  return {
    title: edition.title,
    minimum: String(Math.min(edition.minimumChoices, projects)),
    maximum: String(Math.min(edition.maximumChoices, projects)),
    rule: 'greedy',
    ties: TIE_BREAK_LISTS[0]!.join('+'),
    ...typeMoment('opens', vote?.startsAt ?? null),
    ...typeMoment('closes', vote?.endsAt ?? null),
  };
}

export function readTyped(form: Form): Typed {
  return Object.fromEntries(NAMES.map((name) => [name, form.text(name)]));
}

/** Terms out of what was typed; problems that leave no terms to check. */
export function readTerms(
  typed: Typed,
): { ok: true; terms: PollTerms } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const [opensAt, closesAt] = DATES.map((date) => readMoment(typed, date));
  if (!opensAt) problems.opens = m.polls_problem_date();
  if (!closesAt) problems.closes = m.polls_problem_date();
  const rule = typed.rule ?? '';
  if (!isGreedyRule(rule)) problems.rule = m.polls_problem_rule();
  const tieBreak = TIE_BREAK_LISTS.find((list) => list.join('+') === typed.ties);
  if (!tieBreak) problems.ties = m.polls_problem_ties();
  if (!opensAt || !closesAt || !isGreedyRule(rule) || !tieBreak) return { ok: false, problems };
  return {
    ok: true,
    terms: {
      title: (typed.title ?? '').replaceAll(/\s+/g, ' '),
      minimumChoices: readWhole(typed.minimum),
      maximumChoices: readWhole(typed.maximum),
      rule,
      tieBreak,
      opensAt,
      closesAt,
    },
  };
}

/** The form that puts off a close: what was typed, and what it says. */
export function readExtension(form: Form): {
  typed: Typed;
  closesAt: Date | null;
  reason: string;
} {
  const names = ['reason', ...PARTS.map((part) => `closes-${part}`)];
  const typed = Object.fromEntries(names.map((name) => [name, form.text(name)]));
  return { typed, closesAt: readMoment(typed, 'closes'), reason: typed.reason ?? '' };
}

export const typeClose = (closesAt: Date): Typed => typeMoment('closes', closesAt);

function readWhole(typed = ''): number {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
}

function readMoment(typed: Typed, name: string): Date | null {
  const part = (of: string) => typed[`${name}-${of}`] ?? '';
  const day = readDay({ day: part('day'), month: part('month'), year: part('year') });
  const time = readTime(part('time'));
  return day && time ? toInstant({ day, time }) : null;
}

function typeMoment(name: string, at: Date | null): Typed {
  if (!at) return {};
  const { day, time } = toLocalTime(at);
  const [year, month, date] = day.split('-');
  return {
    [`${name}-day`]: String(Number(date)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year!,
    [`${name}-time`]: time,
  };
}
