/** The rule that an officer typed, with the keyed hashes of whom it names. */
import { dayInParis } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Problems } from '../../../ui/form.tsx';
import { listCodeMarks, listEntriesNumbered, writeMark } from '../../electorate/index.ts';
import type { Poll } from '../poll.ts';
import type { MarkedRule } from './concerned.store.ts';
import { checkReason, type FormRefusal, MOST_NUMBERS, readNumbers } from './invalidation.ts';
import type { FormProps, TypedRule } from './invalidation-form.page.tsx';
import { formProblems, INVALIDATION_FIELDS as NAMES } from './invalidation-words.page.ts';

export function readTypedRule(form: Form): TypedRule {
  const { rule, point, from, to, batch, numbers, reason } = NAMES;
  const names = [rule, point, from, to, batch, numbers, reason];
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}

type Ground = Pick<FormProps, 'points' | 'batches' | 'days'>;
type ReadRule = { ok: true; marked: MarkedRule } | { ok: false; problems: Problems };

export async function readRule(
  visit: Visit,
  poll: Poll,
  typed: TypedRule,
  ground: Ground,
): Promise<ReadRule> {
  const reason = checkReason(typed[NAMES.reason] ?? '');
  const read = await readMarked(visit, poll, typed, ground);
  if (!reason && 'rule' in read) return { ok: true, marked: read };
  const refusals = [...('rule' in read ? [] : [read]), ...(reason ? [{ refusal: reason }] : [])];
  const problems = refusals.map(({ refusal, numbers = [] }) => {
    const [field, words] = formProblems[refusal];
    return [field, words(numbers)];
  });
  return { ok: false, problems: Object.fromEntries(problems) };
}

interface Refused {
  refusal: FormRefusal;
  numbers?: readonly string[];
}

async function readMarked(
  visit: Visit,
  poll: Poll,
  typed: TypedRule,
  { points, batches, days }: Ground,
): Promise<MarkedRule | Refused> {
  const kind = typed[NAMES.rule];
  if (kind === 'entries') return readEntries(visit, poll, readNumbers(typed[NAMES.numbers] ?? ''));
  if (kind === 'codes') {
    const batch = batches.find(({ id }) => id === typed[NAMES.batch]);
    return batch ? readCodes(visit, poll, batch) : { refusal: 'batch-missing' };
  }
  if (kind !== 'point-days') return { refusal: 'rule-missing' };
  const point = points.find(({ id }) => id === typed[NAMES.point]);
  if (!point) return { refusal: 'point-missing' };
  const [from, to] = [typed[NAMES.from] ?? '', typed[NAMES.to] ?? ''];
  if (!days.includes(from) || !days.includes(to) || to < from) return { refusal: 'days-wrong' };
  return { rule: { kind, pointId: point.id, point: point.name, from, to }, marks: [] };
}

async function readCodes(
  { db, config, organisation }: Visit,
  { id: pollId }: Poll,
  { id: batchId, number }: { id: string; number: number },
): Promise<MarkedRule> {
  const of = { organisationId: organisation.id, pollId, batchId };
  const marks = await listCodeMarks(db, openKeys(config.keysFolder), of);
  return { rule: { kind: 'codes', batch: String(number) }, marks: marks.map(({ mark }) => mark) };
}

async function readEntries(
  visit: Visit,
  poll: Poll,
  numbers: readonly string[],
): Promise<MarkedRule | Refused> {
  if (numbers.length === 0) return { refusal: 'numbers-missing' };
  if (numbers.length > MOST_NUMBERS) return { refusal: 'too-many-numbers' };
  const { db, organisation } = visit;
  const entries = await listEntriesNumbered(db, organisation.id, poll.editionId, numbers);
  const known = new Set(entries.map(({ number }) => number));
  const unknown = numbers.filter((number) => !known.has(number));
  if (unknown.length > 0) return { refusal: 'numbers-unknown', numbers: unknown };
  const marks = entries.map(({ id }) => markEntry(visit, poll, id));
  return { rule: { kind: 'entries' }, marks: [...new Set(marks)] };
}

export function markEntry({ config }: Visit, { id: pollId }: Poll, entryId: string): string {
  const rollKey = openKeys(config.keysFolder).rollKey();
  return writeMark(rollKey, pollId, { kind: 'entry', value: entryId }).mark;
}

/** Every day on which one could vote so far. */
export function listDays({ opensAt, closesAt }: Poll, now: Date): string[] {
  const last = dayInParis(now < closesAt ? now : closesAt);
  const days: string[] = [];
  // noon to noon: no change of the clocks skips a day
  for (let at = Date.parse(`${dayInParis(opensAt)}T12:00:00Z`); ; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
  }
}
