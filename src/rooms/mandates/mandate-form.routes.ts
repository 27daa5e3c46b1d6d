import * as m from '../../paraglide/messages.js';
import { readDay } from '../../platform/clock/paris.ts';
import type { Form } from '../../platform/http/form.ts';
import type { Problems } from '../../ui/form.tsx';
import { readTypedDate } from '../identity/index.ts';
import { checkMandate, isLevel, type Mandate, type WrittenMandate } from './mandate.ts';
import { FIELDS, type TypedMandate } from './mandate-form.page.tsx';
import { mandateProblems } from './mandate-words.page.ts';

const NO_DAY = { day: '', month: '', year: '' };

export const EMPTY: TypedMandate = {
  level: '',
  body: '',
  territory: '',
  code: '',
  office: '',
  delegation: '',
  began: NO_DAY,
  ends: NO_DAY,
};

export function typeDay(day: string | null) {
  if (day === null) return NO_DAY;
  const [year, month, date] = day.split('-').map((part) => String(Number(part)));
  return { day: date!, month: month!, year: year! };
}

/** A mandate as its form proposes it. */
export const typeMandate = (mandate: Mandate): TypedMandate => {
  const { level, body, territory, code, office, delegation, beganOn, endsOn } = mandate;
  return {
    ...{ level, body, territory, code, office, delegation },
    began: typeDay(beganOn),
    ends: typeDay(endsOn),
  };
};

export function readTyped(form: Form): TypedMandate {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ').trim();
  return {
    level: form.text(FIELDS.level),
    body: oneLine(FIELDS.body),
    territory: oneLine(FIELDS.territory),
    code: oneLine(FIELDS.code).replaceAll(' ', '').toUpperCase(),
    office: oneLine(FIELDS.office),
    delegation: oneLine(FIELDS.delegation),
    began: readTypedDate(form, FIELDS.beganOn),
    ends: readTypedDate(form, FIELDS.endsOn),
  };
}

const isEmpty = (typed: TypedMandate['began']) =>
  typed.day === '' && typed.month === '' && typed.year === '';

/** What was typed as a mandate that is written `today`, or what is wrong with it, beside its fields. */
export function readMandate(
  typed: TypedMandate,
  today: string,
): { ok: true; written: WrittenMandate } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const beganOn = readDay(typed.began);
  const endsOn = isEmpty(typed.ends) ? null : readDay(typed.ends);
  if (!isLevel(typed.level)) problems[FIELDS.level] = m.mandates_problem_level();
  if (!beganOn)
    problems[FIELDS.beganOn] = isEmpty(typed.began)
      ? m.mandates_problem_began()
      : m.mandates_problem_day();
  if (!isEmpty(typed.ends) && !endsOn) problems[FIELDS.endsOn] = m.mandates_problem_day();
  const { body, territory, code, office, delegation } = typed;
  const written: WrittenMandate = {
    ...{ body, territory, code, office, delegation },
    level: isLevel(typed.level) ? typed.level : 'municipal',
    beganOn: beganOn ?? '1900-01-01',
    endsOn,
  };
  for (const [field, refusal] of Object.entries(checkMandate(written, today)))
    problems[FIELDS[field as keyof WrittenMandate]] ??= mandateProblems[refusal]();
  if (Object.keys(problems).length === 0) return { ok: true, written };
  // the summary names them as the form goes
  const order: string[] = Object.values(FIELDS);
  const sorted = Object.entries(problems).sort(
    ([one], [other]) => order.indexOf(one) - order.indexOf(other),
  );
  return { ok: false, problems: Object.fromEntries(sorted) };
}
