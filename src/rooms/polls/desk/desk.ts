/** What an officer may do for the person in front of them at a point of vote (R53, R191). */
import {
  type Admission,
  checkNames,
  type NamesRefusal,
  nameWords,
} from '../../electorate/index.ts';
import type { PaperRule } from '../settings.ts';

/** What the roll says of somebody: whether they voted and where, never when nor what. */
export type RollState =
  | { kind: 'not-voted' }
  | { kind: 'online' }
  /** On a kiosk, or on paper, at this point of vote. */
  | { kind: 'kiosk' | 'paper'; pointId: string | null }
  | { kind: 'refused' };

/** A line of the roll; null: this person has none. */
type Line = { channel: 'none' | 'online' | 'paper' | 'refused'; pointId: string | null } | null;

export function readState(line: Line): RollState {
  if (!line || line.channel === 'none') return { kind: 'not-voted' };
  if (line.channel === 'refused') return { kind: 'refused' };
  if (line.channel === 'paper') return { kind: 'paper', pointId: line.pointId };
  return line.pointId ? { kind: 'kiosk', pointId: line.pointId } : { kind: 'online' };
}

/** `replace`: they voted already, and this takes the place of that vote, which they must want. */
export interface Offer {
  paper: 'first' | 'replace' | null;
  kiosk: 'first' | 'replace' | null;
}

/** A public vote (P0) carries the name of an account, which a kiosk does not know. */
export function offerActs(
  state: RollState,
  { rule, profile }: { rule: PaperRule; profile: string },
): Offer {
  const kiosk = profile !== 'P0';
  switch (state.kind) {
    case 'not-voted':
      return { paper: rule === 'none' ? null : 'first', kiosk: kiosk ? 'first' : null };
    case 'online':
    case 'kiosk':
      return { paper: rule === 'paper-wins' ? 'replace' : null, kiosk: kiosk ? 'replace' : null };
    case 'paper':
      return { paper: null, kiosk: kiosk && rule === 'online-wins' ? 'replace' : null };
    case 'refused':
      return { paper: null, kiosk: null };
  }
}

/** Whether somebody who is on no register may be added on their word, before an officer. */
export function takesDeclared({ required, oneOf }: Admission): boolean {
  const all = [...required, ...oneOf];
  if (all.includes('desk')) return true;
  return all.includes('declaration') && !required.includes('roll');
}

/** Characters. */
export const MOST_LETTERS = { names: 200, address: 200 } as const;

export type DeclaredRefusal = NamesRefusal | 'address-missing' | 'in-register';

interface Named {
  lastName: string;
  usedName: string;
  firstNames: string;
}

/** `namesakes`: those of the register who were born on the same day. */
export function checkDeclared(
  person: { names: string; address: string },
  { namesakes, residenceRequired }: { namesakes: readonly Named[]; residenceRequired: boolean },
): Partial<Record<'noms' | 'adresse', DeclaredRefusal>> {
  const names = nameRefusal(person.names, namesakes);
  const isAddressed = !residenceRequired || person.address !== '';
  return {
    ...(names && { noms: names }),
    ...(!isAddressed && { adresse: 'address-missing' as const }),
  };
}

function nameRefusal(names: string, namesakes: readonly Named[]): DeclaredRefusal | null {
  const refusal = checkNames(names);
  if (refusal) return refusal;
  return namesakes.some((entry) => isNamedIn(names, entry)) ? 'in-register' : null;
}

/** Whether every word of a declared name is a name of this entry. */
function isNamedIn(names: string, { lastName, usedName, firstNames }: Named): boolean {
  const held = new Set(nameWords(`${lastName} ${usedName} ${firstNames}`));
  return nameWords(names).every((word) => held.has(word));
}

export type EnvelopeRefusal = 'envelope-missing' | 'envelope-wrong';

/** The number printed on an outer envelope: letters, figures and hyphens, as it stands there. */
export function checkEnvelope(number: string): EnvelopeRefusal | null {
  if (number === '') return 'envelope-missing';
  return /^[0-9A-Z][0-9A-Z-]{0,19}$/.test(number) ? null : 'envelope-wrong';
}

/** « a 12 » and « A12 » are one envelope. */
export function readEnvelope(typed: string): string {
  return typed.toUpperCase().replaceAll(/\s+/g, '');
}

export interface Shifts {
  /** On shift at this point now. */
  here: boolean;
  /** Has shifts at some point of this vote. */
  elsewhere: boolean;
  /** The point is open now. */
  open: boolean;
}

/**
 * Whoever was given shifts serves during those, where they are, and not a second longer (W11). Others of the
 * office stand in wherever a point is open.
 */
export function isServing({ here, elsewhere, open }: Shifts): boolean {
  return here || (open && !elsewhere);
}
