import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { giveIdeas } from '../src/rooms/review/assignment/assignment.jobs.ts';
import { insertRun } from '../src/rooms/review/assignment/run.store.ts';
import { undoRun } from '../src/rooms/review/assignment/run-undo.store.ts';
import { prepareMany } from '../src/rooms/review/decisions/decision-writing.store.ts';
import { decideMany, publishDecisions, writeDecisionLetters } from '../src/rooms/review/index.ts';
import { urls } from '../src/urls.ts';
import { round } from './measure.ts';
import { measureFile, measurePages, type Pages } from './pages.ts';
import { openBenchSite } from './readers.ts';
import { dayAfter, fillStudy, ideaIds, type StudiedTown } from './study-town.ts';
import { fillTown, openTown } from './town-at-scale.ts';

const IDEAS = 20_000;
const BULK = 1000;

/**
 * The study of 20,000 ideas by 150 departments and 500 agents (fillStudy): every list of the office and of a
 * department's agent, whole pages and uncached; what is done to 1,000 ideas at once, with the letters that come of
 * it; and the exports. Asked: lists 300 ms at the 95th percentile, acts under 5 s, exports in flat memory (what
 * still lives in it after each piece, at most a few MiB above what lived before). `detail`: another number of ideas.
 */
export async function benchStudy(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    const ideas = Number(detail ?? IDEAS);
    const begun = performance.now();
    const open = await openTown(db);
    await fillTown(db, open, ideas);
    const town = await fillStudy(db, open, ideas);
    const filledInSeconds = round((performance.now() - begun) / 1000, 1);
    const site = openBenchSite(url, db, town.organisationId);
    const officer = await site.readerOf(town.officerId);
    const lists = {
      officer: await measurePages(officer, officeLists(town)),
      decider: await measurePages(await site.readerOf(town.deciderId), deciderLists()),
      administrator: await measurePages(await site.readerOf(town.administratorId), {
        access: urls.adminAccess(),
        departments: urls.adminDepartments(),
      }),
      agent: await measurePages(await site.readerOf(town.agentId), agentLists()),
    };
    const all = Object.values(lists).flatMap((pages) => Object.values(pages));
    return {
      ideas,
      filledInSeconds,
      listsP95Milliseconds: lists,
      worstList: Math.max(...all),
      bulkSeconds: await measureBulk(db, site.config, town),
      exports: {
        csv: await measureFile(officer, urls.adminIdeasCsv(EDITION)),
        xlsx: await measureFile(officer, urls.adminIdeasXlsx(EDITION)),
      },
      asked: { listP95Milliseconds: 300, bulkSeconds: 5 },
    };
  } finally {
    await db.destroy();
  }
}

const EDITION = { edition: '2026' };

function officeLists({ departments, freeFrom }: StudiedTown): Pages {
  const study = (query: Record<string, string>) => urls.adminStudy(EDITION, query);
  return {
    dashboard: urls.admin(),
    edition: urls.adminEdition(EDITION),
    study: study({}),
    'study, late': study({ etat: 'en-retard' }),
    'study, unassigned': study({ etat: 'sans-service' }),
    'study, given': study({ etat: 'avis-rendus' }),
    'study, a busy service': study({ service: departments[0]! }),
    'study, a service': study({ service: departments[80]! }),
    'study, common word': study({ recherche: 'jardin' }),
    'study, rare words': study({ recherche: 'fontaine école' }),
    'study, deep': study({ apres: String(Math.floor(freeFrom / 2)) }),
    assign: urls.adminAssign(EDITION),
    'due days': urls.adminDueDays(EDITION),
    services: urls.adminServices(EDITION),
    ideas: urls.adminIdeas(EDITION),
    'ideas, search': urls.adminIdeas(EDITION, { recherche: 'jardin' }),
    decisions: urls.adminDecisions(EDITION),
    'decisions, search': urls.adminDecisions(EDITION, { recherche: 'jardin' }),
    'publish all decided': urls.adminPublishDecisions(EDITION, { tous: 'oui' }),
    merges: urls.adminMerges(EDITION),
    exchanges: urls.adminExchanges(EDITION),
    letters: urls.adminLetters(),
    journal: urls.adminJournal(),
    'file of an idea': urls.adminStudyIdea({ ...EDITION, idea: '5' }),
    feedback: urls.feedback(EDITION),
  };
}

const deciderLists = (): Pages => ({
  dashboard: urls.admin(),
  decisions: urls.adminDecisions(EDITION),
});

const agentLists = (): Pages => ({ queue: urls.tasks() });

/** Seconds of each act on 1,000 ideas that nobody had touched, from the order to the last letter queued. */
async function measureBulk(
  db: Database,
  config: ReturnType<typeof openBenchSite>['config'],
  town: StudiedTown,
): Promise<Record<string, number>> {
  const { organisationId, editionId, freeFrom } = town;
  const act = { organisationId, by: town.officerId };
  const numbers = Array.from({ length: BULK }, (_, at) => freeFrom + at);
  const ids = await ideaIds(db, town, freeFrom, freeFrom + BULK - 1);
  const asked = { departmentId: town.departments[1]!, dueOn: await dayAfter(db, 20), request: '' };
  const proposal = {
    outcome: 'to-vote' as const,
    reasonId: null,
    publicText: '',
    personalText: '',
  };
  const seconds: Record<string, number> = {};
  const take = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const done = await work();
    seconds[name] = round((performance.now() - begun) / 1000, 2);
    return done;
  };
  const runId = await take('assign, with letters', async () => {
    const run = await insertRun(db, act, editionId, { numbers }, asked);
    if (!run.ok) throw new Error(run.refusal);
    await giveIdeas(db, config, { organisationId, runId: run.id });
    return run.id;
  });
  await take('take an assignment back', () => undoRun(db, act, runId));
  await take('prepare', () => prepareMany(db, act, editionId, ids, proposal));
  const decided = await take('decide', () =>
    decideMany(db, act, editionId, { ideas: ids.map((ideaId) => ({ ideaId, version: 1 })) }),
  );
  if (!decided.ok || decided.decided !== BULK) throw new Error('Not all decided.');
  await take('publish, with letters', async () => {
    const batch = await publishDecisions(db, act, editionId, ids);
    if (!batch.ok) throw new Error(batch.refusal);
    await writeDecisionLetters(db, config, { organisationId, batchId: batch.batchId });
  });
  return seconds;
}
