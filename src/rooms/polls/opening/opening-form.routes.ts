import * as m from '../../../paraglide/messages.js';
import { readDay, readTime, toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import type { Problems } from '../../../ui/form.tsx';
import { usualAdmission } from '../../electorate/index.ts';
import { envelopeName } from '../../spaces/index.page.ts';
import { type Edition, findPhase } from '../../spaces/index.ts';
import { type AskedSealing, CEREMONY_TRUSTEES } from '../sealed/sealing.ts';
import { USUAL_MENTIONS } from '../settings.ts';
import { ADMISSION_FIELDS, readAdmission, typeAdmission } from './opening-admission.ts';
import { type Ground, readSettings, type Typed } from './opening-settings.ts';
import { settingsProblems } from './opening-words.page.ts';
import type { PollTerms } from './terms.ts';
import { TIE_BREAK_LISTS } from './tie-break-lists.ts';

const DATES = ['opens', 'closes'] as const;
export const PARTS = ['day', 'month', 'year', 'time'] as const;
const NAMES = [
  ...['title', 'profile', 'subject', 'labels'],
  ...['ballot', 'minimum', 'maximum', 'share', 'points', 'cap', 'mentions', 'defaultGrade'],
  ...['groups', 'envelopes', 'amounts', 'oneDistrict', 'leftToTown', 'leftover'],
  ...['method', 'utility', 'rest', 'seats', 'ties'],
  ...['quorum', 'minimumNamings', 'mostPerHolder', 'winnersPerZone', 'partFunding', 'incompatible'],
  ...ADMISSION_FIELDS,
  ...['sealingKey', 'sealingHashes', ...CEREMONY_TRUSTEES],
  ...DATES.flatMap((date) => PARTS.map((part) => `${date}-${part}`)),
];

/** What the edition already says, as the form proposes it. */
export function proposeTerms(edition: Edition, projects: number): Typed {
  const vote = findPhase(edition, 'vote');
  return {
    title: edition.title,
    profile: 'P1',
    subject: 'projects',
    ballot: edition.intendedBallot,
    minimum: String(Math.max(1, Math.min(edition.minimumChoices, projects))),
    maximum: String(Math.max(1, Math.min(edition.maximumChoices, projects))),
    points: '10',
    mentions: USUAL_MENTIONS.join('\n'),
    ...proposeEnvelopes(edition),
    leftover: 'returned',
    method: 'greedy',
    utility: 'cost',
    rest: 'add1u',
    ties: TIE_BREAK_LISTS[0]!.join('+'),
    ...typeAdmission(usualAdmission),
    paper: 'none',
    ...typeMoment('opens', vote?.startsAt ?? null),
    ...typeMoment('closes', vote?.endsAt ?? null),
  };
}

/** Shared out as the edition shares its money; each line is named after what its envelope pays for. */
function proposeEnvelopes({ envelopes, districts }: Edition): Typed {
  if (envelopes.length < 2)
    return { envelopes: 'one', amounts: districts.map((district) => `${district} : `).join('\n') };
  const lines = envelopes.map(
    (one) => `${one.target || envelopeName(one)} : ${writeEuros(one.amount)}`,
  );
  return { envelopes: 'several', amounts: lines.join('\n') };
}

export function readTyped(form: Form): Typed {
  return Object.fromEntries(NAMES.map((name) => [name, form.text(name)]));
}

/** What the settings of an edition's poll may speak of. */
export function groundOf(edition: Edition, projects: number): Ground {
  return {
    envelope: edition.envelope,
    projects,
    districts: edition.districts,
    categories: edition.categories.map(({ name }) => name),
    readAmount(typed) {
      const read = readEuros(typed);
      return read.ok ? read.cents : null;
    },
  };
}

/** Terms out of what was typed; problems that leave no terms to check. */
export function readTerms(
  typed: Typed,
  ground: Ground,
): { ok: true; terms: PollTerms } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const [opensAt, closesAt] = DATES.map((date) => readMoment(typed, date));
  if (!opensAt) problems.opens = m.polls_problem_date();
  if (!closesAt) problems.closes = m.polls_problem_date();
  const tieBreak = TIE_BREAK_LISTS.find((list) => list.join('+') === typed.ties);
  if (!tieBreak) problems.ties = m.polls_problem_ties();
  const settings = readSettings(typed, ground);
  if (!settings.ok)
    for (const [field, problem] of Object.entries(settings.problems))
      problems[field] = settingsProblems[problem!]();
  if (!opensAt || !closesAt || !tieBreak || !settings.ok) return { ok: false, problems };
  return {
    ok: true,
    terms: {
      ...settings.read,
      settings: { ...settings.read.settings, ...readAdmission(typed) },
      title: (typed.title ?? '').replaceAll(/\s+/g, ' '),
      profile: readProfile(typed.profile),
      ...(typed.profile === 'P2' && typed.sealingKey && { sealing: readCeremony(typed) }),
      tieBreak,
      opensAt,
      closesAt,
    },
  };
}

const readProfile = (typed: string | undefined) =>
  typed === 'P0' || typed === 'P2' ? typed : 'P1';

/** What the key ceremony left in the form: the public half, who keeps the parts, and their hashes. */
function readCeremony(typed: Typed): AskedSealing {
  return {
    publicKey: typed.sealingKey ?? '',
    trustees: CEREMONY_TRUSTEES.map((name) => typed[name] ?? ''),
    shareHashes: (typed.sealingHashes ?? '').split(' '),
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

/** A day and a time typed in Paris; null when there is no such instant. */
export function readMoment(typed: Typed, name: string): Date | null {
  const part = (of: string) => typed[`${name}-${of}`] ?? '';
  const day = readDay({ day: part('day'), month: part('month'), year: part('year') });
  const time = readTime(part('time'));
  return day && time ? toInstant({ day, time }) : null;
}

/** The same instant as a form shows it. */
export function typeMoment(name: string, at: Date | null): Typed {
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
