import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport } from '../../../../tests/make/ideas.ts';
import { type Importer, listImported, makeImporter } from '../../../../tests/make/imports.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { csvFile, HEADINGS, lines, table } from '../../../../tests/make/tables.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { countIdeas } from '../tally.store.ts';
import { findImport } from './import.store.ts';
import { importLines } from './import-run.store.ts';

let site: TestSite;
let importer: Importer;
beforeAll(async () => {
  site = await openTestSite();
  importer = await makeImporter(site);
});
afterAll(() => site.close());

const at = ({ slug }: Edition) => ({ edition: slug });
const count = (edition: Edition) => countIdeas(site.db, site.organisationId, edition.id);

describe('R38 an import of ideas', () => {
  it('killed in the middle it goes on; run by two at once each line is one idea', async () => {
    const edition = await makeEdition(site);
    const client = await importer.preview(edition, csvFile(table(250)));
    const id = client.path.split('/').at(-2)!;
    await client.post(client.path, { consent: 'oui' });
    const run = { organisationId: site.organisationId, id };
    await expect(
      importLines(site.db, run, {
        onBatch: () => {
          throw new Error('killed');
        },
      }),
    ).rejects.toThrow('killed');
    expect(await count(edition)).toBe(200);
    const both = await Promise.all([importLines(site.db, run), importLines(site.db, run)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    expect(await importer.latest(edition)).toMatchObject({
      stage: 'done',
      added: 250,
      known: 0,
      odd: 0,
    });
    expect(await count(edition)).toBe(250);
  });

  it('is undone while nobody supports its ideas, and can then be imported again', async () => {
    const edition = await makeEdition(site);
    const run = await importer.importFile(edition, csvFile(table(5)));
    const undo = urls.adminIdeaImportUndo({ ...at(edition), import: run.id });
    const ideas = await listImported(site, edition);
    const supporter = await makePerson(site);
    await giveSupport(site, ideas[0]!.id, supporter.id);
    await importer.officer.client.post(undo);
    expect(importer.officer.client.status).toBe(409);
    expect(importer.officer.client.main).toContain('déjà soutenue');
    expect(await count(edition)).toBe(5);
    await supporter.client.post(
      urls.withdrawSupport({ ...at(edition), idea: String(ideas[0]!.number) }),
    );
    await importer.officer.client.post(undo);
    expect(importer.officer.client.main).toContain('ses idées ont été retirées');
    expect(await count(edition)).toBe(0);
    const words = await site.db
      .selectFrom('idea_word')
      .select('ideas')
      .where('edition_id', '=', edition.id)
      .where('ideas', '<>', 0)
      .execute();
    expect(words).toEqual([]);
    await importer.officer.client.post(undo);
    expect(importer.officer.client.status).toBe(409);
    expect(await importer.importFile(edition, csvFile(table(5)))).toMatchObject({
      added: 5,
      known: 0,
    });
    await site.runJobs();
  });

  it('W3 is the officer’s alone, in their own town, and closes with the collection', async () => {
    const edition = await makeEdition(site, { phase: 'vote' });
    await importer.officer.client.get(urls.adminIdeaImports(at(edition)));
    expect(importer.officer.client.main).not.toContain('type="file"');
    await importer.send(edition, csvFile(table(1)));
    expect(await importer.latest(edition)).toBeUndefined();
    const open = await makeEdition(site);
    const run = await importer.importFile(open, csvFile(table(1)));
    const other = await makeEdition(site);
    for (const path of [
      urls.adminIdeaImport({ ...at(other), import: run.id }),
      urls.adminIdeaImport({ ...at(open), import: 'x' }),
    ])
      expect((await importer.officer.client.send(path)).status).toBe(404);
    const agent = await makePerson(site, { roles: ['agent'] });
    expect((await agent.client.send(urls.adminIdeaImports(at(open)))).status).toBe(403);
  });

  it('a file that nobody names is forgotten after a day, and what was typed of it', async () => {
    const edition = await makeEdition(site);
    const client = await importer.send(edition, csvFile([HEADINGS, ...lines(3)].join('\n')));
    const id = client.path.split('/').at(-1)!;
    await client.post(urls.adminIdeaImportStop({ ...at(edition), import: id }));
    const of = { organisationId: site.organisationId, editionId: edition.id };
    expect(await findImport(site.db, of, id)).toMatchObject({ stage: 'stopped', added: 0 });
    const left = await site.db
      .selectFrom('idea_import_row')
      .select('row')
      .where('import_id', '=', id)
      .execute();
    expect(left).toEqual([]);
  });
});
