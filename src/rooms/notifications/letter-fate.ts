/** What becomes of a letter, and when it is tried again (F6). Pure. */

export const STATES = ['waiting', 'sent', 'undelivered'] as const;
export type LetterState = (typeof STATES)[number];

export interface Fate {
  sentAt: Date | null;
  refusedAt: Date | null;
  givenUpAt: Date | null;
}

export function stateOf(fate: Fate): LetterState {
  if (fate.refusedAt || fate.givenUpAt) return 'undelivered';
  return fate.sentAt ? 'sent' : 'waiting';
}

/** As the mail library tells it. */
export interface SendingFailure {
  code?: string | undefined;
  /** SMTP's answer: 4xx later, 5xx never. */
  responseCode?: number | undefined;
}

/**
 * Whether the server refused this very letter for good (its address, its words), so that trying again is no use.
 * What it says of us (credentials, a closed door) is not about the letter: that waits until it is mended.
 */
export function isRefusedForGood({ code, responseCode }: SendingFailure): boolean {
  const isAboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isAboutLetter && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}

/** Seconds until the next try after so many: 15 s, 30 s, 1 min… then every five minutes, so a server that is back finds everything waiting. */
export function secondsToNextTry(tries: number): number {
  return Math.min(300, 15 * 2 ** Math.min(tries - 1, 10));
}

/** Seconds during which a letter is tried: three days, as mail servers do. */
const PATIENCE = 3 * 24 * 3600;

export function isPatienceOver(letter: { queuedAt: Date }, now: Date): boolean {
  return now.getTime() - letter.queuedAt.getTime() >= PATIENCE * 1000;
}
