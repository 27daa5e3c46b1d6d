/**
 * Reads JSON that somebody may have forged: every value is looked at before it is used, and objects are
 * only asked for keys by name, so that a key called `__proto__` is a key like another.
 */

/** What a file holds is not what its format says. */
export class Malformed extends Error {
  readonly words_en: string;
  constructor(words: string, words_en: string) {
    super(words);
    this.name = 'Malformed';
    this.words_en = words_en;
  }
}

const MOST_DEPTH = 40;

/** Throws `Malformed` for bytes that are no UTF-8 or no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Malformed('n’est pas du JSON', 'is not JSON');
  }
}

/** RFC 8785: the one way to write a value, keys in the order of their UTF-16 units. */
export function writeCanonical(value: unknown, depth = 0): string {
  if (depth > MOST_DEPTH) throw new Malformed('est imbriqué sans fin', 'is nested without end');
  if (Array.isArray(value))
    return `[${value.map((one) => writeCanonical(one, depth + 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.keys(value)
    .sort()
    .map((key) => {
      const held = Object.getOwnPropertyDescriptor(value, key)!.value as unknown;
      return `${JSON.stringify(key)}:${writeCanonical(held, depth + 1)}`;
    });
  return `{${pairs.join(',')}}`;
}

/** Whether bytes are a value in canonical form: then no key stands twice, and two readers read the same. */
export function isCanonical(bytes: Uint8Array, value: unknown): boolean {
  return new TextDecoder().decode(bytes) === writeCanonical(value);
}

/** An object of a file. Its readers throw `Malformed`, saying where. */
export class Shape {
  readonly #value: object;
  readonly #where: string;

  constructor(value: unknown, where = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw expected(where, 'un objet', 'an object');
    this.#value = value;
    this.#where = where;
  }

  get(key: string): unknown {
    return Object.getOwnPropertyDescriptor(this.#value, key)?.value;
  }

  keys(): string[] {
    return Object.keys(this.#value);
  }

  shape(key: string): Shape {
    return new Shape(this.get(key), this.#at(key));
  }

  text(key: string): string {
    const value = this.get(key);
    if (typeof value !== 'string') throw expected(this.#at(key), 'un texte', 'a text');
    return value;
  }

  textOrNull(key: string): string | null {
    return this.get(key) == null ? null : this.text(key);
  }

  /** A whole number, zero or more, that JSON holds exactly. */
  whole(key: string): number {
    const value = this.get(key);
    if (!Number.isSafeInteger(value) || (value as number) < 0)
      throw expected(this.#at(key), 'un nombre entier', 'a whole number');
    return value as number;
  }

  wholeOrNull(key: string): number | null {
    return this.get(key) == null ? null : this.whole(key);
  }

  flag(key: string): boolean {
    const value = this.get(key);
    if (typeof value !== 'boolean') throw expected(this.#at(key), 'vrai ou faux', 'true or false');
    return value;
  }

  list<T>(key: string, read: (value: unknown, where: string) => T): T[] {
    const value = this.get(key);
    if (!Array.isArray(value)) throw expected(this.#at(key), 'une liste', 'a list');
    return value.map((one, at) => read(one, `${this.#at(key)}[${at}]`));
  }

  texts(key: string): string[] {
    return this.list(key, (value, where) => {
      if (typeof value !== 'string') throw expected(where, 'un texte', 'a text');
      return value;
    });
  }

  shapes<T>(key: string, read: (shape: Shape) => T): T[] {
    return this.list(key, (value, where) => read(new Shape(value, where)));
  }

  #at(key: string): string {
    return this.#where === '' ? key : `${this.#where}.${key}`;
  }
}

/** ISO 8601; milliseconds UTC. */
export function readTime(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new Malformed(`date illisible « ${text} »`, `unreadable date “${text}”`);
  return time;
}

function expected(where: string, fr: string, en: string): Malformed {
  const at = where === '' ? 'contenu' : where;
  return new Malformed(`${at} : ${fr} est attendu`, `${where || 'content'}: ${en} is expected`);
}
