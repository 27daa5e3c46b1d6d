import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTED_HEADINGS, inventPeople } from '../../../../bench/many-people.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { askImport, importInto } from '../../../../tests/make/registers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openStorage } from '../../../platform/files/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findImport } from './import.store.ts';
import { importFile } from './import-rows.store.ts';
import { endImport } from './import-run.store.ts';
import { findStanding } from './register.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const of = (edition: Edition) => ({ organisationId: site.organisationId, editionId: edition.id });
const countEntries = async (edition: Edition) => (await findStanding(site.db, of(edition))).entries;

describe('an import', () => {
  it('made twice adds nothing, and leaves its counts in the journal', async () => {
    const edition = await makeEdition(site);
    const file = [INVENTED_HEADINGS, ...inventPeople(300)].join('\n');
    await importInto(site, edition, file);
    const again = await importInto(site, edition, file);
    expect(again).toMatchObject({ added: 0, refused: 0, alreadyThere: 300 });
    expect(await countEntries(edition)).toBe(300);
    const facts = await listFactsAbout(site, edition.id);
    expect(
      facts.filter(({ kind }) => kind === 'register.imported').map(({ detail }) => detail),
    ).toEqual([
      { editionId: edition.id, added: 300, refused: 0, alreadyThere: 0 },
      { editionId: edition.id, added: 0, refused: 0, alreadyThere: 300 },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/Martin|Durand|liste\.csv/);
  });

  it('killed in the middle goes on where it was: nobody twice, nobody missing', async () => {
    const edition = await makeEdition(site);
    const run = await askImport(
      site,
      edition,
      [INVENTED_HEADINGS, ...inventPeople(9000)].join('\n'),
    );
    const storage = openStorage(site.config);
    const killed = importFile(site.db, storage, run, {
      onBatch(lastLine) {
        if (lastLine > 4000) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    const half = await countEntries(edition);
    expect(half).toBeGreaterThan(3000);
    expect(half).toBeLessThan(9000);
    const ended = await importFile(site.db, storage, run);
    expect(ended).toMatchObject({ stage: 'done', added: 9000, refused: 0, alreadyThere: 0 });
    expect(await countEntries(edition)).toBe(9000);
    expect(await importFile(site.db, storage, run)).toBeNull();
  });

  it('run by two at once writes each line once', async () => {
    const edition = await makeEdition(site);
    const run = await askImport(
      site,
      edition,
      [INVENTED_HEADINGS, ...inventPeople(9000)].join('\n'),
    );
    const storage = openStorage(site.config);
    const both = await Promise.all([1, 2].map(() => importFile(site.db, storage, run)));
    const ended = both.filter((one) => one !== null);
    expect(ended).toHaveLength(1);
    expect(ended[0]).toMatchObject({ added: 9000, refused: 0, alreadyThere: 0 });
    expect(await countEntries(edition)).toBe(9000);
  });

  it('is one at a time for an edition', async () => {
    const edition = await makeEdition(site);
    const other = await makeEdition(site);
    const file = [INVENTED_HEADINGS, ...inventPeople(10)].join('\n');
    const asked = await Promise.allSettled([1, 2, 3].map(() => askImport(site, edition, file)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await askImport(site, other, file);
    await site.runJobs();
    expect(await countEntries(edition)).toBe(10);
    expect(await countEntries(other)).toBe(10);
  });

  it('stopped keeps what it added; its file is deleted, as at every end', async () => {
    const edition = await makeEdition(site);
    const run = await askImport(
      site,
      edition,
      [INVENTED_HEADINGS, ...inventPeople(9000)].join('\n'),
    );
    const { storageKey } = (await findImport(site.db, of(edition), run.id))!;
    expect(existsSync(join(site.config.varFolder, 'files', storageKey!))).toBe(true);
    const storage = openStorage(site.config);
    let stopping: Promise<unknown> | undefined;
    const ended = await importFile(site.db, storage, run, {
      onBatch() {
        stopping ??= endImport(site.db, run, 'stopped', null);
      },
    });
    await stopping;
    expect(ended).toBeNull();
    const after = (await findImport(site.db, of(edition), run.id))!;
    expect(after).toMatchObject({ stage: 'stopped', storageKey: null });
    expect(await countEntries(edition)).toBe(after.added);
    expect(after.added).toBeLessThan(9000);
    await site.runJobs();
    expect(existsSync(join(site.config.varFolder, 'files', storageKey!))).toBe(false);
  });

  it('whose file is gone says so, and the next one can begin', async () => {
    const edition = await makeEdition(site);
    const file = [INVENTED_HEADINGS, ...inventPeople(10)].join('\n');
    const run = await askImport(site, edition, file);
    const { storageKey } = (await findImport(site.db, of(edition), run.id))!;
    await openStorage(site.config).deleteFile(storageKey!);
    await site.runJobs();
    expect(await findImport(site.db, of(edition), run.id)).toMatchObject({ stage: 'failed' });
    expect(await importInto(site, edition, file)).toMatchObject({ added: 10 });
  });
});
