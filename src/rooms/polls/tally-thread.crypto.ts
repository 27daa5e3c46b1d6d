/** Hands a count to a thread of its own and waits for it. */
import { Worker } from 'node:worker_threads';
import type {
  BallotFault,
  GreedyResult,
  GreedyRule,
  Paper,
  TallyOptions,
  Terms,
} from '../tally/index.ts';

export interface CountRequest {
  terms: Terms;
  /** Equal ballots together. */
  papers: readonly (Paper & { times: number })[];
  options: TallyOptions<GreedyRule>;
}

export type Counted = { ok: true; result: GreedyResult } | { ok: false; refusal: BallotFault };

/** Beside the built server when built, at the root of the sources otherwise. */
const script = import.meta.url.endsWith('.ts')
  ? new URL('../../tally-worker.ts', import.meta.url)
  : new URL('./tally-worker.js', import.meta.url);

export function countInThread(request: CountRequest): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The count ended early (${code}).`)));
  });
}
