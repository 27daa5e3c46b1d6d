import { readDay, readTime, toInstant, toLocalTime } from '../../platform/clock/paris.ts';
import type { Form } from '../../platform/http/form.ts';
import { slugify } from './address-words.ts';
import { type CalendarProblem, checkCalendar, proposeCalendar } from './calendar.ts';
import { readNames } from './categories.ts';
import { readCriteria, typeCriteria } from './criteria-form.routes.ts';
import { type Edition, IDEA_PLACES, type IntendedBallot, type Phase, STEPS } from './edition.ts';
import type { CalendarProblems, SettingsProblems, Typed } from './edition-form-words.page.ts';
import { checkSettings, type EditionSettings, USUAL_SETTINGS } from './edition-settings.ts';
import { moveProblems, readEnvelopes, typeEnvelopes } from './envelope-form.routes.ts';

/** Between what officers type and what an edition is: every value goes back to the form as it was typed. */

export function typeSettings(settings: EditionSettings): Typed {
  return {
    title: settings.title,
    slug: settings.slug,
    summary: settings.summary,
    ...typeEnvelopes(settings),
    categories: settings.categories.join('\n'),
    districts: settings.districts.join('\n'),
    minimumAgePropose: String(settings.minimumAgePropose),
    minimumAgeVote: String(settings.minimumAgeVote),
    residenceRequired: settings.residenceRequired ? 'oui' : '',
    maximumIdeas: String(settings.maximumIdeas),
    ideaLength: String(settings.ideaLength),
    editMinutes: String(settings.editMinutes),
    commentsOpen: settings.commentsOpen ? 'oui' : 'non',
    intendedBallot: settings.intendedBallot,
    ideaPlace: settings.ideaPlace,
    minimumChoices: String(settings.minimumChoices),
    maximumChoices: String(settings.maximumChoices),
    ...typeCriteria(settings.criteria),
    rulesText: settings.rulesText,
    councilDecision: settings.councilDecision,
    ...typeDay('councilDecisionOn', settings.councilDecisionOn),
    responsibleOfficial: settings.responsibleOfficial,
    'ideaHelp-title': settings.ideaHelp.title,
    'ideaHelp-body': settings.ideaHelp.body,
    'ideaHelp-category': settings.ideaHelp.category,
    'ideaHelp-files': settings.ideaHelp.files,
  };
}

export const typedUsualSettings = (): Typed => typeSettings(USUAL_SETTINGS);

export function typeCalendar(phases: readonly Phase[]): Typed {
  return Object.assign(
    {},
    ...phases.map((phase) => ({
      ...typeMoment(`${phase.step}-starts`, toLocalTime(phase.startsAt)),
      ...typeMoment(`${phase.step}-ends`, phase.endsAt ? toLocalTime(phase.endsAt) : null),
    })),
  );
}

/** The five-phase template, from today's day `YYYY-MM-DD` (R31). */
export function typeUsualCalendar(today: string): Typed {
  const calendar = proposeCalendar(today);
  return Object.assign(
    {},
    ...STEPS.map((step) => ({
      ...typeMoment(`${step}-starts`, calendar[step].starts),
      ...typeMoment(`${step}-ends`, calendar[step].ends),
    })),
  );
}

export function readTyped(form: Form, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}

export const SETTINGS_NAMES = Object.keys(typedUsualSettings());
export const CALENDAR_NAMES = Object.keys(typeUsualCalendar('2026-01-01'));

export function readSettings(
  typed: Typed,
  before: Edition | null,
  voteHasBegun = false,
): { settings: EditionSettings; problems: SettingsProblems } {
  const decidedOn = readTypedDay(typed, 'councilDecisionOn');
  const text = (name: string) => typed[name] ?? '';
  const names = {
    categories: readNames(text('categories')),
    districts: readNames(text('districts')),
  };
  const money = readEnvelopes(typed, before, names);
  const settings: EditionSettings = {
    title: text('title').replaceAll(/\s+/g, ' '),
    slug: text('slug') === '' ? slugify(text('title')) : text('slug').toLowerCase(),
    summary: text('summary'),
    envelope: money.envelope,
    envelopes: money.envelopes,
    ...names,
    minimumAgePropose: readWhole(text('minimumAgePropose')),
    minimumAgeVote: readWhole(text('minimumAgeVote')),
    residenceRequired: text('residenceRequired') === 'oui',
    maximumIdeas: readWhole(text('maximumIdeas')),
    ideaLength: readWhole(text('ideaLength')),
    editMinutes: readWhole(text('editMinutes')),
    // a form made before this was asked says nothing of it
    commentsOpen:
      text('commentsOpen') === '' ? (before?.commentsOpen ?? true) : text('commentsOpen') === 'oui',
    intendedBallot: text('intendedBallot') as IntendedBallot,
    // a form made before this was asked says nothing of it
    ideaPlace: IDEA_PLACES.find((asked) => asked === text('ideaPlace')) ?? 'optional',
    minimumChoices: readWhole(text('minimumChoices')),
    maximumChoices: readWhole(text('maximumChoices')),
    criteria: readCriteria(typed),
    rulesText: text('rulesText'),
    councilDecision: text('councilDecision'),
    councilDecisionOn: decidedOn === 'wrong' ? null : decidedOn,
    // a file is sent, never typed
    councilDecisionFile: before?.councilDecisionFile ?? null,
    responsibleOfficial: text('responsibleOfficial'),
    ideaHelp: {
      title: text('ideaHelp-title'),
      body: text('ideaHelp-body'),
      category: text('ideaHelp-category'),
      files: text('ideaHelp-files'),
    },
  };
  const problems: SettingsProblems = {
    ...moveProblems(checkSettings(settings, before, voteHasBegun), money.shared),
    ...money.problems,
  };
  // the name in the address comes from the title: one lack is said once
  if (problems.title === 'missing' && text('slug') === '') delete problems.slug;
  if (decidedOn === 'wrong') problems.councilDecisionOn = 'no-such-day';
  return { settings, problems };
}

export function readCalendar(typed: Typed): { phases: Phase[]; problems: CalendarProblems } {
  const problems: CalendarProblem[] = [];
  const phases: Phase[] = [];
  for (const step of STEPS) {
    const starts = readMoment(typed, `${step}-starts`);
    const ends = readMoment(typed, `${step}-ends`);
    if (starts === 'missing') problems.push({ step, edge: 'startsAt', refusal: 'no-start' });
    else if (!(starts instanceof Date)) problems.push({ step, edge: 'startsAt', refusal: starts });
    if (ends === 'missing') {
      if (step !== 'delivery') problems.push({ step, edge: 'endsAt', refusal: 'no-end' });
    } else if (!(ends instanceof Date)) problems.push({ step, edge: 'endsAt', refusal: ends });
    if (starts instanceof Date)
      phases.push({ step, startsAt: starts, endsAt: ends instanceof Date ? ends : null });
  }
  // the order of dates says nothing while one of them is unreadable
  const all = problems.length > 0 ? problems : checkCalendar(phases);
  return {
    phases,
    problems: Object.fromEntries(
      all.map(({ step, edge, refusal }) => [
        `${step}-${edge === 'startsAt' ? 'starts' : 'ends'}`,
        refusal,
      ]),
    ),
  };
}

/** The fields in which what was typed is not what somebody else saved meanwhile, with what they saved. */
export function listDifferences(typed: Typed, saved: Typed): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(saved).filter((one) => !one.endsWith('-id'))) {
    const field = name.replace(/-(day|month|year|time)$/, '');
    groups.set(field, [...(groups.get(field) ?? []), name]);
  }
  return Object.fromEntries(
    [...groups]
      .filter(([, names]) => names.some((name) => (typed[name] ?? '') !== saved[name]))
      .map(([field, names]) => [
        field,
        names
          .map((name) => saved[name])
          .join(' ')
          .trim(),
      ]),
  );
}

/** A whole number of few digits; NaN for anything else, which every range refuses. */
function readWhole(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

function readTypedDay(typed: Typed, name: string): string | null | 'wrong' {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '');
  if (`${day}${month}${year}` === '') return null;
  return readDay({ day: day!, month: month!, year: year! }) ?? 'wrong';
}

function readMoment(typed: Typed, name: string): Date | 'missing' | 'no-such-day' | 'no-such-time' {
  const day = readTypedDay(typed, name);
  if (day === null) return 'missing';
  if (day === 'wrong') return 'no-such-day';
  const time = readTime(typed[`${name}-time`] ?? '');
  return (time && toInstant({ day, time })) || 'no-such-time';
}

function typeDay(name: string, day: string | null): Typed {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  const plain = (part: string) => (part === '' ? '' : String(Number(part)));
  return {
    [`${name}-day`]: plain(date),
    [`${name}-month`]: plain(month),
    [`${name}-year`]: year,
  };
}

function typeMoment(name: string, at: { day: string; time: string } | null): Typed {
  return { ...typeDay(name, at?.day ?? null), [`${name}-time`]: at?.time ?? '' };
}
