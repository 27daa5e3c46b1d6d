/** What a sealed ballot held once its box is opened; what no server could check before (V12). */
import { type BallotTerms, type Choices, checkBallot } from '../ballot/ballot.ts';
import { findAct, type Poll } from '../poll.ts';
import { unpackBallot } from './sealed-ballot.ts';

export type Flaw = 'does-not-open' | 'not-a-ballot' | 'not-allowed';

export type OpenedBallot =
  | { flaw: null; choices: Choices; nonce: string }
  | { flaw: Flaw; choices: null; nonce: null };

/** `plain` null: it did not open. A ballot that is not written in the one canonical way is not allowed. */
export function readOpened(
  poll: BallotTerms,
  plain: Uint8Array | null,
  size: number,
): OpenedBallot {
  if (!plain) return flawed('does-not-open');
  const unpacked = unpackBallot(plain, size);
  const written = unpacked && readWritten(unpacked.written);
  if (!written) return flawed('not-a-ballot');
  const checked = checkBallot(poll, written);
  if (!checked.ok || JSON.stringify(checked.choices) !== unpacked.written)
    return flawed('not-allowed');
  return { flaw: null, choices: checked.choices, nonce: unpacked.nonce };
}

/** How many ballots of an opened box were invalid; null where the poll has no sealed box, or it is still closed. */
export function countInvalid(poll: Pick<Poll, 'acts'>): number | null {
  const act = findAct(poll, 'key-rebuilt');
  return act ? Number(act.detail.invalid) : null;
}

const flawed = (flaw: Flaw): OpenedBallot => ({ flaw, choices: null, nonce: null });

/** Choices as a form would have written them; null: no choices at all. */
function readWritten(text: string): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  const written = value.map((one) => {
    if (typeof one === 'string') return one;
    const isPair = Array.isArray(one) && one.length === 2 && typeof one[0] === 'string';
    return isPair && Number.isSafeInteger(one[1]) ? `${one[0]}:${one[1]}` : null;
  });
  return written.includes(null) ? null : (written as string[]);
}
