import type {
  Counted,
  CountMessage,
  CountProgress,
  CountRequest,
} from './rooms/polls/counting/tally-process.crypto.ts';
import {
  addTotals,
  countEnvelopes,
  type EnvelopeElection,
  makeElection,
} from './rooms/tally/index.ts';

/** One count in a process of its own: a large poll never keeps the site waiting, nor takes it down. */

/** Milliseconds between two words about how far the count is. */
const BETWEEN_WORDS = 200;
let said = 0;

function say(stage: CountProgress['stage'], steps: number): void {
  const now = performance.now();
  if (now - said < BETWEEN_WORDS) return;
  said = now;
  post({ progress: { stage, steps } });
}

function post(message: CountMessage): void {
  process.send!(message);
}

function count({ envelopes, options }: CountRequest): Counted {
  const elections: EnvelopeElection[] = [];
  let gatheredBallots = 0;
  for (const { terms, papers, totals, ...envelope } of envelopes) {
    const unfold = function* () {
      for (const { times, ...paper } of papers)
        for (let at = 0; at < times; at += 1) {
          gatheredBallots += 1;
          if (gatheredBallots % 1000 === 0) say('gathering', gatheredBallots);
          yield paper;
        }
    };
    const gathered = makeElection(terms, unfold());
    if (!gathered.ok) return { ok: false, refusal: gathered.refusal };
    const election = totals ? addTotals(gathered.election, totals) : gathered.election;
    elections.push({ ...envelope, election });
  }
  let runs = 0;
  const counts = countEnvelopes(elections, options, () => {
    runs += 1;
    say('counting', runs);
  });
  return { ok: true, counts };
}

process.once('message', (request: CountRequest) => post({ counted: count(request) }));
// whoever asked is gone: nobody waits for an answer
process.once('disconnect', () => process.exit());
