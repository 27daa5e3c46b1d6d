import type { HaltKind, Stage } from '../realisation.ts';

/** What residents bring to a realisation under way: their help, and their eyes (R60, R82). */

export const HELPS = ['time', 'tools', 'knowledge', 'other'] as const;
export type Help = (typeof HELPS)[number];

export interface Offer {
  id: string;
  personId: string;
  helps: readonly Help[];
  body: string;
  offeredAt: Date;
  /** '' until it is answered. */
  answer: string;
  answeredAt: Date | null;
}

/** Characters at most. */
export const LONGEST_OFFER = 1500;
export const LONGEST_ANSWER = 3000;

/** What is delivered, inaugurated or abandoned needs no more help; what is suspended may. */
export function takesHelp({ stage, halted }: { stage: Stage; halted: HaltKind | null }): boolean {
  return halted !== 'abandoned' && stage !== 'delivered' && stage !== 'inaugurated';
}

/** A committee watches over what is under way, and over what was delivered until it is inaugurated. */
export function takesVolunteers({
  stage,
  halted,
}: {
  stage: Stage;
  halted: HaltKind | null;
}): boolean {
  return halted !== 'abandoned' && stage !== 'inaugurated';
}

export interface WrittenOffer {
  helps: readonly Help[];
  body: string;
}
export type OfferField = keyof WrittenOffer;
export type OfferRefusal = 'nothing-chosen' | 'missing' | 'too-long';

export function checkOffer({
  helps,
  body,
}: WrittenOffer): Partial<Record<OfferField, OfferRefusal>> {
  const problems: Partial<Record<OfferField, OfferRefusal>> = {};
  if (helps.length === 0) problems.helps = 'nothing-chosen';
  const refusal = checkWords(body, LONGEST_OFFER);
  if (refusal) problems.body = refusal;
  return problems;
}

/** null: the words may be kept. `longest`: characters at most. */
export function checkWords(words: string, longest: number): 'missing' | 'too-long' | null {
  if (words === '') return 'missing';
  return [...words].length > longest ? 'too-long' : null;
}

export interface Volunteer {
  personId: string;
  volunteeredAt: Date;
  /** null: waits for the office. */
  acceptedAt: Date | null;
}
