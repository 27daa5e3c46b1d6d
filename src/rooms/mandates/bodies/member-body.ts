export const BODY_KINDS = ['commune', 'intercommunality', 'department', 'region'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
const isBodyKind = (value: string): value is BodyKind => BODY_KINDS.some((one) => one === value);

/** Whether a local authority runs a participatory budget; it is a member all the same where it does not (R89). */
export const BUDGETS = ['yes', 'no', 'unknown'] as const;
export type RunsBudget = (typeof BUDGETS)[number];
const isBudget = (value: string): value is RunsBudget => BUDGETS.some((one) => one === value);

const NAME_LENGTH = 120;

/** A local authority that is a member of a network. */
export interface WrittenBody {
  name: string;
  kind: BodyKind;
  /** INSEE or SIREN; '': nobody wrote it. */
  code: string;
  population: number | null;
  budget: RunsBudget;
  place: { longitude: number; latitude: number } | null;
  /** `YYYY-MM-DD`, first and last day. */
  joinedOn: string;
  leftOn: string | null;
}

export interface MemberBody extends WrittenBody {
  id: string;
}

export type BodyRefusal =
  | 'name-missing'
  | 'name-long'
  | 'kind-missing'
  | 'code-unreadable'
  | 'population-unreadable'
  | 'budget-missing'
  | 'place-unreadable'
  | 'joined-unreadable'
  | 'left-unreadable'
  | 'left-before'
  | 'member-already';

/** What was typed, before it is one. Days: null: not a day; '': none was typed. */
export interface TypedBody {
  name: string;
  kind: string;
  code: string;
  population: string;
  budget: string;
  longitude: string;
  latitude: string;
  joinedOn: string | null;
  leftOn: string | null;
}

export type BodyField = keyof TypedBody;

/** A number as it is typed in France: « 48,8566 », « 12 400 »; null: it is none. */
function readNumber(typed: string): number | null {
  const plain = typed.replaceAll(/\s/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function readPlace(longitude: string, latitude: string): WrittenBody['place'] | 'unreadable' {
  if (longitude === '' && latitude === '') return null;
  const east = readNumber(longitude);
  const north = readNumber(latitude);
  if (east === null || north === null || Math.abs(east) > 180 || Math.abs(north) > 90)
    return 'unreadable';
  return { longitude: east, latitude: north };
}

/** What was typed as a member, or what is wrong with it by field. */
export function readBody(
  typed: TypedBody,
):
  | { ok: true; written: WrittenBody }
  | { ok: false; refusals: Partial<Record<BodyField, BodyRefusal>> } {
  const refusals: Partial<Record<BodyField, BodyRefusal>> = {};
  const { name, kind, code, budget, joinedOn, leftOn } = typed;
  const population = typed.population === '' ? null : readNumber(typed.population);
  const place = readPlace(typed.longitude, typed.latitude);
  if (name === '') refusals.name = 'name-missing';
  else if ([...name].length > NAME_LENGTH) refusals.name = 'name-long';
  if (!isBodyKind(kind)) refusals.kind = 'kind-missing';
  if (!/^([0-9][0-9AB][0-9]{3}|[0-9]{2,3}|[0-9]{9})?$/.test(code))
    refusals.code = 'code-unreadable';
  const isPeople =
    population !== null &&
    Number.isInteger(population) &&
    population > 0 &&
    population <= 100_000_000;
  if (typed.population !== '' && !isPeople) refusals.population = 'population-unreadable';
  if (!isBudget(budget)) refusals.budget = 'budget-missing';
  if (place === 'unreadable') refusals.latitude = 'place-unreadable';
  if (!joinedOn) refusals.joinedOn = 'joined-unreadable';
  if (leftOn === null) refusals.leftOn = 'left-unreadable';
  else if (leftOn !== '' && joinedOn && leftOn < joinedOn) refusals.leftOn = 'left-before';
  if (
    Object.keys(refusals).length > 0 ||
    place === 'unreadable' ||
    !isBodyKind(kind) ||
    !isBudget(budget) ||
    !joinedOn
  )
    return { ok: false, refusals };
  return {
    ok: true,
    written: { name, kind, code, population, budget, place, joinedOn, leftOn: leftOn || null },
  };
}

/** Whether it is a member on a day; its last day included. */
export const isMemberOn = ({ joinedOn, leftOn }: WrittenBody, day: string): boolean =>
  joinedOn <= day && (leftOn === null || leftOn >= day);
