/** A person as declared on honour: who declares the same again is the same (§2.1 no 3). */
import type { Mark } from './mark.ts';
import { nameWords } from './register/name-key.ts';

export const NAMES_LENGTH = 200;

export type NamesRefusal = 'names-missing' | 'names-too-long';

/** First and last names, in any order. */
export function checkNames(names: string): NamesRefusal | null {
  if ([...names].length > NAMES_LENGTH) return 'names-too-long';
  return nameWords(names).length < 2 ? 'names-missing' : null;
}

/** Names in any order, spelling and case, with a birth date (`YYYY-MM-DD`). */
export function declaredMark({ names, birthDate }: { names: string; birthDate: string }): Mark {
  return { kind: 'declared', value: [...nameWords(names).sort(), birthDate].join(' ') };
}
