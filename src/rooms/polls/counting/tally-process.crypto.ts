/** Hands a count to a process of its own, follows it, and can give it up. */
import { fork } from 'node:child_process';
import type {
  BallotFault,
  EnvelopeCount,
  EnvelopeTerms,
  GivenTotals,
  TallyOptions,
} from '../../tally/index.ts';
import type { GroupedPaper } from './election.ts';

export interface CountRequest {
  /** Equal ballots together, by envelope. */
  envelopes: readonly (EnvelopeTerms & {
    papers: readonly GroupedPaper[];
    /** Ballots known by their totals only. */
    totals?: GivenTotals;
  })[];
  options: TallyOptions;
}

export type Counted =
  | { ok: true; counts: readonly EnvelopeCount[] }
  | { ok: false; refusal: BallotFault };

/** How far a count is: groups of ballots gathered, or runs counted, since it began. */
export interface CountProgress {
  stage: 'gathering' | 'counting';
  steps: number;
}

export type CountMessage = { progress: CountProgress } | { counted: Counted };

/** A count that was given up before its end. */
export class CountCancelled extends Error {}

/** Beside the built server when built, at the root of the sources otherwise. */
const script = import.meta.url.endsWith('.ts')
  ? new URL('../../../tally-worker.ts', import.meta.url)
  : new URL('./tally-worker.js', import.meta.url);

export interface Watch {
  onProgress?: (progress: CountProgress) => void;
  signal?: AbortSignal;
}

/**
 * Counts in a process of its own. Not in a thread: a large count may end for want of memory, and V8 has
 * ended whole processes where threads come and go (nodejs/node 64500); the site lives on.
 */
export function countApart(
  request: CountRequest,
  { onProgress, signal }: Watch = {},
): Promise<Counted> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new CountCancelled('The count was cancelled.'));
      return;
    }
    const child = fork(script, {
      // amounts are bigint, lists of ballots long
      serialization: 'advanced',
      execArgv: [],
    });
    const giveUp = () => {
      reject(new CountCancelled('The count was cancelled.'));
      child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    child.on('message', (message: CountMessage) => {
      if ('progress' in message) {
        onProgress?.(message.progress);
        return;
      }
      resolve(message.counted);
      child.disconnect();
    });
    child.on('error', reject);
    child.once('exit', (code, by) => {
      signal?.removeEventListener('abort', giveUp);
      reject(new Error(`The count ended early (${code ?? by}).`));
    });
    child.send(request, (error) => error && reject(error));
  });
}
