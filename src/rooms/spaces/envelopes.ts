/** The envelopes of an edition: shares of its money, each for the whole town, a district or a category (R67). */
import { ENVELOPE_KINDS, type Envelope, type EnvelopeKind } from './edition.ts';

/** One as officers write it; null: not kept yet. */
export type EnvelopeSetting = Omit<Envelope, 'id'> & { id: string | null };

/** As many as a poll can hold. */
export const MOST_ENVELOPES = 26;
export const LONGEST_ENVELOPE_NAME = 120;

export type EnvelopeRefusal =
  | 'envelope-without-target'
  | 'envelope-target-unknown'
  | 'envelope-target-repeated'
  | 'envelope-name-too-long'
  | 'no-envelope'
  | 'envelope-too-large'
  | 'cap-over-amount'
  | 'floor-over-cap';

export type EnvelopeField = `envelope-${number}-${'for' | 'name' | 'amount' | 'cap' | 'floor'}`;

/** Cents: ten billion euros. */
export const MOST_MONEY = 10_000_000_000_00;

/** Money that is not shared out: one envelope for the whole town. */
export function wholeTown(
  amount: number,
  limits: Pick<EnvelopeSetting, 'projectCap' | 'projectFloor'> = {
    projectCap: null,
    projectFloor: null,
  },
  id: string | null = null,
): EnvelopeSetting {
  return { id, name: '', kind: 'town', target: '', amount, ...limits };
}

/** One alone for the whole town is always the whole of the money. */
export function followWhole(
  envelopes: readonly EnvelopeSetting[],
  whole: number,
): readonly EnvelopeSetting[] {
  if (envelopes.length === 0) return whole > 0 ? [wholeTown(whole)] : [];
  const [alone, ...others] = envelopes;
  return others.length === 0 && alone!.kind === 'town' ? [{ ...alone!, amount: whole }] : envelopes;
}

export const sumOf = (envelopes: readonly { amount: number }[]) =>
  envelopes.reduce((sum, { amount }) => sum + amount, 0);

/** What does not hold, by place in the list (from 1) and part; empty when all of it does. */
export function checkEnvelopes(
  envelopes: readonly EnvelopeSetting[],
  names: { districts: readonly string[]; categories: readonly string[] },
): Partial<Record<EnvelopeField, EnvelopeRefusal>> {
  const problems: Partial<Record<EnvelopeField, EnvelopeRefusal>> = {};
  const targets = new Set<string>();
  for (const [at, envelope] of envelopes.entries()) {
    const { kind, target, amount, projectCap, projectFloor, name } = envelope;
    const say = (part: 'for' | 'name' | 'amount' | 'cap' | 'floor', refusal: EnvelopeRefusal) => {
      problems[`envelope-${at + 1}-${part}`] ??= refusal;
    };
    const known = kind === 'category' ? names.categories : names.districts;
    if (kind !== 'town' && target === '') say('for', 'envelope-without-target');
    else if (kind !== 'town' && !known.includes(target)) say('for', 'envelope-target-unknown');
    else if (targets.has(target)) say('for', 'envelope-target-repeated');
    targets.add(target);
    if ([...name].length > LONGEST_ENVELOPE_NAME) say('name', 'envelope-name-too-long');
    if (!Number.isSafeInteger(amount) || amount <= 0) say('amount', 'no-envelope');
    else if (amount > MOST_MONEY) say('amount', 'envelope-too-large');
    else if (projectCap !== null && !within(projectCap, amount)) say('cap', 'cap-over-amount');
    if (projectFloor !== null && !within(projectFloor, projectCap ?? amount))
      say('floor', 'floor-over-cap');
  }
  return problems;
}

const within = (cents: number, most: number) =>
  Number.isSafeInteger(cents) && cents > 0 && cents <= most;

/** An equal share for each district, to the cent: the first ones take what does not divide. */
export function shareAmongDistricts(
  whole: number,
  districts: readonly string[],
): EnvelopeSetting[] {
  const each = Math.floor(whole / districts.length);
  const left = whole - each * districts.length;
  return districts.map((target, at) => ({
    id: null,
    name: '',
    kind: 'district',
    target,
    amount: each + (at < left ? 1 : 0),
    projectCap: null,
    projectFloor: null,
  }));
}

interface Named {
  districts: readonly string[];
  categories: readonly string[];
}

/**
 * Envelopes keep the district or category they pay for when its line was corrected: in a list of the same length, a
 * name that was not there stands where theirs stood. A name that only changed its place keeps its own envelope.
 */
export function followNames(
  envelopes: readonly EnvelopeSetting[],
  before: Named,
  after: Named,
): EnvelopeSetting[] {
  return envelopes.map((envelope) => {
    if (envelope.kind === 'town') return envelope;
    const list = envelope.kind === 'category' ? 'categories' : 'districts';
    const place = before[list].indexOf(envelope.target);
    const renamed = before[list].length === after[list].length ? after[list][place] : undefined;
    const gone = !after[list].includes(envelope.target);
    return gone && renamed !== undefined && !before[list].includes(renamed)
      ? { ...envelope, target: renamed }
      : envelope;
  });
}

/**
 * While an edition is being prepared, its districts come and go. Where each of them had its envelope, the money of
 * all is shared out anew among those there are, equally; otherwise an envelope whose district is gone leaves its
 * money to the town.
 */
export function shareAnew(
  envelopes: readonly EnvelopeSetting[],
  /** How many districts there were. */
  before: number,
  districts: readonly string[],
): readonly EnvelopeSetting[] {
  const shared = envelopes.filter(({ kind }) => kind === 'district');
  const forEach = before > 0 && shared.length === before;
  const all = (list: readonly EnvelopeSetting[]) =>
    list.every(({ target }) => districts.includes(target));
  const ofDistricts = envelopes.filter(({ kind }) => kind === 'district' || kind === 'priority');
  if (all(ofDistricts) && (!forEach || shared.length === districts.length)) return envelopes;
  const stays = ({ kind, target }: EnvelopeSetting) =>
    kind === 'town' ||
    kind === 'category' ||
    (districts.includes(target) && (kind === 'priority' || !forEach));
  const others = envelopes.filter(stays);
  const money = sumOf(envelopes) - sumOf(others);
  const free = districts.filter((name) => !others.some(({ target }) => target === name));
  if (forEach && free.length > 0) {
    const shares = shareAmongDistricts(money, free);
    // the same limits for each stay the same limits for each
    const { projectCap = null, projectFloor = null } = shared[0] ?? {};
    const fits = shares.every(({ amount }) => (projectCap ?? projectFloor ?? 0) <= amount);
    return [...others, ...shares.map((one) => (fits ? { ...one, projectCap, projectFloor } : one))];
  }
  const town = others.find(({ kind }) => kind === 'town');
  if (!town) return [wholeTown(money), ...others];
  return others.map((one) => (one === town ? { ...one, amount: one.amount + money } : one));
}

/**
 * The envelope that pays for what is done in a district and a category: that of its district, otherwise that
 * of its category, otherwise the town's; null when none of them does.
 */
export function findEnvelope<T extends Pick<Envelope, 'kind' | 'target'>>(
  envelopes: readonly T[],
  place: { district: string; category: string | null },
): T | null {
  return (
    envelopes.find(
      ({ kind, target }) =>
        (kind === 'district' || kind === 'priority') && target === place.district,
    ) ??
    envelopes.find(({ kind, target }) => kind === 'category' && target === place.category) ??
    envelopes.find(({ kind }) => kind === 'town') ??
    null
  );
}

export type CostRefusal = 'cost-over-cap' | 'cost-under-floor' | 'cost-without-envelope';

/** Whether a cost, in cents, stands within the limits of the envelope that would pay it; null: yes. */
export function refuseCost(
  envelope: Pick<Envelope, 'projectCap' | 'projectFloor'> | null,
  cost: number,
): CostRefusal | null {
  if (!envelope) return 'cost-without-envelope';
  if (envelope.projectCap !== null && cost > envelope.projectCap) return 'cost-over-cap';
  if (envelope.projectFloor !== null && cost < envelope.projectFloor) return 'cost-under-floor';
  return null;
}

/** Beside which list it is said that an envelope would pay for nothing any more. */
export function findOrphans({
  envelopes,
  ...names
}: Named & { envelopes: readonly EnvelopeSetting[] }): Partial<
  Record<'districts' | 'categories', 'has-an-envelope'>
> {
  const problems: ReturnType<typeof findOrphans> = {};
  for (const { kind, target } of envelopes) {
    const list = kind === 'category' ? 'categories' : 'districts';
    if (kind !== 'town' && !names[list].includes(target)) problems[list] = 'has-an-envelope';
  }
  return problems;
}

/** What an envelope pays for as one word of a form: « district:Centre-ville », « town: ». */
export const writeTarget = ({ kind, target }: { kind: EnvelopeKind; target: string }) =>
  `${kind}:${target}`;

export function readTarget(chosen: string): { kind: EnvelopeKind; target: string } {
  const [said = '', ...target] = chosen.split(':');
  const kind = ENVELOPE_KINDS.find((one) => one === said) ?? 'town';
  return { kind, target: kind === 'town' ? '' : target.join(':') };
}
