/** A document that shows that somebody may vote, looked at by an officer and deleted after (R53, §2.1 no 6). */

/** Documents of one voter in one poll. */
export const MOST_PROOFS = 3;
/** Days after the close for which a document nobody decided on is kept at most (integrity part 3). */
export const KEPT_DAYS = 30;
const ADDRESS_LENGTH = 300;
export const WORDS_LENGTH = 500;

/** Names of the fields, as the form sends them. */
export const PROOF_FIELDS = {
  names: 'noms',
  birth: 'naissance',
  address: 'adresse',
  email: 'courriel',
  file: 'document',
} as const;

/** Why a document is not taken, beside what is wrong with the names, the birth date and the file. */
export type SendingRefusal =
  | 'address-missing'
  | 'address-too-long'
  | 'email-unreadable'
  | 'file-missing'
  | 'proof-waiting'
  | 'proof-accepted'
  | 'proofs-spent'
  | 'proof-too-often';

export function checkAddress(address: string): 'address-missing' | 'address-too-long' | null {
  if (address.trim() === '') return 'address-missing';
  return [...address].length > ADDRESS_LENGTH ? 'address-too-long' : null;
}

export const REFUSAL_REASONS = [
  'unreadable',
  'not-a-proof',
  'other-person',
  'address-elsewhere',
  'too-old-document',
  'may-not-vote',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type Decision =
  | { kind: 'accepted' }
  /** `words`: of the officer, told to the voter. */
  | { kind: 'refused'; reason: RefusalReason; words: string };

export type DecisionRefusal =
  | 'decision-missing'
  | 'reason-missing'
  | 'words-missing'
  | 'words-too-long';

export function readDecision(typed: {
  decision: string;
  reason: string;
  words: string;
}): { ok: true; decision: Decision } | { ok: false; refusal: DecisionRefusal } {
  if (typed.decision === 'accepter') return { ok: true, decision: { kind: 'accepted' } };
  if (typed.decision !== 'refuser') return { ok: false, refusal: 'decision-missing' };
  const reason = REFUSAL_REASONS.find((one) => one === typed.reason);
  if (!reason) return { ok: false, refusal: 'reason-missing' };
  if (reason === 'other' && typed.words === '') return { ok: false, refusal: 'words-missing' };
  if ([...typed.words].length > WORDS_LENGTH) return { ok: false, refusal: 'words-too-long' };
  return { ok: true, decision: { kind: 'refused', reason, words: typed.words } };
}

/** Whether one more document may be sent after these. */
export function refuseSending(
  sent: readonly { decision: string | null }[],
): 'proof-waiting' | 'proof-accepted' | 'proofs-spent' | null {
  if (sent.some(({ decision }) => decision === null)) return 'proof-waiting';
  if (sent.some(({ decision }) => decision === 'accepted')) return 'proof-accepted';
  return sent.length >= MOST_PROOFS ? 'proofs-spent' : null;
}

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Where a page of the queue goes on: after this one. */
export interface Cursor {
  /** `YYYY-MM-DD`. */
  day: string;
  id: string;
}

export const writeCursor = ({ day, id }: Cursor): string => `${day}_${id}`;

export function readCursor(text: string): Cursor | null {
  const match = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  if (!match || Number.isNaN(Date.parse(match[1]!))) return null;
  const day = new Date(match[1]!).toISOString().slice(0, 10);
  return day === match[1] ? { day, id: match[2]! } : null;
}
