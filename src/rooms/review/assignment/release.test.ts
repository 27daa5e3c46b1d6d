import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { type Importer, listImported, makeImporter } from '../../../../tests/make/imports.ts';
import { makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { csvFile, table } from '../../../../tests/make/tables.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { saveStudy } from '../sheet/study.store.ts';
import { takeTask } from './queue.store.ts';
import { saveRouting } from './routing.store.ts';
import { countStudy } from './study-list.store.ts';

let site: TestSite;
let importer: Importer;
beforeAll(async () => {
  site = await openTestSite();
  importer = await makeImporter(site);
});
afterAll(() => site.close());

/** An edition whose ideas find their department by themselves, and a file of five of them. */
async function importRouted() {
  const edition = await makeEdition(site);
  const { id: department } = await makeDepartment(site, { name: `Voirie ${edition.slug}` });
  const agent = await makePerson(site, { roles: ['agent'], departmentId: department });
  const act = { organisationId: site.organisationId, by: importer.officer.id };
  const saved = await saveRouting(site.db, act, edition, {
    departments: new Map(edition.categories.map(({ id }) => [id, department])),
    automatic: true,
    delayDays: null,
    version: 0,
  });
  if (!saved.ok) throw new Error(saved.refusal);
  const run = await importer.importFile(edition, csvFile(table(5)));
  await site.runJobs();
  const ideas = await listImported(site, edition);
  const undo = urls.adminIdeaImportUndo({ edition: edition.slug, import: run.id });
  return { edition, agent, act, ideas, undo };
}

const opinions = async ({ id }: Edition) =>
  (
    await sql<{ id: string; idea_id: string }>`
      select id, idea_id from opinion where edition_id = ${id} order by idea_id`.execute(site.db)
  ).rows;

describe('an import whose ideas went to departments by themselves', () => {
  it('R36 R38 is undone with what was asked, and can be imported again', async () => {
    const { edition, undo } = await importRouted();
    expect(await opinions(edition)).toHaveLength(5);
    // reminded by the round of the day, which is nobody's work either
    await sql`insert into study_reminder (organisation_id, opinion_id, due_on, days, department_id, sent_on)
      select organisation_id, id, due_on, 7, department_id, current_date from opinion
      where edition_id = ${edition.id}`.execute(site.db);
    await importer.officer.client.post(undo);
    expect(importer.officer.client.main).toContain('ses idées ont été retirées');
    expect(await opinions(edition)).toEqual([]);
    const counts = await countStudy(site.db, site.organisationId, edition.id);
    expect(counts).toMatchObject({ ideas: 0 });
    await importer.importFile(edition, csvFile(table(5)));
    await site.runJobs();
    expect(await opinions(edition)).toHaveLength(5);
  });

  it('R38 is refused once somebody acted on some, in words that say how many; nothing is lost', async () => {
    const { edition, agent, act, ideas, undo } = await importRouted();
    const [first] = await opinions(edition);
    await takeTask(site.db, site.organisationId, first!.id, agent.id);
    const other = ideas.find(({ id }) => id !== first!.idea_id)!;
    const written = await saveStudy(site.db, act, other.id, {
      criteria: {},
      admissible: true,
      admissibilityNote: '',
      capitalCost: 100_000,
      yearlyCost: null,
      delayMonths: null,
    });
    expect(written.ok).toBe(true);
    await importer.officer.client.post(undo);
    expect(importer.officer.client.status).toBe(409);
    expect(importer.officer.client.main).toContain('2 de ces idées sont déjà étudiées');
    expect(await opinions(edition)).toHaveLength(5);
    expect(await listImported(site, edition)).toHaveLength(5);
  });
});
