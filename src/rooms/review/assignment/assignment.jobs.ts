import type { Config } from '../../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Tools } from '../../../platform/room.ts';
import { findIdea } from '../../ideas/index.ts';
import { dayInParis, findEditionById } from '../../spaces/index.ts';
import { isFrozenMeanwhile } from '../sheet/standing.store.ts';
import { queueStudyRound } from './opinion-writing.store.ts';
import { isAnythingAsked, lockRound, takeDueReminders, takeUnannounced } from './round.store.ts';
import { routeIdea } from './routing.store.ts';
import { carryOutRun } from './run.store.ts';
import { tellDepartments } from './tasks.mails.ts';

export function assignmentJobs({ db, config }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'assign-ideas': (run: { organisationId: string; runId: string }) => giveIdeas(db, config, run),
    'study-round': async ({ organisationId }: { organisationId: string }) => {
      await makeStudyRound(db, config, organisationId);
      if (await isAnythingAsked(db, organisationId)) await queueStudyRound(db, organisationId);
    },
  };
}

/** Carries out a run; its departments are written to once, when it ends. */
export function giveIdeas(
  db: Database,
  config: Config,
  run: { organisationId: string; runId: string },
): Promise<void> {
  return carryOutRun(db, run, async (tx, { organisationId, id, request }) =>
    tellDepartments(
      tx,
      config,
      organisationId,
      await takeUnannounced(tx, organisationId, { runId: id }),
      {
        once: `run:${id}`,
        request,
      },
    ),
  );
}

/** One opinion asked by hand: its department is written to at once. */
export async function announceOpinion(
  tx: Tx,
  config: Config,
  organisationId: string,
  { opinionId, request }: { opinionId: string; request: string },
): Promise<void> {
  const tasks = await takeUnannounced(tx, organisationId, { opinionId });
  const at = (await readNow(tx)).getTime();
  await tellDepartments(tx, config, organisationId, tasks, {
    once: `opinion:${opinionId}:${at}`,
    request,
  });
}

/** Of each day: what departments were asked by themselves since the last, and what is soon due, in one letter each. */
export async function makeStudyRound(
  db: Database,
  config: Pick<Config, 'port'>,
  organisationId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockRound(tx, organisationId);
    const due = await takeDueReminders(tx, organisationId);
    const fresh = await takeUnannounced(tx, organisationId);
    const reminded = new Set(due.map(({ opinionId }) => opinionId));
    const tasks = [...due, ...fresh.filter(({ opinionId }) => !reminded.has(opinionId))];
    const day = dayInParis(await readNow(tx));
    const first = tasks[0]?.opinionId ?? '';
    await tellDepartments(tx, config, organisationId, tasks, {
      once: `study-round:${day}:${first}`,
    });
  });
}

/** A reader of `idea.submitted`: a new idea finds its department by itself. Bears being called twice. */
export async function routeSubmittedIdea(fact: RecordedFact, { db }: Tools): Promise<void> {
  const idea = fact.subject.id ? await findIdea(db, fact.organisationId, fact.subject.id) : null;
  const edition = idea && (await findEditionById(db, fact.organisationId, idea.editionId));
  if (!idea || !edition) return;
  try {
    await routeIdea(db, fact.organisationId, edition, idea);
  } catch (error) {
    // read so late that the list is frozen: nobody studies it any more
    if (!isFrozenMeanwhile(error)) throw error;
  }
}
