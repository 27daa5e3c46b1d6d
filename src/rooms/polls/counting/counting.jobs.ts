import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { type CountRun, endRun, findRunToDo, noteProgress } from './count-run.store.ts';
import { countPoll } from './counting.store.ts';
import { CountCancelled, type CountProgress } from './tally-process.crypto.ts';

/** Milliseconds between two looks at whether the count was cancelled. */
const BETWEEN_LOOKS = 400;

/** Counts a poll that somebody asked to count; killed in the middle, the queue starts it again. */
export function countingJobs({ db }: Tools): Jobs {
  return {
    'count-poll': async (run: CountRun) => {
      const asked = await findRunToDo(db, run);
      if (!asked) return;
      const cancelling = new AbortController();
      let progress: CountProgress = { stage: 'gathering', steps: 0 };
      const look = setInterval(() => {
        noteProgress(db, run, progress).then(
          (goesOn) => goesOn || cancelling.abort(),
          (error: unknown) => console.error('the progress of a count was not noted:', error),
        );
      }, BETWEEN_LOOKS);
      try {
        const counted = await countPoll(
          db,
          { organisationId: run.organisationId, by: asked.by },
          run.pollId,
          {
            run,
            signal: cancelling.signal,
            onProgress: (latest) => {
              progress = latest;
            },
          },
        );
        // counted by somebody else, or locked meanwhile: nothing more to do here
        if (!counted.ok) await endRun(db, run, 'failed');
      } catch (error) {
        if (!(error instanceof CountCancelled)) throw error;
      } finally {
        clearInterval(look);
      }
    },
  };
}
