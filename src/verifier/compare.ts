/** Lays what was recounted beside what was published, and says in words where they differ. */
import type { Recounted } from './recount/rules.ts';

export interface Difference {
  /** Names of fields and numbers of entries, from the outside in. */
  path: readonly (string | number)[];
  /** The project, candidate or district of the entry, where there is one. */
  subject: string | null;
  published: unknown;
  recounted: Recounted;
}

/** Everything that was recounted must be published, and be the same; other fields are not looked at. */
export function compare(
  recounted: Recounted,
  published: unknown,
  at: { path: readonly (string | number)[]; subject: string | null } = { path: [], subject: null },
): Difference[] {
  const differs = () => [{ ...at, published, recounted }];
  if (typeof recounted === 'bigint')
    return Number.isSafeInteger(published) && BigInt(published as number) === recounted
      ? []
      : differs();
  if (typeof recounted !== 'object' || recounted === null)
    return published === recounted ? [] : differs();
  if (Array.isArray(recounted)) return compareLists(recounted, published, at, differs);
  if (recounted instanceof Map) return compareEntries(recounted, published, at, differs);
  if (!isObject(published)) return differs();
  const subject = nameOf(published) ?? at.subject;
  return Object.entries(recounted).flatMap(([field, one]) =>
    compare(one as Recounted, fieldOf(published, field), { path: [...at.path, field], subject }),
  );
}

function compareLists(
  recounted: readonly Recounted[],
  published: unknown,
  at: { path: readonly (string | number)[]; subject: string | null },
  differs: () => Difference[],
): Difference[] {
  if (!Array.isArray(published) || published.length !== recounted.length) return differs();
  const found = recounted.flatMap((one, number) =>
    compare(one, published[number], { path: [...at.path, number], subject: at.subject }),
  );
  // a list of names or numbers is shown whole
  const isPlain = recounted.every((one) => typeof one !== 'object' || one === null);
  return isPlain && found.length > 0 ? differs() : found;
}

/** A list in any order: each entry is found by the name it bears. */
function compareEntries(
  recounted: ReadonlyMap<string, Recounted>,
  published: unknown,
  at: { path: readonly (string | number)[] },
  differs: () => Difference[],
): Difference[] {
  if (!Array.isArray(published)) return differs();
  const entries = new Map(
    published.map((entry) => [isObject(entry) ? nameOf(entry) : null, entry]),
  );
  if (published.length !== recounted.size) return differs();
  return [...recounted].flatMap(([name, one]) =>
    compare(one, entries.get(name), { path: [...at.path, name], subject: name }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(value: object, field: string): unknown {
  return Object.getOwnPropertyDescriptor(value, field)?.value;
}

function nameOf(entry: object): string | null {
  for (const field of ['project', 'candidate', 'zone', 'key']) {
    const name = fieldOf(entry, field);
    if (typeof name === 'string') return name;
  }
  return null;
}
