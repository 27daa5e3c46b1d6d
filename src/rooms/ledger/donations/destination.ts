/** Where earmarked money goes: a group, a fund, or the solidarity fund of the movement. */
import { foldWords } from '../../ideas/index.ts';

/** A group or a fund, as the rooms that know them tell. */
export interface Holder {
  kind: 'group' | 'fund';
  id: string;
  slug: string;
  name: string;
  /** Where its money is seen, or itself. */
  address: string;
}

export type Destination = { kind: 'solidarity' } | Holder;

export type DestinationRefusal =
  | 'destination-missing'
  | 'destination-unknown'
  | 'destination-ambiguous';

/** As people write « caisse nationale de solidarité »; folded. */
const SOLIDARITY: readonly string[] = [
  'solidarite',
  'caissedesolidarite',
  'caissenationaledesolidarite',
  'cns',
];
const PREFIX = /^(groupe|fonds|fond)\s*:\s*/iu;

/** One spelling of a name: neither accents, nor capitals, nor signs count. */
const nameOf = (words: string): string => foldWords(words.replace(PREFIX, ''));

/** What a holder may be called in a file, as it is asked of the rooms that know them: slugs and names. */
export const askedNames = (typed: readonly string[]): string[] => [
  ...new Set(typed.map((words) => words.replace(PREFIX, '').trim()).filter((words) => words)),
];

/** The one that is called so, by its slug or its whole name. « groupe : » and « fonds : » before it tell two apart. */
export function findDestination(
  typed: string,
  named: ReadonlyMap<string, readonly Holder[]>,
): { ok: true; destination: Destination } | { ok: false; refusal: DestinationRefusal } {
  const words = typed.trim();
  if (words === '') return { ok: false, refusal: 'destination-missing' };
  const name = nameOf(words);
  if (SOLIDARITY.includes(name)) return { ok: true, destination: { kind: 'solidarity' } };
  const asked = PREFIX.exec(words)?.[1]?.toLowerCase();
  const kind = asked === undefined ? null : asked === 'groupe' ? 'group' : 'fund';
  const slug = words.replace(PREFIX, '');
  const found = (named.get(name) ?? []).filter(
    (one) =>
      (kind === null || one.kind === kind) && (one.slug === slug || nameOf(one.name) === name),
  );
  if (found.length === 0) return { ok: false, refusal: 'destination-unknown' };
  // two groups of one name: each has an address of its own, written as the address says it
  const [exact] = found.filter((one) => one.slug === slug);
  if (found.length > 1 && !exact) return { ok: false, refusal: 'destination-ambiguous' };
  return { ok: true, destination: exact ?? found[0]! };
}

/** Holders by everything that they may be called. */
export function groupByName(holders: readonly Holder[]): Map<string, Holder[]> {
  const named = new Map<string, Holder[]>();
  for (const holder of holders)
    for (const name of new Set([nameOf(holder.name), nameOf(holder.slug)])) {
      const list = named.get(name);
      if (list) list.push(holder);
      else named.set(name, [holder]);
    }
  return named;
}

/** One sign for each destination. */
export const destinationKey = (destination: Destination): string =>
  destination.kind === 'solidarity' ? 'solidarity' : `${destination.kind}:${destination.id}`;
