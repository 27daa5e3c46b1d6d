import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import type { Edition } from './edition.ts';
import type { SettingsProblems, Typed } from './edition-form-words.page.ts';
import type { EditionSettings, SettingsField } from './edition-settings.ts';
import {
  type EnvelopeSetting,
  followNames,
  MOST_ENVELOPES,
  readTarget,
  shareAmongDistricts,
  sumOf,
  wholeTown,
  writeTarget,
} from './envelopes.ts';
import { closeGaps } from './form-rows.ts';

/**
 * Money as a form shows it: `envelopes` says whether it is shared out; `envelope`, `cap` and `floor` are those
 * of one envelope for all; several are rows, `envelope-1-for`, `envelope-1-amount`…
 */
const PARTS = ['id', 'for', 'name', 'amount', 'cap', 'floor'] as const;
/** What was said of an envelope beside what it is for, which a list always answers. */
const SAID = ['name', 'amount', 'cap', 'floor'] as const;

export function typeEnvelopes({
  envelope,
  envelopes,
}: Pick<EditionSettings, 'envelope' | 'envelopes'>): Typed {
  const shared = isShared(envelopes);
  const [alone] = shared ? [] : envelopes;
  return {
    envelopes: shared ? 'several' : 'one',
    envelope: typeCents(envelope > 0 ? envelope : null),
    cap: typeCents(alone?.projectCap ?? null),
    floor: typeCents(alone?.projectFloor ?? null),
    ...typeRows(shared ? envelopes : []),
  };
}

/** Rows to begin with where the money is not shared out yet: an equal share for each district. */
export function proposeRows(typed: Typed, { envelope, districts }: Edition): Typed {
  const blank = (typed['envelope-1-amount'] ?? '') === '';
  if (!blank || districts.length < 2 || districts.length > MOST_ENVELOPES) return typed;
  return { ...typed, ...typeRows(shareAmongDistricts(envelope, districts)) };
}

/** A row without an amount, a name or a limit is no envelope; the ones after it move up. */
export function closeEnvelopes(typed: Typed): Typed {
  return closeGaps(typed, 'envelope', MOST_ENVELOPES, PARTS, (part) =>
    SAID.every((name) => part(name) === ''),
  );
}

interface ReadMoney {
  envelope: number;
  envelopes: readonly EnvelopeSetting[];
  /** Whether there are several, or one for a part of the town only. */
  shared: boolean;
  problems: SettingsProblems;
}

/** `before`: the edition as it is, whose districts and categories may just have been renamed to `names`. */
export function readEnvelopes(
  typed: Typed,
  before: Edition | null,
  names: Pick<EditionSettings, 'districts' | 'categories'>,
): ReadMoney {
  const problems: SettingsProblems = {};
  const amount = (name: SettingsField, required = true): number | null => {
    if (!required && (typed[name] ?? '') === '') return null;
    const read = readEuros(typed[name] ?? '');
    if (read.ok) return read.cents;
    problems[name] = read.refusal;
    return null;
  };
  if (typed.envelopes !== 'several') {
    const envelope = amount('envelope') ?? 0;
    const limits = { projectCap: amount('cap', false), projectFloor: amount('floor', false) };
    const id = before?.envelopes.find(({ kind }) => kind === 'town')?.id ?? null;
    return { envelope, envelopes: [wholeTown(envelope, limits, id)], shared: false, problems };
  }
  const rows: EnvelopeSetting[] = [];
  for (let row = 1; row <= MOST_ENVELOPES; row += 1) {
    const part = (name: string) => typed[`envelope-${row}-${name}`] ?? '';
    if (SAID.every((name) => part(name) === '')) continue;
    rows.push({
      id: part('id') || null,
      name: part('name').replaceAll(/\s+/g, ' ').trim(),
      ...readTarget(part('for')),
      amount: amount(`envelope-${row}-amount`) ?? 0,
      projectCap: amount(`envelope-${row}-cap`, false),
      projectFloor: amount(`envelope-${row}-floor`, false),
    });
  }
  const envelopes = before
    ? followNames(rows, { ...before, categories: before.categories.map(({ name }) => name) }, names)
    : rows;
  if (rows.length === 0) problems.envelopes = 'no-envelope';
  return { envelope: sumOf(envelopes), envelopes, shared: true, problems };
}

/** What `checkSettings` says of the only envelope stands beside the fields of one envelope for all. */
export function moveProblems(problems: SettingsProblems, shared: boolean): SettingsProblems {
  if (shared) {
    // the whole is the sum of what was typed: nothing of it is typed itself
    const { envelope: _, ...rest } = problems;
    return rest;
  }
  const {
    'envelope-1-cap': cap,
    'envelope-1-floor': floor,
    'envelope-1-amount': _,
    ...rest
  } = problems;
  return { ...rest, ...(cap && { cap }), ...(floor && { floor }) };
}

const isShared = (envelopes: readonly EnvelopeSetting[]) =>
  envelopes.length > 1 || envelopes.some(({ kind }) => kind !== 'town');

const typeCents = (cents: number | null) => (cents === null ? '' : writeEuros(cents));

function typeRows(envelopes: readonly EnvelopeSetting[]): Typed {
  return Object.assign(
    {},
    ...Array.from({ length: MOST_ENVELOPES }, (_, at) => {
      const one = envelopes[at];
      const row = `envelope-${at + 1}`;
      return {
        [`${row}-id`]: one?.id ?? '',
        [`${row}-for`]: one ? writeTarget(one) : '',
        [`${row}-name`]: one?.name ?? '',
        [`${row}-amount`]: typeCents(one?.amount ?? null),
        [`${row}-cap`]: typeCents(one?.projectCap ?? null),
        [`${row}-floor`]: typeCents(one?.projectFloor ?? null),
      };
    }),
  );
}
