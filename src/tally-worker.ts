import { parentPort, workerData } from 'node:worker_threads';
import type { Counted, CountRequest } from './rooms/polls/tally-thread.crypto.ts';
import { countElection, makeElection } from './rooms/tally/index.ts';

/** One count in a thread of its own: a large poll never keeps the site waiting. */
const { terms, papers, options } = workerData as CountRequest;

function* unfold() {
  for (const { times, ...paper } of papers) for (let at = 0; at < times; at += 1) yield paper;
}

const gathered = makeElection(terms, unfold());
const answer: Counted = gathered.ok
  ? { ok: true, result: countElection(gathered.election, options) }
  : { ok: false, refusal: gathered.refusal };
parentPort!.postMessage(answer);
