/** How movements of an account and payments meet: pure, the same for whoever looks. */

export interface Movement {
  id: string;
  day: string;
  /** Cents; below zero, it went out. */
  amount: number;
  endToEndId: string;
  words: string;
  returned: boolean;
}

/** A payment that the bank has said nothing of, or one that it may send back. */
export interface Awaited {
  id: string;
  endToEndId: string;
  /** Cents, above zero. */
  amount: number;
  label: string;
  state: 'sent' | 'paid';
}

export interface Match {
  lineId: string;
  paymentId: string;
  kind: 'paid' | 'returned';
}

const isReturnOf = ({ amount, returned }: Movement, payment: Awaited) =>
  returned && amount === payment.amount;
const isPaymentOf = ({ amount, returned }: Movement, payment: Awaited) =>
  !returned && amount === -payment.amount && payment.state === 'sent';

/** The payment that a movement names, by the id that we gave it: where the bank repeats it, or in its words. */
function names(movement: Movement, { endToEndId }: Awaited): boolean {
  if (movement.endToEndId !== '')
    return movement.endToEndId.toUpperCase() === endToEndId.toUpperCase();
  const id = endToEndId.toUpperCase();
  const words = ` ${movement.words.toUpperCase()} `;
  for (let at = words.indexOf(id); at >= 0; at = words.indexOf(id, at + 1))
    if (!/[A-Z0-9-]/.test(words[at - 1]!) && !/[A-Z0-9-]/.test(words[at + id.length]!)) return true;
  return false;
}

/** What nobody needs to look at: our id and the very amount. Payments before returns, each of both once. */
export function matchExactly(movements: readonly Movement[], awaited: readonly Awaited[]): Match[] {
  const matches: Match[] = [];
  const known = new Map<string, Awaited[]>();
  for (const payment of awaited)
    known.set(String(payment.amount), [...(known.get(String(payment.amount)) ?? []), payment]);
  const settled = new Set<string>();
  const inOrder = [...movements].sort(
    (a, b) =>
      Number(a.returned) - Number(b.returned) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0),
  );
  for (const movement of inOrder) {
    const kind = movement.returned ? 'returned' : 'paid';
    const payment = (known.get(String(Math.abs(movement.amount))) ?? []).find(
      (one) =>
        !settled.has(`${kind} ${one.id}`) &&
        (isPaymentOf(movement, one) || isReturnOf(movement, one)) &&
        names(movement, one),
    );
    if (!payment) continue;
    settled.add(`${kind} ${payment.id}`);
    matches.push({ lineId: movement.id, paymentId: payment.id, kind });
  }
  return matches;
}

/**
 * Where no id is repeated: the one payment of that amount, or the one of several whose label the bank's words hold. A
 * person confirms it. null: none, or more than one that it may be.
 */
export function suggestMatch(movement: Movement, awaited: readonly Awaited[]): Match | null {
  const possible = listPossible(movement, awaited);
  const telling = possible.filter(({ label }) => sharesWords(movement.words, label));
  const only = possible.length === 1 ? possible[0] : telling.length === 1 ? telling[0] : undefined;
  if (!only) return null;
  return { lineId: movement.id, paymentId: only.id, kind: movement.returned ? 'returned' : 'paid' };
}

/** Every payment that a movement may be, for who looks at it. */
export function listPossible(movement: Movement, awaited: readonly Awaited[]): Awaited[] {
  return awaited.filter((one) => isPaymentOf(movement, one) || isReturnOf(movement, one));
}

/** Two telling words in common, or all of a label's where it has fewer. */
function sharesWords(said: string, label: string): boolean {
  const there = new Set(listWords(said));
  const wanted = [...new Set(listWords(label))];
  if (wanted.length === 0) return false;
  return wanted.filter((word) => there.has(word)).length >= Math.min(2, wanted.length);
}

const listWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4);

/** Reasons of ISO 20022 that banks give for a transfer sent back; what others say is kept in their words. */
const RETURN_CODES = [
  'AC01',
  'AC03',
  'AC04',
  'AC06',
  'AG01',
  'BE04',
  'MD07',
  'MS02',
  'MS03',
] as const;
export type ReturnCode = (typeof RETURN_CODES)[number];

export const readReturnCode = (words: string): ReturnCode | null =>
  RETURN_CODES.find((code) => words.split(/[^A-Z0-9]+/).includes(code)) ?? null;

/** Whether the account is at fault, as it is where the bank does not say: then it is asked for again before anything is paid. */
export const isOfAccount = (code: ReturnCode | null): boolean =>
  code === null || code.startsWith('AC') || code === 'BE04' || code === 'MD07';

/**
 * Movements that are not kept yet: statements overlap, and a bank without references tells alike movements of a day alike.
 * Of each kind as many are fresh as the file has more of than is kept.
 */
export function findFresh<
  M extends {
    day: string;
    amount: number;
    bankReference: string;
    endToEndId: string;
    words: string;
  },
>(
  movements: readonly M[],
  kept: readonly {
    day: string;
    amount: number;
    bankReference: string;
    endToEndId: string;
    words: string;
  }[],
): M[] {
  const references = new Set<string>();
  const counted = new Map<string, number>();
  for (const one of kept) {
    if (one.bankReference !== '') references.add(referenceOf(one));
    else counted.set(contentOf(one), (counted.get(contentOf(one)) ?? 0) + 1);
  }
  return movements.filter((one) => {
    if (one.bankReference !== '') {
      if (references.has(referenceOf(one))) return false;
      references.add(referenceOf(one));
      return true;
    }
    const left = counted.get(contentOf(one)) ?? 0;
    if (left > 0) counted.set(contentOf(one), left - 1);
    return left === 0;
  });
}

const referenceOf = (one: { day: string; amount: number; bankReference: string }) =>
  JSON.stringify([one.day, one.amount, one.bankReference]);
const contentOf = (one: { day: string; amount: number; endToEndId: string; words: string }) =>
  JSON.stringify([one.day, one.amount, one.endToEndId, one.words]);
