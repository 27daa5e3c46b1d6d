/** Hands a count to a thread of its own, follows it, and can give it up. */
import { Worker } from 'node:worker_threads';
import type { BallotFault, EnvelopeCount, EnvelopeTerms, TallyOptions } from '../../tally/index.ts';
import type { GroupedPaper } from './election.ts';

export interface CountRequest {
  /** Equal ballots together, by envelope. */
  envelopes: readonly (EnvelopeTerms & { papers: readonly GroupedPaper[] })[];
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

export function countInThread(
  request: CountRequest,
  { onProgress, signal }: Watch = {},
): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: request });
    const giveUp = () => {
      reject(new CountCancelled('The count was cancelled.'));
      void worker.terminate();
    };
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    worker.on('message', (message: CountMessage) => {
      if ('counted' in message) resolve(message.counted);
      else onProgress?.(message.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', giveUp);
      reject(new Error(`The count ended early (${code}).`));
    });
  });
}
