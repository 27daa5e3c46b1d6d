/** A class that votes together, with its tutor. Instants in UTC. */

export interface ClassSession {
  id: string;
  editionId: string;
  name: string;
  /** How many pupils: so many votes at most. */
  places: number;
  /** Places given to a device so far; how many of them became votes is nowhere. */
  taken: number;
  /** Typed on the pupils' devices; null: not opened yet. */
  code: string | null;
  openUntil: Date | null;
}

export const MOST_PLACES = 60;
export const NAME_LENGTH = 100;
/** Milliseconds: two lessons and a break. */
export const OPEN_FOR = 3 * 3_600_000;

export type ClassRefusal = 'name-missing' | 'name-too-long' | 'name-taken' | 'places-out-of-range';

export function checkClass({ name, places }: { name: string; places: number }): ClassRefusal[] {
  const refusals: ClassRefusal[] = [];
  if (name === '') refusals.push('name-missing');
  if ([...name].length > NAME_LENGTH) refusals.push('name-too-long');
  if (!Number.isSafeInteger(places) || places < 1 || places > MOST_PLACES)
    refusals.push('places-out-of-range');
  return refusals;
}

export type ClassState = 'waiting' | 'open' | 'over';

export function classState({ code, openUntil }: ClassSession, now: Date): ClassState {
  if (code === null || openUntil === null) return 'waiting';
  return now < openUntil ? 'open' : 'over';
}

/** Letters and figures that nobody takes for others, whatever the hand. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';

/** Four letters and two figures, as children type them; null: no such code. */
export function readClassCode(typed: string): string | null {
  const code = typed.slice(0, 30).toUpperCase().replaceAll(/[\s-]/g, '');
  return /^[A-Z]{4}[0-9]{2}$/.test(code) ? code : null;
}

/** `draw(n)`: a number below n, by chance. */
export function makeClassCode(draw: (below: number) => number): string {
  const letters = Array.from({ length: 4 }, () => LETTERS[draw(LETTERS.length)]!);
  return `${letters.join('')}${String(draw(100)).padStart(2, '0')}`;
}
