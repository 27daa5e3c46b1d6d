import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, makeIdeas, makeStudy } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { askOpinion, reassignOpinion, withdrawOpinion } from './opinion-writing.store.ts';
import { closeReturn, returnOpinion } from './return.store.ts';
import { carryOutRun, insertRun } from './run.store.ts';
import { undoRun } from './run-undo.store.ts';
import { countStudy, listStudiedIdeas } from './study-list.store.ts';
import { NO_FILTER } from './study-list.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Where an idea stands, told from its opinions alone. */
interface Row {
  id: string;
  number: number;
  department_id: string;
  state: string;
  version: number;
  closed: boolean;
  asked_at: string;
  settled_at: string | null;
}

function tellStage(rows: readonly Row[]): string {
  const live = rows.filter(({ state }) => state === 'asked' || state === 'given');
  const open = rows.some(
    (one) =>
      one.state === 'returned' &&
      !one.closed &&
      !live.some((later) => later.asked_at >= one.settled_at!),
  );
  if (open) return 'returned';
  if (live.some(({ state }) => state === 'asked')) return 'asked';
  return live.length > 0 ? 'answered' : 'unassigned';
}

const step = fc.record({
  kind: fc.constantFrom('ask', 'return', 'give', 'withdraw', 'reassign', 'close', 'run', 'undo'),
  idea: fc.nat(3),
  department: fc.nat(2),
  onlyFree: fc.boolean(),
});

describe('SC6 W3 no path leaves an idea with nobody and uncounted', () => {
  it('whatever the office and departments do, each idea stands in one list, and counters say how many', async () => {
    const { departments } = await makeStudy(site, ['A', 'B', 'C']);
    const { organisationId, db } = site;
    const act = { organisationId, by: null };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { edition } = await makeStudy(site, []);
        const ideas = await makeIdeas(site, edition, 4);
        const dueOn = await dayAfter(site, 20);
        const runs: string[] = [];
        const readRows = async () =>
          (
            await sql<Row>`select o.id, i.number, o.department_id, o.state, o.version,
                o.return_closed_at is not null as closed, o.asked_at::text, o.settled_at::text
              from opinion o join idea i on i.id = o.idea_id where o.edition_id = ${edition.id}`.execute(
              db,
            )
          ).rows;
        for (const { kind, idea: place, department, onlyFree } of steps) {
          const idea = ideas[place]!;
          const asked = { departmentId: departments[department]!.id, dueOn, request: '' };
          const opinion = (await readRows()).find(
            (one) => one.number === idea.number && one.department_id === asked.departmentId,
          );
          if (kind === 'ask') await askOpinion(db, act, { ...idea, editionId: edition.id }, asked);
          if (kind === 'run') {
            const filter = { ...NO_FILTER, ...(onlyFree && { state: 'unassigned' as const }) };
            const run = await insertRun(db, act, edition.id, { filter }, asked);
            if (run.ok) {
              await carryOutRun(db, { organisationId, runId: run.id }, async () => {});
              runs.push(run.id);
            }
          }
          const last = runs.at(-1);
          if (kind === 'undo' && last) await undoRun(db, act, last);
          if (!opinion) continue;
          if (kind === 'return')
            await returnOpinion(db, act, opinion.id, {
              comment: 'non',
              suggestedDepartmentId: null,
              version: opinion.version,
            });
          if (kind === 'withdraw') await withdrawOpinion(db, act, opinion.id);
          if (kind === 'close') await closeReturn(db, act, opinion.id);
          if (kind === 'reassign')
            await reassignOpinion(db, act, opinion.id, {
              ...asked,
              departmentId: departments[(department + 1) % 3]!.id,
            });
          if (kind === 'give' && opinion.state === 'asked')
            await sql`update opinion set state = 'given', verdict = 'favourable', version = version + 1,
              saved_at = palabre_now(), settled_at = palabre_now() where id = ${opinion.id}`.execute(
              db,
            );
        }
        const rows = await readRows();
        const told = ideas.map(({ number }) => tellStage(rows.filter((r) => r.number === number)));
        const { ideas: listed } = await listStudiedIdeas(db, organisationId, edition.id, NO_FILTER);
        expect(listed.map(({ stage }) => stage)).toEqual(told);
        const counts = await countStudy(db, organisationId, edition.id);
        for (const stage of ['unassigned', 'returned', 'asked', 'answered'] as const)
          expect(counts[stage]).toBe(told.filter((one) => one === stage).length);
        expect(counts.unassigned + counts.returned + counts.asked + counts.answered).toBe(4);
      }),
      { numRuns: process.env.PALABRE_ALL ? 100 : 15 },
    );
  }, 120_000);

  it('two who act on one idea at once: its stage knows of both', async () => {
    const { edition, departments } = await makeStudy(site, ['D', 'E']);
    const [idea] = await makeIdeas(site, edition, 1);
    const act = { organisationId: site.organisationId, by: null };
    const dueOn = await dayAfter(site, 20);
    const asks = await Promise.all(
      departments.map(({ id }) =>
        askOpinion(
          site.db,
          act,
          { ...idea!, editionId: edition.id },
          { departmentId: id, dueOn, request: '' },
        ),
      ),
    );
    const ids = asks.map((one) => (one.ok ? one.opinionId : ''));
    await Promise.all(ids.map((id) => withdrawOpinion(site.db, act, id)));
    expect(await countStudy(site.db, site.organisationId, edition.id)).toMatchObject({
      unassigned: 1,
      asked: 0,
    });
    // asked twice at once, a department is asked once
    const asked = { departmentId: departments[0]!.id, dueOn, request: '' };
    const both = await Promise.all(
      [1, 2].map(() => askOpinion(site.db, act, { ...idea!, editionId: edition.id }, asked)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'already-asked' });
  });
});
